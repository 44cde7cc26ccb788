/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What a process may still do once it knows what it needs. */
#ifndef CLI_SANDBOX_H
#define CLI_SANDBOX_H

#include <stdbool.h>

/* Files and folders, with all that is in them. */
struct sandbox {
    const char **read; /* to be read */
    int nread;
    const char **look; /* folders of which the names may be read, no file */
    int nlook;
    const char **write; /* folders to be read and written in */
    int nwrite;
    bool forks; /* it may make processes like itself */
};

/* Whether this system can keep a process from opening other files (Landlock,
   Linux 5.13), and from running programs and reaching the network (seccomp). */
bool sandbox_has_files(void);
bool sandbox_has_calls(void);

/* From here on this process opens no other files, runs no program, makes no
   process but threads and no connection: such a call fails.  What is open stays
   so.  What the system does not have, or does not give, is left out.  It may be
   done again, with less. */
void sandbox_enter(const struct sandbox *s);

#endif
