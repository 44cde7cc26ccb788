/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "interview/import_parts.h"

#include <string.h>

/* A transcript is read paragraph by paragraph.  A question opens an answer,
   which goes on to the next question or to a heading that is no question; what
   comes before the first question may say who and when ("Kind: Sem"). */

enum { VALUE_MAX = 60, LABEL_MAX = 40 };

struct transcript {
    struct import im;
    const struct document *doc;
    int question;         /* 0: before the first, or behind a section */
    int level;            /* of the heading that opened it; 0: a plain line */
    bool begun;           /* a question was found */
    struct buf answer;    /* of the open question */
    struct pos answer_at; /* where it begins */
    int left;             /* paragraphs in a row without a place */
    struct pos left_at;   /* the first of them */
};

/* What has no place ----------------------------------------------------- */

static void
say_left(struct transcript *t)
{
    if (t->left == 0)
        return;
    if (t->left == 1)
        diag_warning(t->im.d, t->left_at, "N112",
            "this belongs to no question; it stands as a comment at the end");
    else
        diag_warning(t->im.d, t->left_at, "N112",
            "from here on %d paragraphs belong to no question; they stand as "
            "comments at the end",
            t->left);
    t->left = 0;
}

static void
leave(struct transcript *t, const struct paragraph *p)
{
    if (t->left++ == 0)
        t->left_at = p->text.at;
    import_leave(&t->im, NULL, p->text.s);
}

/* Answers --------------------------------------------------------------- */

static void
close_answer(struct transcript *t)
{
    struct import_place place = import_answer(t->question);
    struct text text = {.s = t->answer.p, .at = t->answer_at};

    if (t->question == 0)
        return;
    if (t->answer.len > 0 && !import_put(&t->im, &place, &text)) {
        diag_warning(t->im.d, text.at, "N111",
            "this does not go with what question v%02d has already; it stands "
            "as a comment at the end",
            t->question);
        import_leave(
            &t->im, arena_printf(t->im.a, "v%02d", t->question), text.s);
    }
    t->question = 0;
    t->answer = buf_new(t->im.a);
}

static void
open_answer(struct transcript *t, int question, const struct paragraph *p)
{
    close_answer(t);
    say_left(t);
    t->question = question;
    t->level = p->level;
    t->begun = true;
    t->answer_at = p->text.at;
}

static void
add_answer(struct transcript *t, const char *text, const struct paragraph *p)
{
    if (text_blank(text))
        return;
    if (t->answer.len == 0)
        t->answer_at = p->text.at;
    buf_printf(&t->answer, "%s%s", t->answer.len > 0 ? "\n" : "", text);
}

/* Questions ------------------------------------------------------------- */

static bool
looks_like_heading(const struct paragraph *p)
{
    return p->level > 0 || p->bold;
}

/* Behind the id of a question: whether it is the question, and no answer. */
static bool
is_asked(const struct transcript *t, const struct question *q,
    const struct paragraph *p, const char *rest)
{
    size_t len = strlen(rest);

    return looks_like_heading(p) ||
           import_is_question(t->im.a, t->im.how, q, rest) ||
           (len > 0 && rest[len - 1] == '?');
}

/* "Coach: Wanneer ging het goed?": who asks stands before it. */
static const char *
behind_colon(const char *s)
{
    const char *colon = strchr(s, ':');

    return colon != NULL && colon - s <= LABEL_MAX ? colon + 1 : NULL;
}

/* Behind a number of the document's own: "4. Een goed moment". */
static const char *
behind_number(const char *s)
{
    size_t n = strspn(s, "0123456789");

    return n > 0 && n <= 2 && s[n] != '\0' && strchr(".)", s[n]) != NULL
               ? s + n + 1
               : NULL;
}

static const struct question *
question_of(const struct transcript *t, const char *s)
{
    const struct question *q = import_question(t->im.a, t->im.how, s);
    const char *rest;

    if (q == NULL && (rest = behind_colon(s)) != NULL)
        q = import_question(t->im.a, t->im.how, rest);
    if (q == NULL && (rest = behind_number(s)) != NULL)
        q = import_question(t->im.a, t->im.how, rest);
    return q;
}

