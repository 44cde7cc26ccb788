/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Any bytes as YAML; every text is located at its beginning, middle and
   end. */
#include "fuzz.h"

#include "format/text.h"
#include "format/yaml.h"

#include <stdlib.h>

enum { NESTING = 64 };

/* Without recursion: nodes whose siblings still wait are kept on a stack. */
static void
locate_all(const struct node *n, const struct source *src)
{
    const struct node *waiting[NESTING];
    int depth = 0;

    while (n != NULL || depth > 0) {
        if (n == NULL) {
            n = waiting[--depth];
            continue;
        }
        for (size_t i = 0; n->kind == NODE_SCALAR && i <= 2; i++) {
            struct text text = {.s = n->text, .at = n->at};
            struct pos at = text_locate(&text, n->len * i / 2);

            if (at.src != src || at.line < 1 || at.col < 1)
                abort();
        }
        if (n->first != NULL) {
            if (depth == NESTING)
                abort();
            waiting[depth++] = n->next;
            n = n->first;
        } else {
            n = n->next;
        }
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz *f = fuzz_begin(data, size);
    struct yaml yaml;

    if (!yaml_parse(f->a, f->d, &f->src, &yaml) &&
        diag_errors(f->d, &f->src) == 0)
        abort();
    if (size < 4096) /* looking up a place walks through the file */
        locate_all(yaml.root, &f->src);
    fuzz_end(f);
    return 0;
}
