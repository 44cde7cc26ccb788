/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What is read is never what is written. */
#ifndef CLI_APART_H
#define CLI_APART_H

#include "cli/session.h"

/* Whether each result that the command line names is another file than all
   that it names to be read, by whatever path or link; else said.  --force
   replaces files, but an interview or rules would be lost by it. */
bool apart(const struct session *session);

#endif
