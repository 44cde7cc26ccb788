/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Whether the fonts of a layout show what it prints.  Texts of rules and
   layouts are looked at where they stand in their file; what is left on a page
   after that is our own, and then the font is at fault.  In an interview a
   character that no font shows is no reason to refuse what somebody said: it is
   warned of, and a box stands in its place. */
#include "base/places.h"
#include "base/utf8.h"
#include "engine/state.h"
#include "report/section.h"
#include "report/words.h"

#include <string.h>

/* Latin letters and signs: fonts are asked about each once. */
enum { COMMON = 0x250 };

struct glyphs {
    struct diag *d;
    const struct engine_form *form;
    struct metrics metrics;
    bool shown[COMMON];
    bool every_text; /* each text's first is said, else each once */
    struct buf seen; /* those reported, as UTF-8 */
    /* Reports `c`, the character `one`, which stands in `text` at `at`. */
    void (*say)(struct glyphs *g, const struct text *text, const char *at,
        const char *one, uint32_t c);
    const struct engine_case *of; /* whom a page is about, or NULL */
    bool ok;
};

static struct glyphs
glyphs_begin(struct arena *a, struct diag *d, const struct engine_form *form)
{
    return (struct glyphs){.d = d,
        .form = form,
        .metrics = font_metrics(form->fonts),
        .seen = buf_new(a),
        .ok = true};
}

static bool
glyphs_show(struct glyphs *g, uint32_t c)
{
    if (c < COMMON && g->shown[c])
        return true;
    if (c != '\n' && !g->metrics.covers(g->metrics.ctx, c))
        return false;
    if (c < COMMON)
        g->shown[c] = true;
    return true;
}

/* Looks at `len` bytes of a text, and says each character that is missing once:
   in all of an interview, and in each text of rules and layouts the first. */
static void
glyphs_look(struct glyphs *g, const struct text *text, size_t len)
{
    const char *s = text->s, *end = s + len;

    while (s < end) {
        const char *at = s;
        char one[5] = {0};
        uint32_t c;

        if ((unsigned char)*s < 0x80 && g->shown[(unsigned char)*s]) {
            s++;
            continue;
        }
        c = utf8_next(&s);
        if (glyphs_show(g, c))
            continue;
        memcpy(one, at, (size_t)(s - at));
        if (!g->every_text && g->seen.len > 0 && strstr(g->seen.p, one) != NULL)
            continue;
        buf_puts(&g->seen, one);
        g->say(g, text, at, one, c);
        if (g->every_text)
            return;
    }
}

static void
glyphs_text(void *ctx, const struct text *text)
{
    if (text->s != NULL)
        glyphs_look(ctx, text, strlen(text->s));
}

/* Where the character stands in its file: a text of several lines does not
   stand there as it is, but its characters do. */
static struct pos
place_of(const struct text *text, const char *at, const char *one)
{
    struct pos pos = text_locate(text, (size_t)(at - text->s));
    const char *p;

    if (pos.src == NULL || pos.line < 1)
        return pos;
    p = pos.src->text + places_offset(pos);
    if (strncmp(p, one, strlen(one)) == 0)
        return pos;
    p = strstr(p, one);
    return p == NULL ? pos : diag_pos(pos.src, (size_t)(p - pos.src->text));
}

/* Interviews ------------------------------------------------------------ */

static void
say_box(struct glyphs *g, const struct text *text, const char *at,
    const char *one, uint32_t c)
{
    diag_warning(g->d, place_of(text, at, one), "T101",
        "no font of the layout \"%s\" shows the character \"%s\" (U+%04X): a "
        "box stands in its place",
        g->form->layout.id.s, one, (unsigned)c);
}

/* All that the interviews of a case say. */
static void
case_each_text(const struct engine_case *c,
    void (*visit)(void *ctx, const struct text *text), void *ctx)
{
    const struct agreement *agreement = c->agreement;

    for (const struct engine_case *one = c; one != NULL; one = one->other) {
        interview_each_text(&one->interview, visit, ctx);
        for (int i = 0; one->course != NULL && i < one->course->ntrainees; i++)
            visit(ctx, &one->course->trainees[i]);
    }
    for (int i = 0; agreement != NULL && i < agreement->nreaders; i++)
        visit(ctx, &(struct text){.s = agreement->readers[i]});
}

/* The first form with fonts of its own. */
static bool
has_fonts_of_earlier(const struct engine *e, int form)
{
    for (int i = 0; i < form; i++)
        if (e->forms[i].fonts == e->forms[form].fonts)
            return true;
    return false;
}

enum status
engine_check_characters(struct arena *a, struct diag *d, struct engine *e,
    const struct engine_case *c)
{
    for (int i = 0; i < e->nforms; i++) {
        struct glyphs g = glyphs_begin(a, d, &e->forms[i]);

        g.say = say_box;
        if (!has_fonts_of_earlier(e, i))
            case_each_text(c, glyphs_text, &g);
    }
    if (!glyphs_rules(e, c->rules))
        return STATUS_USAGE;
    return engine_refused(e, d) ? STATUS_REFUSED : STATUS_OK;
}

/* Rules and layouts ----------------------------------------------------- */

static void
say_missing(struct glyphs *g, struct pos at, const char *one, uint32_t c)
{
    g->ok = diag_error(g->d, at, "T102",
        "no font of the layout \"%s\" shows the character \"%s\" (U+%04X)",
        g->form->layout.id.s, one, (unsigned)c);
}

static void
say_written(struct glyphs *g, const struct text *text, const char *at,
    const char *one, uint32_t c)
{
    say_missing(g, place_of(text, at, one), one, c);
    diag_help(g->d, "write it with other letters, or give the layout a font "
                    "that has them: family or fallback in [font.body]");
}

