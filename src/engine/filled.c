/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What was typed in the fields of a report, as an interview or a part of one.

   A field's name is the way to a key of the interview, in English and with dots
   (plan.steps.1.step); what stands under `room` has no key and is printed as
   comments.  The names make a tree, the tree is written as YAML with a value
   per line, so that a fault of a value leads back to its field, and then
   written anew as every interview is (interview/tidy.h). */
#include "base/places.h"
#include "base/visible.h"
#include "engine/state.h"
#include "format/yaml_put.h"
#include "interview/fields.h"
#include "interview/told.h"
#include "pdf/filled.h"

#include <stdlib.h>
#include <string.h>

/* A text as it was typed, at one place or several. */
struct entry {
    const char *name, *text;
    const struct filled_field *first;
    int line; /* of the YAML; 0: not there */
};

/* A key or an item of the tree. */
struct branch {
    const char *key;
    int item; /* from 1; 0: a key */
    struct entry *entry;
    struct branch *first, *next;
};

struct form {
    struct arena *a;
    struct diag *d;
    struct pos at;
    enum lang lang; /* of the form */
    const struct pdf_record *record;
    const struct filled_fields *filled;
    struct entry *v; /* those with a text */
    int n;
    bool whole; /* the form asks for answers */
    struct branch tree;
    struct buf yaml;
    int line;
};

/* Words in comments. */
enum said {
    SAID_HEAD,
    SAID_FORM,
    SAID_INTERVIEW,
    SAID_ROOM,
    SAID_ITEM,
    SAID_COUNT
};

static const char *const said[LANG_COUNT][SAID_COUNT] = {
    [LANG_NL] =
        {
            [SAID_HEAD] = "Overgenomen van een ingevuld formulier",
            [SAID_FORM] = "formulier",
            [SAID_INTERVIEW] = "interview",
            [SAID_ROOM] = "Getypt op regels die in een interview geen sleutel "
                          "hebben:",
            [SAID_ITEM] = "op het formulier nummer",
        },
    [LANG_EN] =
        {
            [SAID_HEAD] = "Taken from a form that was filled in",
            [SAID_FORM] = "form",
            [SAID_INTERVIEW] = "interview",
            [SAID_ROOM] = "Typed on lines that have no key in an interview:",
            [SAID_ITEM] = "on the form number",
        },
};

/* Parts that go on ------------------------------------------------------ */

/* A field and its place among those of its name: NAME, NAME+2, NAME+3. */
struct piece {
    const char *base;
    int part, order;
    const struct filled_field *field;
};

static int
piece_compare(const void *one, const void *two)
{
    const struct piece *p = one, *q = two;
    int names = strcmp(p->base, q->base);

    return names != 0           ? names
           : p->part != q->part ? p->part - q->part
                                : p->order - q->order;
}

static struct piece
piece_of(struct arena *a, const struct filled_field *f, int order)
{
    const char *plus = strrchr(f->name, '+');
    struct piece p = {.base = f->name, .order = order, .field = f};

    if (plus != NULL && plus[1] >= '1' && plus[1] <= '9' &&
        strspn(plus + 1, "0123456789") == strlen(plus + 1) &&
        strlen(plus + 1) < 6) {
        p.base = arena_strndup(a, f->name, (size_t)(plus - f->name));
        p.part = (int)strtol(plus + 1, NULL, 10);
    }
    return p;
}

static void
entry_add(struct form *f, struct entry *e, const struct piece *p)
{
    const char *text = p->field->value;

    if (e->text == NULL)
        e->text = text;
    else if (text != NULL && strcmp(text, e->text) != 0)
        e->text = arena_printf(f->a, "%s\n%s", e->text, text);
}

static int
entry_compare(const void *one, const void *two)
{
    const struct entry *p = one, *q = two;

    return p->first < q->first ? -1 : p->first > q->first;
}

