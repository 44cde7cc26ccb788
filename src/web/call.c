/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What every call has: an engine, room for its answer, interviews. */
#include "web/state.h"

#include "base/places.h"

/* An engine keeps what it has loaded.  A page that is open for days, and an
   interview that names other rules at every key stroke, must not let it grow:
   after so many calls it is opened anew. */
enum { CALLS_MAX = 100, INPUTS_FIRST = 4 };

struct web *
web_open(void)
{
    struct arena *own = arena_new();
    struct web *w = NEW(own, struct web, 1);

    *w = (struct web){.own = own,
        .options = engine_defaults,
        .given = arena_new(),
        .a = arena_new()};
    w->files = held_asked(w);
    w->text = w->bytes = w->said = buf_new(w->a);
    return w;
}

void
web_close(struct web *w)
{
    if (w == NULL)
        return;
    call_close(w);
    speak_in(NULL);
    held_close(w);
    arena_free(w->given);
    arena_free(w->a);
    arena_free(w->own);
}

/* Interviews ------------------------------------------------------------- */

void
web_clear(struct web *w)
{
    arena_reset(w->given);
    w->input = NULL;
    w->ninputs = w->cap_inputs = 0;
}

bool
web_add(struct web *w, const char *name, const char *text, size_t len)
{
    struct source *src;

    if (len > ENGINE_TEXT_MAX)
        return false;
    GROW(w->given, w->input, w->ninputs, w->cap_inputs, INPUTS_FIRST);
    src = &w->input[w->ninputs++];
    *src = (struct source){.name = arena_strndup(w->given, name, strlen(name)),
        .text = arena_strndup(w->given, text, len),
        .len = len};
    places_mark(w->given, src);
    return true;
}

/* Calls ------------------------------------------------------------------ */

void
call_close(struct web *w)
{
    if (w->e == NULL)
        return;
    engine_close(w->e);
    arena_free(w->run);
    w->e = NULL;
    w->run = NULL;
    w->loaded = NULL;
    w->calls = 0;
}

struct diag *
call_begin(struct web *w)
{
    arena_reset(w->a);
    w->text = w->bytes = w->said = buf_new(w->a);
    if (w->calls++ >= CALLS_MAX)
        call_close(w);
    if (w->e == NULL) {
        w->run = arena_new();
        w->e = engine_open(w->run, &w->files, &w->options);
    }
    engine_trim(w->e);
    return diag_new(w->a, speak_translate);
}

enum status
call_load(struct web *w, const char *const *words, int n, bool of_one)
{
    struct buf all = buf_new(w->run);
    enum status status;

    for (int i = 0; i < n; i++)
        buf_printf(&all, "%s\n", words[i]);
    if (w->loaded != NULL && strcmp(w->loaded, all.p) == 0)
        return STATUS_OK;
    w->loaded = NULL;
    status = engine_load(w->e, words, n, of_one);
    if (status == STATUS_OK)
        w->loaded = all.p;
    return status;
}

void
call_answer(struct web *w, enum status status, const struct diag *d)
{
    speak_messages(w->a, d, &w->said);
    buf_printf(&w->text, "{\"status\":%d,\"messages\":[%s]", (int)status,
        w->said.len > 0 ? w->said.p : "");
}

void
call_end(struct web *w)
{
    buf_putc(&w->text, '}');
}

/* Answers ---------------------------------------------------------------- */

const char *
web_text(const struct web *w)
{
    return w->text.p;
}

size_t
web_text_len(const struct web *w)
{
    return w->text.len;
}

const char *
web_bytes(const struct web *w)
{
    return w->bytes.p;
}

size_t
web_bytes_len(const struct web *w)
{
    return w->bytes.len;
}
