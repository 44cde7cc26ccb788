/* Any bytes as INI: no crash, and what the pre-scan accepts iniparser reads
   alike (else an R9xx is reported). */
#include "input/ini.h"

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
    struct ini ini;
    struct buf out = buf_new(a);

    ini_parse(a, d, &src, &ini);
    for (const struct message *m = diag_first(d); m != NULL; m = m->next)
        if (m->code[1] == '9')
            abort();
    diag_format(d, &out, false);
    arena_free(a);
    return 0;
}