/* The texts, in the order of their fields. */
static void
gather(struct form *f)
{
    int n = f->filled->n;
    struct piece *pieces = NEW(f->a, struct piece, n + 1);

    f->v = NEW(f->a, struct entry, n + 1);
    for (int i = 0; i < n; i++)
        pieces[i] = piece_of(f->a, &f->filled->v[i], i);
    qsort(pieces, (size_t)n, sizeof *pieces, piece_compare);
    for (int i = 0; i < n; i++) {
        bool new = i == 0 || strcmp(pieces[i].base, pieces[i - 1].base) != 0;

        f->whole |= strncmp(pieces[i].base, "answers.", 8) == 0;
        if (new && f->n > 0 && f->v[f->n - 1].text == NULL)
            f->n--;
        if (new)
            f->v[f->n++] = (struct entry){
                .name = pieces[i].base, .first = pieces[i].field};
        entry_add(f, &f->v[f->n - 1], &pieces[i]);
    }
    if (f->n > 0 && f->v[f->n - 1].text == NULL)
        f->n--;
    qsort(f->v, (size_t)f->n, sizeof *f->v, entry_compare);
}

/* The tree -------------------------------------------------------------- */

static int
item_number(const char *part)
{
    size_t len = strlen(part);

    return len > 0 && len < 5 && strspn(part, "0123456789") == len
               ? (int)strtol(part, NULL, 10)
               : 0;
}

/* The branch of that name under `b`, in its place: items by number, keys in the
   order in which they come. */
static struct branch *
branch_under(struct form *f, struct branch *b, const char *part)
{
    struct branch **to = &b->first, *new;
    int item = item_number(part);

    while (*to != NULL && strcmp((*to)->key, part) != 0 &&
           (item == 0 || (*to)->item == 0 || (*to)->item < item))
        to = &(*to)->next;
    if (*to != NULL && strcmp((*to)->key, part) == 0)
        return *to;
    new = NEW(f->a, struct branch, 1);
    *new = (struct branch){.key = part, .item = item, .next = *to};
    *to = new;
    return new;
}

/* Whether `b` may get another child, which is an item or a key. */
static bool
takes(const struct branch *b, const char *part)
{
    return b->entry == NULL &&
           (b->first == NULL ||
               (b->first->item > 0) == (item_number(part) > 0));
}

/* Hangs an entry in the tree; false where its name is none of the interview's
   keys or collides with another. */
static bool
hang(struct form *f, struct entry *e)
{
    struct branch *b = &f->tree;
    const char *name = e->name;
    bool top = true;

    for (;;) {
        size_t len = strcspn(name, ".");
        const char *part = arena_strndup(f->a, name, len);

        if (len == 0 || !takes(b, part) ||
            (top && field_find(&interview_record, LANG_EN, part) == NULL))
            return false;
        b = branch_under(f, b, part);
        top = false;
        if (name[len] == '\0')
            break;
        name += len + 1;
    }
    if (b->entry != NULL || b->first != NULL)
        return false;
    b->entry = e;
    return true;
}

/* YAML ------------------------------------------------------------------ */

static void
put_line(struct form *f)
{
    buf_putc(&f->yaml, '\n');
    f->line++;
}

/* Fewer items were filled in than the form has: which one it is. */
static void
put_gap(struct form *f, int item, int indent)
{
    buf_printf(
        &f->yaml, "%*s# %s %d", indent, "", said[f->lang][SAID_ITEM], item);
    put_line(f);
}

/* A field's name has few parts, of which field_read knows fewer. */
static void
put_branches(struct form *f, const struct branch *b, int indent)
{
    int expected = 1;

    for (const struct branch *c = b->first; c != NULL; c = c->next) {
        if (c->item > 0 && c->item != expected)
            put_gap(f, c->item, indent);
        expected = c->item + 1;
        buf_printf(&f->yaml, "%*s", indent, "");
        if (c->item > 0)
            buf_putc(&f->yaml, '-');
        else
            yaml_put(&f->yaml, c->key, YAML_KEY, true);
        if (c->item == 0)
            buf_putc(&f->yaml, ':');
        if (c->entry != NULL) {
            buf_putc(&f->yaml, ' ');
            yaml_put(&f->yaml, c->entry->text, YAML_VALUE, false);
            c->entry->line = f->line;
        }
        put_line(f);
        put_branches(f, c, indent + 2);
    }
}

