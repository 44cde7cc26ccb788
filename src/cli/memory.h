/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Where memory comes from; what is not to be had ends the program. */
#ifndef CLI_MEMORY_H
#define CLI_MEMORY_H

/* What is said then; `line` ends in a line feed and lives as long as the
   program. */
void memory_line(const char *line);

#endif
