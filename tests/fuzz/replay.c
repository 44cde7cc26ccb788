/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Gives files to a fuzzer's function, without the fuzzer: `make check` needs no
   clang for what was found once.  A file that fails ends the program. */
#include "fuzz.h"

#include "base/file.h"

#include <stdio.h>

enum { INPUT_MAX = 4 * 1024 * 1024 };

int
main(int argc, char **argv)
{
    struct arena *a = arena_new();

    for (int i = 1; i < argc; i++) {
        struct source src;

        if (!file_read(a, diag_new(a, NULL), argv[i], INPUT_MAX, &src)) {
            fprintf(stderr, "%s cannot be read\n", argv[i]);
            return 1;
        }
        LLVMFuzzerTestOneInput((const uint8_t *)src.text, src.len);
        printf("%s\n", argv[i]); /* the next one is what failed */
        fflush(stdout);
    }
    arena_free(a);
    return 0;
}
