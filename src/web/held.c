/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The files that the page gave: those of the program itself, and those that a
   user dropped. */
#include "web/state.h"

enum { HELD_FIRST = 32 };

#define LEN(x) (sizeof(x) / sizeof *(x))

static const struct {
    const char *word;
    enum engine_kind kind;
} kinds[] = {
    {"rules", ENGINE_RULES},
    {"layout", ENGINE_LAYOUT},
    {"logo", ENGINE_LOGO},
    {"catalogue", ENGINE_CATALOGUE},
    {"font", ENGINE_FONT},
    {"patterns", ENGINE_PATTERNS},
    {"colours", ENGINE_COLOURS},
};

bool
held_kind(const char *word, enum engine_kind *out)
{
    for (size_t i = 0; i < LEN(kinds); i++)
        if (strcmp(kinds[i].word, word) == 0) {
            *out = kinds[i].kind;
            return true;
        }
    return false;
}

/* What a person may have dropped: read as carefully as a file of the disk. */
static bool
is_limited(enum engine_kind kind)
{
    return kind == ENGINE_RULES || kind == ENGINE_LAYOUT || kind == ENGINE_LOGO;
}

static struct web_held *
held_find(const struct web *w, enum engine_kind kind, const char *name)
{
    for (int i = 0; i < w->nheld; i++)
        if (w->held[i].text.kind == kind &&
            strcmp(w->held[i].text.name, name) == 0)
            return &w->held[i];
    return NULL;
}

const struct engine_text *
held_text(const struct web *w, enum engine_kind kind, const char *name)
{
    const struct web_held *held = held_find(w, kind, name);

    return held == NULL ? NULL : &held->text;
}

/* Messages of a language; they come once, with the page. */
static bool
hold_messages(struct web *w, const char *name, const char *data, size_t len)
{
    for (int l = 0; l < LANG_COUNT; l++)
        if (strcmp(name, lang_code[l]) == 0) {
            const char *copy = arena_strndup(w->own, data, len);

            w->messages[l] = (struct mo){(const unsigned char *)copy, len};
            return true;
        }
    return false;
}

bool
web_file(struct web *w, const char *kind, const char *name, const char *data,
    size_t len)
{
    struct web_held *held;
    struct arena *a;
    enum engine_kind of;

    if (strcmp(kind, "messages") == 0)
        return hold_messages(w, name, data, len);
    if (!held_kind(kind, &of) || (is_limited(of) && len > ENGINE_TEXT_MAX))
        return false;
    call_close(w);
    held = held_find(w, of, name);
    if (held == NULL) {
        GROW(w->own, w->held, w->nheld, w->cap_held, HELD_FIRST);
        held = &w->held[w->nheld++];
    } else {
        arena_free(held->a);
    }
    a = arena_new();
    *held = (struct web_held){a, {of, arena_strndup(a, name, strlen(name)),
                                     arena_strndup(a, data, len), len}};
    return true;
}

void
held_close(struct web *w)
{
    for (int i = 0; i < w->nheld; i++)
        arena_free(w->held[i].a);
}

/* As the engine asks ----------------------------------------------------- */

/* "./own.ini" is the file that was given as "own": folders are not known
   here. */
static const char *
plain_name(struct arena *a, const char *word)
{
    static const char ending[] = ".ini";
    const char *slash = strrchr(word, '/');
    const char *name = slash == NULL ? word : slash + 1;
    size_t len = strlen(name), n = sizeof ending - 1;

    return len > n && strcmp(name + len - n, ending) == 0
               ? arena_strndup(a, name, len - n)
               : name;
}

static const char *
find(void *ctx, struct arena *a, const struct engine_want *want)
{
    bool ini = want->kind == ENGINE_RULES || want->kind == ENGINE_LAYOUT;
    const struct engine_text *text = held_text(
        ctx, want->kind, ini ? plain_name(a, want->name) : want->name);

    return text == NULL ? NULL : text->name;
}

static bool
read_held(void *ctx, struct arena *a, struct diag *d,
    const struct engine_want *want, struct source *out)
{
    const struct engine_text *text = held_text(ctx, want->kind, want->name);

    (void)a;
    *out = (struct source){.name = want->name, .text = ""};
    if (text == NULL)
        return diag_error(d, (struct pos){.src = out}, "F101",
            "cannot open: %s", diag_words(d, "there is no such file"));
    out->text = text->data;
    out->len = text->len;
    return true;
}

/* The fonts are the page's own, made with it. */
static bool
trusts(void *ctx, const char *name)
{
    (void)ctx;
    (void)name;
    return true;
}

static void
say(void *ctx, const struct diag *d)
{
    struct web *w = ctx;

    speak_messages(w->a, d, &w->said);
}

struct engine_files
held_asked(struct web *w)
{
    return (struct engine_files){.ctx = w,
        .find = find,
        .read = read_held,
        .trusts = trusts,
        .say = say,
        .say_ctx = w,
        .translate = speak_translate,
        .font_folder = "fonts"};
}