/* The interview as it stands now. */
static const struct source *
source_of(const struct form *f, const char *name)
{
    struct source *src = NEW(f->a, struct source, 1);

    *src = (struct source){.name = name, .text = f->yaml.p, .len = f->yaml.len};
    places_mark(f->a, src);
    return src;
}

/* Questions of the blank form to which nothing was typed are skipped, as the
   template says. */
static void
put_skipped(struct form *f, const struct rules *rules)
{
    struct interview *iv = NEW(f->a, struct interview, 1);
    const struct source *src = source_of(f, "");
    int *numbers = NEW(f->a, int, rules->nquestions + 1);
    int n;

    interview_parse(f->a, diag_new(f->a, NULL), src, iv);
    n = told_silent(f->a, iv, rules, numbers);
    if (n == 0)
        return;
    buf_puts(&f->yaml, "skipped: [");
    for (int i = 0; i < n; i++)
        buf_printf(
            &f->yaml, "%s%s", i > 0 ? ", " : "", told_id(f->a, numbers[i]));
    buf_puts(&f->yaml, "]");
    put_line(f);
}

/* A value that the metadata tell, which may be any bytes. */
static void
put_key(struct form *f, const char *key, const char *value)
{
    struct buf shown = buf_new(f->a);

    buf_visible_line(&shown, value);
    buf_printf(&f->yaml, "%s: ", key);
    yaml_put(&f->yaml, shown.len > 0 ? shown.p : "", YAML_VALUE, false);
    put_line(f);
}

static bool
has_top(const struct form *f, const char *key)
{
    for (const struct branch *b = f->tree.first; b != NULL; b = b->next)
        if (strcmp(b->key, key) == 0)
            return true;
    return false;
}

static void
put_yaml(struct form *f, const struct rules *rules)
{
    f->yaml = buf_new(f->a);
    f->line = 1;
    put_key(f, "format", interview_format);
    put_key(f, "language", lang_code[f->lang]);
    if (f->record->case_id != NULL && !has_top(f, "case"))
        put_key(f, "case", f->record->case_id);
    put_branches(f, &f->tree, 0);
    if (rules != NULL)
        put_skipped(f, rules);
    buf_puts(&f->yaml, "...\n");
}

/* Comments -------------------------------------------------------------- */

/* A text in comments, each line after `begin`. */
static void
put_comment(struct buf *out, const char *begin, const char *text)
{
    while (*text != '\0') {
        size_t len = strcspn(text, "\n");

        buf_puts(out, begin);
        buf_visible(out, text, len);
        buf_putc(out, '\n');
        text += len + (text[len] == '\n');
    }
}

static void
put_room(struct buf *out, const struct entry *e)
{
    buf_puts(out, "#\n# ");
    if (e->first->about != NULL) {
        buf_visible_line(out, e->first->about);
        buf_puts(out, " (");
        buf_visible_line(out, e->name);
        buf_putc(out, ')');
    } else {
        buf_visible_line(out, e->name);
    }
    buf_puts(out, "\n");
    put_comment(out, "#   ", e->text);
}

static void
put_origin(struct buf *out, const char *what, const char *is)
{
    if (is == NULL)
        return;
    buf_printf(out, "# %s: ", what);
    buf_visible_line(out, is);
    buf_putc(out, '\n');
}

/* Where it comes from, and what has no key. */
static void
put_head(const struct form *f, struct buf *out)
{
    const char *const *words = said[f->lang];
    bool first = true;

    put_origin(out, words[SAID_HEAD], f->record->layout_id);
    put_origin(out, words[SAID_FORM], f->filled->form);
    put_origin(out, words[SAID_INTERVIEW], f->record->hash_interview);
    for (int i = 0; i < f->n; i++) {
        if (f->v[i].line > 0)
            continue;
        if (first)
            buf_printf(out, "#\n# %s\n", words[SAID_ROOM]);
        first = false;
        put_room(out, &f->v[i]);
    }
}

/* Messages -------------------------------------------------------------- */