/* Whether a line asks a question: then it opens the answer. */
static bool
read_question(struct transcript *t, const struct paragraph *p)
{
    const char *rest, *s = p->text.s;
    int number = import_id(s, &rest);
    const struct question *q = number == 0
                                   ? question_of(t, s)
                                   : rules_question(t->im.how->rules, number);

    if (q == NULL || (number == 0 && strchr(s, '\n') != NULL))
        return false;
    open_answer(t, q->number, p);
    if (number == 0 || (*rest != '\0' && is_asked(t, q, p, rest)))
        import_note(&t->im, import_above(&t->im, q->number), NULL, s);
    else
        add_answer(t, rest, p);
    return true;
}

/* An id that the rules do not have begins a part without a place. */
static bool
is_other_question(const struct transcript *t, const struct paragraph *p)
{
    const char *rest;
    int number = import_id(p->text.s, &rest);

    return number > 0 && rules_question(t->im.how->rules, number) == NULL &&
           (looks_like_heading(p) || *rest == '\0' ||
               memchr(p->text.s, ':', (size_t)(rest - p->text.s)) != NULL);
}

/* Rows ------------------------------------------------------------------ */

static void
note_cell(struct transcript *t, const char *cell)
{
    import_note(&t->im, import_above(&t->im, t->question), NULL, cell);
}

/* A row whose first cell asks a question: the others answer it. */
static bool
read_row(struct transcript *t, const struct paragraph *p)
{
    const char *rest = "";
    int number = p->ncells > 1 ? import_id(p->cells[0].s, &rest) : 0;
    const struct question *q = p->ncells < 2 ? NULL
                               : number == 0
                                   ? question_of(t, p->cells[0].s)
                                   : rules_question(t->im.how->rules, number);

    if (q == NULL)
        return false;
    open_answer(t, q->number, p);
    if (number == 0 || *rest != '\0')
        note_cell(t, p->cells[0].s);
    for (int i = 1; i < p->ncells; i++) {
        if (import_is_question(t->im.a, t->im.how, q, p->cells[i].s))
            note_cell(t, p->cells[i].s);
        else
            add_answer(t, p->cells[i].s, p);
    }
    return true;
}

/* Who and when ---------------------------------------------------------- */

/* A name that begins several paragraphs is who speaks. */
static bool
is_speaker(const struct document *doc, const char *label)
{
    size_t len = strlen(label);
    int n = 0;

    for (int i = 0; i < doc->n; i++)
        n += strncmp(doc->v[i].text.s, label, len) == 0 &&
             doc->v[i].text.s[len] == ':';
    return n > 1;
}

static bool
put_value(struct transcript *t, const char *label, const char *value,
    const struct paragraph *p)
{
    struct import_place place = import_name(t->im.a, t->im.how, label);
    struct text text = {.s = value, .at = p->text.at};

    if (place.kind != IMPORT_VALUE || place.field->type == FIELD_TEXT ||
        strlen(value) > VALUE_MAX || strchr(value, '?') != NULL ||
        strchr(value, '\n') != NULL)
        return false;
    return import_put(&t->im, &place, &text);
}

static const char *
trimmed(struct arena *a, const char *s, size_t len)
{
    while (len > 0 && (*s == ' ' || *s == '\t')) {
        s++;
        len--;
    }
    while (len > 0 && strchr(" \t:", s[len - 1]) != NULL)
        len--;
    return arena_strndup(a, s, len);
}

/* "Kind: Sem", or a row of two cells.  The words of the label stay. */
static bool
read_value(struct transcript *t, const struct paragraph *p)
{
    const char *s = p->text.s, *colon = behind_colon(s), *label, *value;

    if (t->begun)
        return false;
    if (p->kind == PARAGRAPH_ROW) {
        if (p->ncells != 2)
            return false;
        label = trimmed(t->im.a, p->cells[0].s, strlen(p->cells[0].s));
        value = p->cells[1].s;
    } else {
        if (colon == NULL)
            return false;
        label = trimmed(t->im.a, s, (size_t)(colon - s) - 1);
        value = trimmed(t->im.a, colon, strlen(colon));
        if (is_speaker(t->doc, label))
            return false;
    }
    if (text_blank(value) || !put_value(t, label, value, p))
        return false;
    import_note(&t->im, &t->im.head, NULL, s);
    return true;
}

