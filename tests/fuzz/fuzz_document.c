/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Any bytes as a table, a transcript or a document of a word processor that
   becomes interviews: what is made is read again without a fault of syntax. */
#include "fuzz.h"

#include "engine/engine.h"
#include "format/yaml.h"

#include <stdlib.h>
#include <string.h>

/* The kind is in the name; the first byte chooses it. */
static const char *const names[] = {"a.csv", "a.txt", "a.docx", "a.odt"};

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct engine *e = fuzz_engine();
    struct engine_imported *made = NULL;
    struct fuzz *f;
    int n = 0;

    if (size == 0)
        return 0;
    f = fuzz_begin(data + 1, size - 1);
    f->src.name = names[data[0] % 4];
    if (engine_import(f->a, f->d, e, &f->src, data[0] & 4 ? LANG_EN : LANG_NL,
            0, &made, &n) == STATUS_OK &&
        n == 0)
        abort();
    for (int i = 0; i < n; i++) {
        struct source *src = NEW(f->a, struct source, 1);
        struct diag *d = diag_new(f->a, NULL);
        struct yaml yaml;

        *src = (struct source){
            .name = "made", .text = made[i].text, .len = made[i].len};
        if (!yaml_parse(f->a, d, src, &yaml))
            for (const struct message *m = diag_first(d); m; m = m->next)
                if (m->severity == SEVERITY_ERROR && m->code[0] == 'Y')
                    abort();
    }
    fuzz_end(f);
    return 0;
}
