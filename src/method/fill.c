/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Filling a text of rules or layouts: one pass that reads placeholders, bold
   marks and straight apostrophes and gives either pieces or plain text.
   Placeholders and `**` were checked at load; what is no placeholder prints as
   it stands. */
#include "method/fill.h"

#include "base/utf8.h"
#include "method/address.h"
#include "rules/placeholder.h"

#include <string.h>

/* Where filled text goes: pieces to `take`, or plain text where that is
   NULL. */
struct sink {
    struct arena *a;
    fill_take *take;
    void *ctx;
    struct buf text; /* not yet a piece */
    bool strong;
    bool gap; /* the last placeholder printed nothing: no double space */
};

enum form { FORM_HE, FORM_HIM, FORM_HIS, FORM_COUNT };

static const char *const pronoun_word[LANG_COUNT][4][FORM_COUNT] = {
    [LANG_NL] =
        {
            [PRONOUN_HE] = {"hij", "hem", "zijn"},
            [PRONOUN_SHE] = {"zij", "haar", "haar"},
            [PRONOUN_THEY] = {"die"}, /* the others are the name */
        },
    [LANG_EN] =
        {
            [PRONOUN_HE] = {"he", "him", "his"},
            [PRONOUN_SHE] = {"she", "her", "her"},
            [PRONOUN_THEY] = {"they", "them", "their"},
        },
};

/* Of a child of whom neither pronoun nor name is known. */
static const char *const unnamed_his[LANG_COUNT] = {"diens", "their"};

const char *
fill_called(const struct person *p)
{
    return p->name.s != NULL ? p->name.s : p->code.s;
}

/* Who is called nothing is "het kind", "de leerkracht". */
static const char *
person_name(struct arena *a, const struct person *p, const struct bitext *word,
    enum lang lang)
{
    if (fill_called(p) != NULL)
        return fill_called(p);
    return word->t[lang].s == NULL ? ""
                                   : fill_article(a, word->t[lang].s, lang);
}

/* The child that a text is about; of two it is no one. */
static const struct person *
child_of(const struct fill *env)
{
    static const struct person no_one;

    return env->two_children ? &no_one : &env->interview->child;
}

const char *
fill_child(struct arena *a, const struct fill *env)
{
    return person_name(a, child_of(env), &env->rules->child, env->lang);
}

const char *
fill_teacher(struct arena *a, const struct fill *env)
{
    return person_name(
        a, &env->interview->teacher, &env->rules->teacher, env->lang);
}

const char *
fill_coach(struct arena *a, const struct fill *env)
{
    return person_name(
        a, &env->interview->coach, &env->rules->coach, env->lang);
}

/* Without a pronoun, or a form of it, the name stands in its place. */
static const char *
fill_pronoun(struct arena *a, const struct fill *env, enum form form)
{
    const struct person *child = child_of(env);
    const char *word = pronoun_word[env->lang][child->pronoun][form];

    if (word != NULL)
        return word;
    if (form != FORM_HIS)
        return fill_child(a, env);
    if (fill_called(child) == NULL)
        return unnamed_his[env->lang];
    return fill_possessive(a, fill_child(a, env), env->lang);
}

/* What a placeholder prints; NULL is nothing.  A page is a piece of its own and
   never comes here. */
static const char *
fill_value(struct arena *a, const struct fill *env, enum placeholder which)
{
    const struct interview *iv = env->interview;

    switch (which) {
    case PLACEHOLDER_CHILD:
        return fill_child(a, env);
    case PLACEHOLDER_TEACHER:
        return fill_teacher(a, env);
    case PLACEHOLDER_COACH:
        return fill_coach(a, env);
    case PLACEHOLDER_CASE:
        return env->other == NULL ? iv->case_id.s
                                  : arena_printf(a, "%s · %s", iv->case_id.s,
                                        env->other->case_id.s);
    case PLACEHOLDER_GROUP:
        return child_of(env)->group.s;
    case PLACEHOLDER_READERS:
        return fill_readers(a, iv->nreadings, env->lang);
    case PLACEHOLDER_HE:
        return fill_pronoun(a, env, FORM_HE);
    case PLACEHOLDER_HIM:
        return fill_pronoun(a, env, FORM_HIM);
    case PLACEHOLDER_HIS:
        return fill_pronoun(a, env, FORM_HIS);
    case PLACEHOLDER_COUNT_ITEMS:
        return env->count;
    case PLACEHOLDER_CHIP:
        return env->chip;
    case PLACEHOLDER_WORD:
        return env->word;
    case PLACEHOLDER_LIST:
        return env->list;
    case PLACEHOLDER_FIRST:
        return env->first;
    case PLACEHOLDER_SECOND:
        return env->second;
    case PLACEHOLDER_EXERCISE:
        return iv->exercise.s;
    case PLACEHOLDER_HASH:
        return env->hash;
    case PLACEHOLDER_KEEP:
        return env->keep;
    case PLACEHOLDER_VALUE:
        return env->value;
    case PLACEHOLDER_TOTAL:
        return env->total;
    case PLACEHOLDER_PAGE:
    case PLACEHOLDER_NAMES:
        break;
    }
    return NULL;
}