/* Beside the text ------------------------------------------------------- */

static const char *const aside_word[LANG_COUNT][ASIDE_COUNT] = {
    [LANG_NL] = {"noot", "opmerking", "geschrapt", "kop- of voettekst"},
    [LANG_EN] = {"note", "comment", "deleted", "header or footer"},
};

static void
read_aside(struct transcript *t, const struct paragraph *p)
{
    const char *where = aside_word[t->im.how->lang][p->aside];

    if (t->question > 0 && p->aside != ASIDE_MARGIN)
        import_note(
            &t->im, import_above(&t->im, t->question), where, p->text.s);
    else
        import_leave(&t->im, where, p->text.s);
}

static int
count_aside(const struct document *doc, enum aside kind, struct pos *at)
{
    int n = 0;

    for (int i = 0; i < doc->n; i++)
        if (doc->v[i].kind == PARAGRAPH_ASIDE && doc->v[i].aside == kind) {
            if (n++ == 0)
                *at = doc->v[i].text.at;
        }
    return n;
}

static void
say_asides(struct diag *d, const struct document *doc)
{
    struct pos at, whole = {.src = doc->src};
    int n;

    if ((n = count_aside(doc, ASIDE_NOTE, &at)) > 0)
        diag_warning(d, at, "N113",
            "footnotes and endnotes: %d; they stand as comments above the "
            "answers",
            n);
    if ((n = count_aside(doc, ASIDE_COMMENT, &at)) > 0)
        diag_warning(d, at, "N113",
            "comments in the margin: %d; they stand as comments above the "
            "answers",
            n);
    if ((n = count_aside(doc, ASIDE_DELETED, &at)) > 0)
        diag_warning(d, at, "N113",
            "texts that a tracked change deletes: %d; they stand as comments "
            "above the answers",
            n);
    if ((n = count_aside(doc, ASIDE_MARGIN, &at)) > 0)
        diag_warning(d, at, "N113",
            "headers and footers: %d; they stand as comments at the end", n);
    if (doc->changed > 0)
        diag_warning(d, whole, "N113",
            "texts that a tracked change adds: %d; they are read as they stand",
            doc->changed);
    if (doc->pictures > 0)
        diag_warning(d, whole, "N113",
            "pictures and the like: %d; an interview holds none",
            doc->pictures);
    if (doc->symbols > 0)
        diag_warning(d, whole, "N113",
            "characters that no text holds: %d; a blank or a square stands in "
            "their place",
            doc->symbols);
}

/* The whole ------------------------------------------------------------- */

/* A heading that is no question ends the answer, unless it lies below the
   question's own. */
static bool
ends_answer(const struct transcript *t, const struct paragraph *p)
{
    return is_other_question(t, p) ||
           (p->level > 0 && (t->level == 0 || p->level <= t->level));
}

static void
read_paragraph(struct transcript *t, const struct paragraph *p)
{
    if (p->kind == PARAGRAPH_ASIDE) {
        read_aside(t, p);
        return;
    }
    if (p->kind == PARAGRAPH_ROW ? read_row(t, p) : read_question(t, p))
        return;
    if (read_value(t, p))
        return;
    if (t->question > 0 && ends_answer(t, p))
        close_answer(t);
    if (t->question > 0)
        add_answer(t, p->text.s, p);
    else
        leave(t, p);
}

bool
import_document(struct arena *a, struct diag *d, const struct import_how *how,
    const struct document *doc, struct imported *out)
{
    struct transcript t = {
        .im = import_begin(a, d, how, true), .doc = doc, .answer = buf_new(a)};

    for (int i = 0; i < doc->n; i++)
        read_paragraph(&t, &doc->v[i]);
    close_answer(&t);
    if (!t.begun) {
        diag_error(d, (struct pos){.src = doc->src}, "N105",
            "no question is found in this document");
        diag_help(d, "put each question on a line of its own above its answer: "
                     "its number (V4) or its title, as relatieprofiel new "
                     "prints them");
        return false;
    }
    say_left(&t);
    say_asides(d, doc);
    import_end(&t.im, &(struct import_taken){0}, out);
    return true;
}
