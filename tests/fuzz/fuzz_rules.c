/* Any bytes as rules; what is accepted can be dumped. */
#include "input/rules.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new(a, NULL);
    struct source src = {
        "fuzz.ini", arena_strndup(a, (const char *)data, size), size};
    const struct source *file = &src;
    struct rules rules;
    struct buf out = buf_new(a);
    bool ok = rules_parse(a, d, &file, 1, &rules);

    if (ok != (diag_errors(d, NULL) == 0))
        abort();
    if (ok)
        rules_dump(&rules, &out);
    diag_format(d, &out, false);
    arena_free(a);
    return 0;
}
