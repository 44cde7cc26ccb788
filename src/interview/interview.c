/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "interview/interview.h"

#include "base/places.h"
#include "format/yaml_lines.h"
#include "interview/fields.h"

#include <stddef.h>
#include <string.h>

/* The tables of fields.c do the reading, with own.c for what is no plain field.
   Here is the first key and its language, and what can be checked without
   rules. */

/* The language in which most keys of the file are known. */
static enum lang
likely_language(const struct node *root)
{
    int known[LANG_COUNT] = {0};

    for (const struct node *c = root->first; c != NULL; c = c->next)
        for (int lang = 0; lang < LANG_COUNT; lang++)
            known[lang] +=
                field_find(&interview_record, (enum lang)lang, c->key) != NULL;
    return known[LANG_EN] > known[LANG_NL] ? LANG_EN : LANG_NL;
}

static void
help_format(
    struct arena *a, struct diag *d, const struct node *root, const char *key)
{
    struct pos at = root->first == NULL ? root->at : root->first->key_at;
    size_t offset = places_offset(at);
    struct buf line = buf_new(a);

    for (const struct node *c = root->first; c != NULL; c = c->next)
        if (strcmp(c->key, key) == 0) {
            diag_help(d, "move line %d to the top", c->key_at.line);
            return;
        }
    buf_printf(&line, "%s: %s", key, interview_format);
    diag_help(d, "make the first line \"%s\"", line.p);
    buf_printf(&line, "\n%*s", at.col - 1, "");
    diag_fix(d, offset, offset, line.p);
}

/* The first key tells the language of all others.  Where it is not the right
   one, the rest is read in the language that fits best. */
static bool
read_language(
    struct arena *a, struct diag *d, const struct node *root, enum lang *lang)
{
    const struct node *first = root->first;

    for (int i = 0; i < LANG_COUNT && first != NULL; i++) {
        if (strcmp(first->key, interview_record.fields[0].name[i]) == 0) {
            *lang = (enum lang)i;
            return true;
        }
    }
    *lang = likely_language(root);
    diag_error(d, first == NULL ? root->at : first->key_at, "I107",
        "an interview begins with the key \"formaat\" or \"format\"");
    help_format(a, d, root, interview_record.fields[0].name[*lang]);
    return false;
}

/* Indexes that interview_match sets are -1 until then. */
static void
clear_indexes(struct arena *a, struct interview *iv)
{
    for (int i = 0; i < iv->nfragments; i++)
        iv->fragments[i].feeling_index = -1;
    for (int i = 0; i < iv->nsteps; i++)
        iv->steps[i].goal_index = -1;
    iv->focus_index = NEW(a, int, iv->focus.n);
    for (int i = 0; i < iv->focus.n; i++)
        iv->focus_index[i] = -1;
    iv->keep_index = -1;
}

/* Counted is what has a text: one without is reported as such. */
static void
check_counts(struct diag *d, const struct interview *iv)
{
    int words = iv->nwords, strengths = iv->nstrengths;

    if (words > 0 && iv->words[words - 1].word.s != NULL) {
        struct pos at = iv->words[words - 1].word.at;

        if (words < INTERVIEW_WORDS_MIN)
            diag_error(d, at, "I106",
                "one word is not enough: the method asks for three");
        else if (words != INTERVIEW_WORDS)
            diag_warning(d, at, "I402",
                "%d words, where the method asks for three", words);
    }
    if (strengths > 0 && iv->strengths[strengths - 1].claim.s != NULL &&
        (strengths == 1 || strengths > INTERVIEW_STRENGTHS))
        diag_warning(d, iv->strengths[strengths - 1].claim.at, "I403",
            "two or three strengths are expected; the number here is %d",
            strengths);
}

static void
check_readers(struct diag *d, const struct interview *iv)
{
    for (int i = 0; i < iv->nreadings; i++) {
        const struct text *by = &iv->readings[i].by;

        for (int k = 0; k < i && by->s != NULL; k++) {
            const struct text *other = &iv->readings[k].by;

            if (other->s == NULL || strcmp(by->s, other->s) != 0)
                continue;
            diag_warning(d, by->at, "I404",
                "\"%s\" is a reader already; both count", by->s);
            diag_note(d, other->at, "first here");
            break;
        }
    }
}

static void
check_reasons(struct diag *d, const struct interview *iv)
{
    for (int i = 0; i < iv->nreadings; i++) {
        const struct reading *r = &iv->readings[i];

        for (int k = 0; k < r->nscores; k++) {
            if (!r->scores[k].na || r->scores[k].reason.s != NULL)
                continue;
            diag_warning(d, r->scores[k].score_at, "I405",
                "\"%s\" says \"%s\" without a reason", r->scores[k].scale.s,
                interview_na.name[iv->keys]);
            diag_help(d, "add the key \"%s\"",
                iv->keys == LANG_NL ? "reden" : "reason");
        }
    }
}

