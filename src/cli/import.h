/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Interviews made of what people have: `new --from`. */
#ifndef CLI_IMPORT_H
#define CLI_IMPORT_H

#include "cli/session.h"

/* Reads the file of --from and writes what it makes: one interview to `path`
   ("-" is standard output), or any number of them to the folder of -d, each as
   CASE.yaml.  What is wrong, and what has no place, is said. */
enum status import_file(
    struct session *session, enum lang lang, const char *path);

#endif
