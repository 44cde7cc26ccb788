/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Files that are saved, as the system tells (inotify).  It is the folders that
   are looked at: editors put a new file in the place of the old one. */
#ifndef CLI_NOTICE_H
#define CLI_NOTICE_H

#include "base/arena.h"

#include <stdbool.h>

struct notice;

/* Nothing is looked at yet, in `a`; NULL with errno set. */
struct notice *notice_open(struct arena *a);
void notice_close(struct notice *n);

/* To poll: readable when there is something to take. */
int notice_fd(const struct notice *n);

/* All files of a folder, told as DIR/NAME, and where it has folders `below`
   that there are new ones; or one file, also where it is a link to one
   elsewhere.  A second time changes nothing.  False with errno set. */
bool notice_folder(struct notice *n, const char *dir, bool below);
bool notice_file(struct notice *n, const char *path);

/* What was saved since, each path once, in `a`; it waits until that is over,
   but no longer than `most` milliseconds. */
struct saved {
    const char **v;
    int n, cap;
    bool missed; /* there was more than could be told */
    bool gone;   /* a folder is no longer there */
    bool below;  /* a folder came */
    bool failed; /* it cannot be told, and not later either: errno */
};
struct saved notice_take(struct notice *n, struct arena *a, int most);

#endif
