/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Any bytes as an interview that is written anew, in both languages: what is
   read again must hold the same, and be written in the same way.  The keys that
   make a file an interview are put before it where they lack. */
#include "fuzz.h"

#include "base/places.h"
#include "interview/tidy.h"
#include "tests/unit/trees.h"

#include <stdlib.h>
#include <string.h>

static const struct tidy_known *
known(void)
{
    static struct arena *a; /* held, so that it is no leak */
    static const struct tidy_known *k;

    if (a == NULL) {
        a = arena_new();
        k = tidy_known(a, fuzz_rules());
    }
    return k;
}

static bool
print(struct fuzz *f, const struct source *src, struct model *model, int to,
    struct buf *out)
{
    struct diag *d = diag_new(f->a, NULL);

    return model_read(f->a, d, src, model) &&
           tidy_print(f->a, d, model, known(),
               to < 0 ? model->lang : (enum lang)to, out);
}

/* Prints what was printed: nothing may change. */
static void
again(struct fuzz *f, const struct buf *out, struct model *model)
{
    struct source src = {.name = "out", .text = out->p, .len = out->len};
    struct buf twice = buf_new(f->a);

    if (!print(f, &src, model, -1, &twice) || twice.len != out->len ||
        memcmp(twice.p, out->p, out->len) != 0)
        abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz *f = fuzz_begin(data, size);
    struct buf out = buf_new(f->a), english = buf_new(f->a);
    struct model one, two, three;
    struct source src = f->src;

    if (size < 16 * 1024 && strstr(src.text, "interview/1") == NULL) {
        src.text = arena_printf(f->a, "formaat: interview/1\n%s", f->src.text);
        src.len = strlen(src.text);
        src.marks = NULL; /* those of the other text */
        src.nmarks = 0;
        places_mark(f->a, &src);
    }
    if (print(f, &src, &one, -1, &out)) {
        again(f, &out, &two);
        if (!trees_same(one.yaml.root, two.yaml.root) ||
            tidy_own_comments(&one.yaml, known()) !=
                tidy_own_comments(&two.yaml, known()))
            abort();
        if (print(f, &src, &one, LANG_EN, &english))
            again(f, &english, &three);
    }
    fuzz_end(f);
    return 0;
}
