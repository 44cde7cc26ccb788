/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the files of web/ share; nobody else includes this. */
#ifndef WEB_STATE_H
#define WEB_STATE_H

#include "engine/engine.h"
#include "web/mo.h"
#include "web/web.h"

#include <string.h>

/* A file that the page gave; its bytes and name lie in `a`, which is its own,
   so that giving it again leaves nothing behind. */
struct web_held {
    struct arena *a;
    struct engine_text text;
};

struct web {
    struct arena *own; /* as long as the handle */
    struct web_held *held;
    int nheld, cap_held;
    struct mo messages[LANG_COUNT]; /* in `own` */

    struct engine_options options;
    struct engine_files files;

    /* The engine that is open, and what lives as long as it. */
    struct arena *run;
    struct engine *e;   /* NULL: none is open */
    const char *loaded; /* the words of its layouts, a line each; or NULL */
    int calls;          /* that it served */

    struct arena *given; /* the interviews */
    struct source *input;
    int ninputs, cap_inputs;

    struct arena *a; /* of one call, with its answer */
    struct buf text, bytes, said;
};

/* Files (held.c): the kind that a word means, the file of a kind and name or
   NULL, how the engine asks for them, and giving them back. */
bool held_kind(const char *word, enum engine_kind *out);
const struct engine_text *held_text(
    const struct web *w, enum engine_kind kind, const char *name);
struct engine_files held_asked(struct web *w);
void held_close(struct web *w);

/* Messages as JSON, one after another with commas (speak.c). */
void speak_messages(struct arena *a, const struct diag *d, struct buf *out);

/* The language of messages: a .mo file, or none for English. */
void speak_in(const struct mo *mo);
const char *speak_translate(const char *english);

/* A call (call.c).  Makes room for its answer, and opens an engine where none
   is; the collector is for messages about the interview. */
struct diag *call_begin(struct web *w);

/* Loads layouts, unless just they are loaded. */
enum status call_load(
    struct web *w, const char *const *words, int n, bool of_one);

/* Begins the answer with the status and all messages; it is left open for
   more members, and call_end closes it. */
void call_answer(struct web *w, enum status status, const struct diag *d);
void call_end(struct web *w);

/* Closes the engine: what it has loaded is to be loaded anew. */
void call_close(struct web *w);

#endif
