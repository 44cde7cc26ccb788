/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Folders that reports go to: made where they are missing. */
#ifndef CLI_FOLDER_H
#define CLI_FOLDER_H

#include "cli/session.h"

/* Whether files can be made in a folder.  Where there is none it is made, with
   those that it lies in, for the user alone (0700 at most, less the umask):
   what goes there is personal.  `dir` lives as long as the session.  The reason
   why not is said. */
bool folder_ready(struct session *session, const char *dir);

/* Takes the folders away again that this run made and put nothing in. */
void folders_drop_empty(struct session *session);

#endif