static void
sink_flush(struct sink *out)
{
    if (out->take == NULL || out->text.len == 0)
        return;
    out->take(out->ctx, FILL_TEXT, out->strong, out->text.p, out->text.len);
    out->text = buf_new(out->a); /* the old bytes are the piece's now */
}

static void
sink_special(struct sink *out, enum fill_piece piece, const char *s, size_t len)
{
    out->gap = false;
    sink_flush(out);
    out->take(out->ctx, piece, out->strong, s, len);
}

static bool
at_gap_edge(const struct sink *out)
{
    return out->text.len == 0 || out->text.p[out->text.len - 1] == ' ';
}

/* Drops the space before a gap where no word follows it. */
static void
sink_close_gap(struct sink *out)
{
    if (out->text.len > 0 && out->text.p[out->text.len - 1] == ' ')
        out->text.p[--out->text.len] = '\0';
    out->gap = false;
}

static void
sink_char(struct sink *out, const char *s, size_t len)
{
    if (out->gap) {
        if (*s == ' ' && at_gap_edge(out))
            return;
        if (strchr(".,;:!?)", *s) != NULL)
            sink_close_gap(out);
        out->gap = false;
    }
    buf_add(&out->text, s, len);
}

static void
sink_placeholder(struct sink *out, const struct fill *env,
    enum placeholder which, bool capital, const char *arg, size_t len)
{
    const char *s;

    if (which == PLACEHOLDER_PAGE && out->take != NULL) {
        sink_special(out, FILL_PAGE, arena_strndup(out->a, arg, len), len);
        return;
    }
    s = which == PLACEHOLDER_PAGE ? "?" : fill_value(out->a, env, which);
    if (s == NULL || *s == '\0') {
        out->gap = true;
        return;
    }
    if (which == PLACEHOLDER_CHIP && out->take != NULL) {
        sink_special(out, FILL_CHIP, s, strlen(s));
        return;
    }
    if (capital)
        s = fill_capital(out->a, s);
    out->gap = false;
    buf_puts(&out->text, s);
}

const char *
fill_question_word(struct arena *a, const struct interview *iv,
    const struct question *q, enum lang lang)
{
    static const char *const unknown[LANG_COUNT] = {"woord", "word"};

    if (q->kind != QUESTION_WORD)
        return NULL;
    if (q->word >= 1 && q->word <= iv->nwords &&
        iv->words[q->word - 1].word.s != NULL)
        return iv->words[q->word - 1].word.s;
    return arena_printf(a, "%s %d", unknown[lang], q->word);
}

/* Letters and digits; general punctuation (U+2000 and up) is none. */
static bool
is_word(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z') || (c >= 0xc0 && c < 0x2000) || c >= 0x2c00;
}

/* Whether a clipped word begins at `s`: 's, 't, 'n, 'k, 'm. */
static bool
is_clipped(const char *s)
{
    const char *next = s + 1;

    return *s != '\0' && strchr("stnkm", *s) != NULL &&
           (*next == '\0' || !is_word(utf8_next(&next)));
}

/* The mark for a straight apostrophe behind `before` with `s` after it: it
   opens only at the front of a word that is not clipped. */
static const char *
curly(uint32_t before, const char *s)
{
    const char *next = s;

    if (is_word(before) || *s == '\0' || is_clipped(s))
        return "’";
    return *s == '{' || *s == '*' || is_word(utf8_next(&next)) ? "‘" : "’";
}

static void
fill_into(struct sink *out, const struct fill *env, const char *s)
{
    uint32_t before = ' ';

    if (env->rules->formal && env->lang == LANG_NL)
        s = address_formal(out->a, s);
    while (*s != '\0') {
        const char *from = s, *arg = NULL;
        enum placeholder which;
        bool capital;
        size_t len = 0;

        if (*s == '{' &&
            placeholder_read(&s, env->lang, &which, &capital, &arg, &len)) {
            sink_placeholder(out, env, which, capital, arg, len);
            before = 'a';
        } else if (s[0] == '*' && s[1] == '*') {
            sink_flush(out);
            out->strong = !out->strong;
            s += 2;
        } else if (*s == '\'') {
            const char *mark = curly(before, ++s);

            sink_char(out, mark, strlen(mark));
            before = '\'';
        } else {
            before = utf8_next(&s);
            sink_char(out, from, (size_t)(s - from));
        }
    }
    if (out->gap)
        sink_close_gap(out);
    sink_flush(out);
}

void
fill_pieces(struct arena *a, const struct fill *env, const char *s,
    fill_take *take, void *ctx)
{
    struct sink out = {.a = a, .take = take, .ctx = ctx, .text = buf_new(a)};

    fill_into(&out, env, s);
}

const char *
fill_text(struct arena *a, const struct fill *env, const char *s)
{
    struct sink out = {.a = a, .text = buf_new(a)};

    fill_into(&out, env, s);
    return out.text.p == NULL ? "" : out.text.p;
}
