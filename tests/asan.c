/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the sanitizers are told, in the program that `make asan` builds: tests
   give it an environment of their own.  A report goes into a file of its own,
   so that it is found whatever the test looks at (sanitized.py); the status is
   none that a test waits for; and a test may put a library before theirs. */

const char *__asan_default_options(void);

const char *
__asan_default_options(void)
{
    return "exitcode=99:verify_asan_link_order=0:log_path=" REPORTS "/r";
}
