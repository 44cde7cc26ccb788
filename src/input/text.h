/* What a file says, with the place where it says it. */
#ifndef INPUT_TEXT_H
#define INPUT_TEXT_H

#include "base/diag.h"
#include "base/units.h"

/* A text: valid UTF-8 in NFC, without the line break at its end; `s` is NULL
   where the file does not give one (an empty one counts as not given). */
struct text {
    const char *s;
    struct pos at;
};

/* A list of texts, in file order. */
struct texts {
    struct text *v;
    int n;
};

/* One text per language. */
struct bitext {
    struct text t[LANG_COUNT];
};

/* A list of those. */
struct bitexts {
    struct bitext *v;
    int n;
};

#endif