/* What a field is called in a message. */
static const char *
field_called(struct arena *a, const struct entry *e)
{
    const struct filled_field *f = e->first;
    const char *is = f->about == NULL ? e->name : f->about;

    return f->page == 0 ? is : arena_printf(a, "%s (p. %d)", is, f->page);
}

static void
say_strange(const struct form *f)
{
    for (int i = 0; i < f->n; i++)
        if (f->v[i].first->strange)
            diag_warning(f->d, f->at, "F210",
                "%s: a character that no text holds was typed here; see what "
                "stands in its place",
                field_called(f->a, &f->v[i]));
}

/* The first fault of a value; it stands in the output all the same. */
static void
say_fault(const struct form *f, const struct entry *e, const struct diag *d)
{
    for (const struct message *m = diag_first(d); m != NULL; m = m->next)
        if (m->severity != SEVERITY_NOTE && m->at.line == e->line) {
            diag_warning(
                f->d, f->at, "F211", "%s: %s", field_called(f->a, e), m->text);
            return;
        }
}

static void
say_faults(
    const struct form *f, const struct engine *e, const struct rules *rules)
{
    struct diag *d = diag_new(f->a, e->files->translate);
    struct interview *iv = NEW(f->a, struct interview, 1);
    const struct source *src = source_of(f, "");

    interview_parse(f->a, d, src, iv);
    interview_match(f->a, d, iv, rules);
    for (int i = 0; i < f->n; i++)
        if (f->v[i].line > 0)
            say_fault(f, &f->v[i], d);
}

/* The whole ------------------------------------------------------------- */

static enum status
print(struct form *f, struct engine *e, struct buf *out)
{
    const struct source *src;
    struct buf tidied = buf_new(f->a);
    struct diag *d = diag_new(f->a, e->files->translate);
    const struct ruleset *set = engine_rules(e, f->d, NULL, NULL);

    if (set == NULL)
        return STATUS_USAGE;
    put_yaml(f, f->whole ? &set->rules : NULL);
    say_strange(f);
    say_faults(f, e, &set->rules);
    src = source_of(f, f->at.src->name);
    if (engine_tidy(f->a, d, e, src, (int)f->lang, &tidied) != STATUS_OK) {
        diag_error(f->d, f->at, "F213",
            "what is typed cannot be written as an interview: %s",
            diag_first(d) == NULL ? "" : diag_first(d)->text);
        return STATUS_REFUSED;
    }
    put_head(f, out);
    buf_add(out, tidied.p, tidied.len);
    return STATUS_OK;
}

enum status
engine_read_filled(struct arena *a, struct diag *d, struct engine *e,
    const struct source *pdf, struct buf *out)
{
    struct filled_fields filled;
    struct pdf_record record;
    struct engine_options options = engine_defaults;
    struct form f = {.a = a,
        .d = d,
        .at = {.src = pdf},
        .record = &record,
        .filled = &filled};

    if (!filled_read(a, d, pdf, &filled))
        return STATUS_REFUSED;
    if (filled.xmp == NULL ||
        !pdf_read_meta(a, filled.xmp, filled.xmp_len, &record) ||
        record.layout_id == NULL) {
        diag_error(d, f.at, "F209",
            "this is no report of this program, or its metadata were altered");
        return STATUS_REFUSED;
    }
    if (record.options != NULL)
        recipe_read(a, record.options, &options);
    f.lang = options.lang < 0 ? LANG_NL : (enum lang)options.lang;
    gather(&f);
    if (f.n == 0) {
        diag_error(d, f.at, "F212", "nothing is typed in the fields");
        return STATUS_REFUSED;
    }
    for (int i = 0; i < f.n; i++)
        f.v[i].line = hang(&f, &f.v[i]) ? 1 : 0;
    return print(&f, e, out);
}

/* Filled copies --------------------------------------------------------- */

size_t
engine_form_within(const char *data, size_t len)
{
    return filled_form(data, len);
}

bool
engine_same_but_fields(struct arena *a, const char *form, size_t form_len,
    const char *data, size_t len)
{
    return filled_compare(a, form, form_len, data, len, false) == FILLED_SAME;
}
