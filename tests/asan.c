/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the sanitizers are told, in the program that `make asan` builds: tests
   give it an environment of their own.  A report goes into a file of its own,
   so that it is found whatever the test looks at (sanitized.py); the status is
   none that a test waits for; and a test may put a library before theirs.
   Workers are looked at too, which end without what an exit does, and nothing
   is shut in: the search for leaks makes a process and the report a file. */
#include "cli/sandbox.h"

#include <sanitizer/lsan_interface.h>
#include <unistd.h>

const char *__asan_default_options(void);
const char *__lsan_default_suppressions(void);
void __wrap_sandbox_enter(const struct sandbox *s);
_Noreturn void __wrap__exit(int status);
_Noreturn void __real__exit(int status);

const char *
__asan_default_options(void)
{
    return "exitcode=99:verify_asan_link_order=0:log_path=" REPORTS "/r";
}

/* The C library keeps the folders of LOCPATH, once for a process. */
const char *
__lsan_default_suppressions(void)
{
    return "leak:__argz_add_sep\n";
}

void
__wrap_sandbox_enter(const struct sandbox *s)
{
    (void)s;
}

void
__wrap__exit(int status)
{
    __lsan_do_leak_check();
    __real__exit(status);
}