static const struct node *
find_key(const struct node *root, const char *key)
{
    const struct node *c = root->first;

    while (c != NULL && strcmp(c->key, key) != 0)
        c = c->next;
    return c;
}

/* The last line that belongs to a key of the root. */
static int
last_line(const struct node *n, const struct interview *iv)
{
    return n->next != NULL ? n->next->key_at.line - 1 : iv->end.line;
}

static bool
is_faulty(
    const struct diag *d, const struct node *n, const struct interview *iv)
{
    return diag_errors_in(d, iv->src, n->key_at.line, last_line(n, iv));
}

/* Faults that may hide an answer, so that it is not missed twice: those in
   lists of answers, and keys that may be such a list. */
static void
find_doubt(struct diag *d, const struct node *root, struct interview *iv)
{
    bool other = false; /* of another kind or version */

    for (const struct node *c = root->first; c != NULL; c = c->next) {
        const struct field *f = field_find(&interview_record, iv->keys, c->key);

        iv->known |= f != NULL;
        if (f == NULL)
            iv->answers_doubt = true;
        else if (f == &interview_record.fields[0])
            other |= is_faulty(d, c, iv);
        else if (f->offset == offsetof(struct interview, skipped))
            iv->answers_doubt |= is_faulty(d, c, iv);
        else if (f->offset == offsetof(struct interview, words))
            iv->words_doubt = is_faulty(d, c, iv);
        else if (f->type == FIELD_OWN && f->own == INTERVIEW_ANSWERS)
            iv->answers_doubt |= c->kind != NODE_MAP || c->cut;
    }
    iv->known &= !other;
    iv->answers_doubt |= root->cut;
}

/* A text that begins with # is none to YAML: whoever typed it sees it in the
   file and misses it on paper.  Answers say so themselves (I315). */
static void
tell_hashed(struct arena *a, struct diag *d, const struct node *n, bool answers)
{
    struct yaml_line l;

    for (const struct node *c = n->first; c != NULL; c = c->next) {
        if (c->kind != NODE_SCALAR) {
            tell_hashed(a, d, c,
                n->key == NULL && c->key != NULL &&
                    (strcmp(c->key, "antwoorden") == 0 ||
                        strcmp(c->key, "answers") == 0));
            continue;
        }
        if (answers || !interview_is_hashed(c) ||
            !yaml_line(c->key_at.src, c->key_at.line, &l))
            continue;
        diag_warning(d, diag_pos(c->key_at.src, l.value), "I418",
            "this begins with #, so it is a comment and no text of \"%s\"",
            c->key);
        diag_help(d, "put the text between double quotes, or the comment "
                     "on a line of its own above");
        yaml_line_fix_text(a, d, c->key_at.src, c->key_at.line);
    }
}

static bool
read_root(struct arena *a, struct diag *d, const struct node *root,
    struct interview *out)
{
    bool ok = read_language(a, d, root, &out->keys);
    const struct node *focus;

    out->lang = out->keys;
    out->answers_at = root->at;
    if (!field_read(
            a, d, &interview_record, out->keys, root, interview_own, out))
        ok = false;
    focus = find_key(root, out->keys == LANG_NL ? "uitgelicht" : "focus");
    find_doubt(d, root, out);
    out->focus_given = focus != NULL && field_given(focus);
    clear_indexes(a, out);
    if (!root->cut)
        check_counts(d, out);
    check_readers(d, out);
    check_reasons(d, out);
    tell_hashed(a, d, root, false);
    return ok;
}

bool
interview_parse(struct arena *a, struct diag *d, const struct source *src,
    struct interview *out)
{
    struct yaml yaml;
    int before = diag_errors(d, src);

    *out = (struct interview){.src = src, .keep_index = -1};
    yaml_parse(a, d, src, &yaml);
    out->ended = yaml.ended;
    out->cut_off = yaml.cut_off;
    out->root = yaml.root;
    out->comments = yaml.comments;
    out->ncomments = yaml.ncomments;
    out->end = yaml.end;
    if (yaml.root != NULL && yaml.root->kind == NODE_MAP)
        read_root(a, d, yaml.root, out);
    else if (yaml.root != NULL && diag_errors(d, src) == before) {
        diag_error(d, yaml.root->at, "I107", "this is no interview");
        diag_help(d, "begin with \"formaat: %s\" or \"format: %s\"",
            interview_format, interview_format);
    }
    return diag_errors(d, src) == before;
}

const struct answer *
interview_answer(const struct interview *iv, int n)
{
    for (int i = 0; i < iv->nanswers; i++)
        if (iv->answers[i].question == n)
            return &iv->answers[i];
    return NULL;
}

struct date
interview_report_date(const struct interview *iv)
{
    struct date last = {0};

    if (iv->agreed_date.year > 0)
        return iv->agreed_date;
    for (int i = 0; i < iv->nreadings; i++)
        if (date_compare(iv->readings[i].date, last) > 0)
            last = iv->readings[i].date;
    return last.year > 0 ? last : iv->date;
}