static void
rules_text(void *ctx, const struct text *text, enum lang lang)
{
    (void)lang;
    glyphs_text(ctx, text);
}

static void
look_rules(struct arena *a, struct diag *d, const struct rules *rules,
    const struct engine_form *form)
{
    struct glyphs g = glyphs_begin(a, d, form);

    g.say = say_written;
    g.every_text = true;
    glyphs_text(&g, &rules->edition);
    rules_each_text(rules, rules_text, &g);
}

void
glyphs_check_rules(struct arena *a, struct diag *d, const struct engine *e,
    const struct rules *rules)
{
    for (int i = 0; i < e->nforms; i++)
        if (!has_fonts_of_earlier(e, i))
            look_rules(a, d, rules, &e->forms[i]);
}

/* Whether rules were looked at with the fonts of a form; else they are now. */
static bool
rules_seen(struct ruleset *set, const struct engine_form *form)
{
    for (int i = 0; i < set->nseen; i++)
        if (set->seen[i] == form->fonts)
            return true;
    if (set->nseen < RULESET_SEEN)
        set->seen[set->nseen++] = form->fonts;
    return false;
}

bool
glyphs_rules(struct engine *e, const struct ruleset *set)
{
    struct ruleset *own = e->rulesets;

    while (own != NULL && own != set)
        own = own->next;
    if (own == NULL)
        return true;
    for (int i = 0; i < e->nforms; i++) {
        struct diag *d;

        if (rules_seen(own, &e->forms[i]))
            continue;
        d = engine_diag(e);
        look_rules(e->a, d, &own->rules, &e->forms[i]);
        engine_say(e, d);
        own->ok &= diag_errors(d, NULL) == 0;
    }
    return own->ok;
}

/* Pages ----------------------------------------------------------------- */

struct wanted {
    uint32_t c;
    bool found;
};

/* A letter of the interview may begin a sentence: then it is a capital. */
static void
find_character(void *ctx, const struct text *text)
{
    struct wanted *w = ctx;
    const char *s = text->s;

    while (s != NULL && *s != '\0' && !w->found) {
        uint32_t c = utf8_next(&s);

        w->found = c == w->c || utf8_upper(c) == w->c;
    }
}

/* Our own words; what the case says was warned of.  `text` has no place. */
static void
say_own(struct glyphs *g, const struct text *text, const char *at,
    const char *one, uint32_t c)
{
    const struct layout *l = &g->form->layout;
    struct pos pos = l->family.at;
    struct wanted w = {.c = c};

    (void)text;
    (void)at;
    if (g->of != NULL)
        case_each_text(g->of, find_character, &w);
    if (w.found)
        return;
    if (pos.src == NULL)
        pos = (struct pos){.src = l->src};
    say_missing(g, pos, one, c);
    diag_help(g->d, "the program prints it in this layout: choose another "
                    "family or fallback in [font.body]");
}

static void
look_string(struct glyphs *g, const char *s)
{
    if (s != NULL)
        glyphs_look(g, &(struct text){.s = s}, strlen(s));
}

/* What blocks of that kind print where the layout has no text of its own. */
static void
look_kind(struct glyphs *g, const char *name)
{
    const struct section_kind *kind = section_find(name, strlen(name));

    for (int i = 0; kind != NULL && i < kind->nkeys; i++)
        if (kind->keys[i].type == KEY_TEXT) {
            look_string(g, kind->keys[i].nl);
            look_string(g, kind->keys[i].en);
        }
}

bool
glyphs_layout(struct arena *a, struct diag *d, const struct engine_form *form)
{
    struct glyphs g = glyphs_begin(a, d, form);
    const struct layout *l = &form->layout;

    g.say = say_written;
    g.every_text = true;
    layout_each_text(l, glyphs_text, &g);
    g.say = say_own;
    g.every_text = false;
    for (int i = 0; i < SAY_COUNT; i++)
        for (int k = 0; k < LANG_COUNT; k++)
            look_string(&g, say((enum say)i, (enum lang)k));
    look_string(&g, "0123456789 –·");
    for (int i = 0; i < l->nblocks; i++)
        look_kind(&g, l->blocks[i].kind.s);
    return g.ok;
}

static void
look_block(struct glyphs *g, const struct block *b)
{
    if (b->kind == BLOCK_TEXT || b->kind == BLOCK_WORDS)
        for (int i = 0; i < b->as.text.n; i++) {
            const struct run *run = &b->as.text.runs[i];

            /* The page of a kind of section is a number. */
            if (run->kind == RUN_TEXT || run->kind == RUN_CHIP)
                glyphs_look(g, &(struct text){.s = run->text}, run->len);
        }
    if (b->kind == BLOCK_FIGURE)
        for (int i = 0; i < b->as.figure.n; i++)
            if (b->as.figure.v[i].kind == SHAPE_TEXT)
                look_string(g, b->as.figure.v[i].text);
}

static void
look_tree(struct glyphs *g, const struct block *root)
{
    for (const struct block *b = root; b != NULL; b = block_after(b, root)) {
        look_block(g, b);
        if (b->look != NULL) {
            look_string(g, b->look->head_left);
            look_string(g, b->look->head_right);
        }
        if (b->again != NULL && b->again != root)
            look_tree(g, b->again);
    }
}

bool
glyphs_document(struct arena *a, struct diag *d, const struct engine_case *c,
    const struct engine_form *form, const struct doc *doc)
{
    struct glyphs g = glyphs_begin(a, d, form);
    const char *running[] = {doc->head_left, doc->head_right, doc->foot,
        doc->page_of, doc->notes_label};

    g.say = say_own;
    g.of = c;
    for (size_t i = 0; i < sizeof running / sizeof *running; i++)
        look_string(&g, running[i]);
    look_tree(&g, doc->root);
    return g.ok;
}
