/* Any bytes as a layout; what is accepted can be dumped. */
#include "input/layout.h"

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
    struct layout layout;
    struct buf out = buf_new(a);
    bool ok = layout_parse(a, d, &src, &layout);

    if (ok != (diag_errors(d, NULL) == 0))
        abort();
    if (ok)
        layout_dump(&layout, &out);
    diag_format(d, &out, false);
    arena_free(a);
    return 0;
}
