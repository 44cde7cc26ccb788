/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "method/wording.h"

#include "base/utf8.h"

#include <string.h>

/* What is asked of a text: a bit each. */
enum {
    ASK_PLAIN = 0,   /* words to avoid, long sentences */
    ASK_OPEN = 1,    /* it is a question: open, not leading */
    ASK_NUMBERS = 2, /* it is for the teacher: no numbers */
};

struct wording_check {
    struct arena *a;
    struct diag *d;
    const struct rules *rules;
    enum lang lang;
};

/* Words that begin a question which yes or no answers, and turns that lead to
   an answer; folded, a blank around each. */
static const char *const closed_words[LANG_COUNT] = {
    [LANG_NL] =
        " is zijn was waren ben bent heb hebt heeft hebben had hadden kun kan "
        "kunnen kon konden wil wilt willen wilde ga gaat gaan doe doet doen "
        "deed mag mogen moet moeten moest zou zouden zal zullen vind vindt "
        "vinden vond denk denkt denken dacht weet weten wist herken herkent "
        "voel voelt voelen voelde merk merkt zie ziet zien zag krijg krijgt "
        "lukt werkt helpt past klopt durf durft ",
    [LANG_EN] = " is are was were do does did have has had can could will "
                "would should may might shall am must ",
};
static const char *const leading_turns[LANG_COUNT][8] = {
    [LANG_NL] = {"vind je niet", "denk je niet", "zou je niet", "kun je niet",
        "is het niet", "ook niet beter", "vind je ook niet",
        "denk je ook niet"},
    [LANG_EN] = {"don't you", "isn't it", "wouldn't you", "couldn't you",
        "shouldn't you", "do you not think"},
};
static const char *const leading_ends[LANG_COUNT] = {
    [LANG_NL] = ", toch?", [LANG_EN] = ", right?"};

/* ASCII small letters; the other bytes as they are. */
static const char *
folded(struct arena *a, const char *s)
{
    char *copy = arena_strndup(a, s, strlen(s));

    for (char *p = copy; *p != '\0'; p++)
        if (*p >= 'A' && *p <= 'Z')
            *p = (char)(*p + 32);
    return copy;
}

static bool
is_letter(char c)
{
    unsigned char u = (unsigned char)c;

    return (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || u >= 0x80;
}

static bool
is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

/* Where `word` (a blank in it matches any white space) stands in `s` as whole
   words, or NULL; both folded. */
static const char *
find_words(const char *s, const char *word)
{
    for (const char *at = s; *at != '\0'; at++) {
        const char *p = at, *w = word;

        if (at > s && is_letter(at[-1]))
            continue;
        while (*w != '\0' && (*w == ' ' ? is_blank(*p) : *w == *p)) {
            if (*w == ' ')
                while (is_blank(p[1]))
                    p++;
            w++;
            p++;
        }
        if (*w == '\0' && !is_letter(*p))
            return at;
    }
    return NULL;
}

static struct pos
place(const struct text *text, const char *folded_text, const char *at)
{
    return text_locate(text, (size_t)(at - folded_text));
}

static void
check_avoid(struct wording_check *c, const struct text *text, const char *low)
{
    const struct texts *avoid = &c->rules->wording.avoid[c->lang];

    for (int i = 0; i < avoid->n; i++) {
        const char *at = find_words(low, folded(c->a, avoid->v[i].s));

        if (at == NULL)
            continue;
        diag_warning(c->d, place(text, low, at), "W101",
            "\"%s\" judges the person", avoid->v[i].s);
        diag_help(c->d, "say what was heard in the interview, and how much of "
                        "it");
    }
}

static bool
ends_sentence(const char *p)
{
    return (*p == '.' || *p == '?' || *p == '!') &&
           (p[1] == '\0' || is_blank(p[1]));
}

/* Behind the sentence that begins at `s`; `*words` is how many it has. */
static const char *
sentence_end(const char *s, int *words)
{
    bool inside = false;

    *words = 0;
    for (; *s != '\0'; s++) {
        if (!inside && !is_blank(*s) && (is_letter(*s) || *s == '{'))
            ++*words;
        inside = !is_blank(*s);
        if (ends_sentence(s))
            return s + 1;
    }
    return s;
}

static void
check_length(struct wording_check *c, const struct text *text)
{
    int limit = c->rules->wording.words_per_sentence[c->lang];

    for (const char *s = text->s; limit > 0 && *s != '\0';) {
        const char *end;
        int words;

        while (is_blank(*s))
            s++;
        end = sentence_end(s, &words);
        if (words > limit) {
            diag_warning(c->d, place(text, text->s, s), "W104",
                "a sentence of %d words; the rules ask for %d at most", words,
                limit);
            diag_help(c->d, "make two sentences of it");
        }
        s = end;
    }
}

static void
check_numbers(struct wording_check *c, const struct text *text)
{
    const char *at = text->s + strcspn(text->s, "0123456789");

    if (*at == '\0')
        return;
    diag_warning(c->d, place(text, text->s, at), "W105",
        "a number in a text for the teacher");
    diag_help(c->d, "the teacher's copy shows bands, not numbers; write small "
                    "numbers as words");
}

/* Whether the sentence from `s` to `end` is a question that begins with a
   verb. */
static bool
is_closed(struct wording_check *c, const char *s, const char *end)
{
    size_t n = 0;

    if (end[-1] != '?')
        return false;
    while (is_letter(s[n]))
        n++;
    return n > 0 && strstr(closed_words[c->lang],
                        arena_printf(c->a, " %.*s ", (int)n, s)) != NULL;
}

/* A closed question is fine where an open one follows or goes before. */
static void
check_closed(struct wording_check *c, const struct text *text, const char *low)
{
    const char *closed = NULL;

    for (const char *s = low; *s != '\0';) {
        const char *end;
        int words;

        while (is_blank(*s))
            s++;
        if (*s == '\0')
            break;
        end = sentence_end(s, &words);
        if (is_closed(c, s, end))
            closed = closed != NULL ? closed : s;
        else if (end[-1] == '?')
            return;
        s = end;
    }
    if (closed == NULL)
        return;
    diag_warning(c->d, place(text, low, closed), "W102",
        "this question can be answered with yes or no");
    diag_help(c->d, c->lang == LANG_NL
                        ? "ask with wat, hoe, wanneer, welke or waaraan"
                        : "ask with what, how, when or which");
}

static void
check_leading(struct wording_check *c, const struct text *text, const char *low)
{
    const char *at = NULL;

    for (size_t i = 0; i < sizeof leading_turns[0] / sizeof *leading_turns[0];
         i++)
        if (at == NULL && leading_turns[c->lang][i] != NULL)
            at = find_words(low, leading_turns[c->lang][i]);
    if (at == NULL)
        at = strstr(low, leading_ends[c->lang]);
    if (at == NULL)
        return;
    diag_warning(
        c->d, place(text, low, at), "W103", "this question leads to an answer");
    diag_help(c->d, "ask what the teacher sees, without an answer in it");
}

static void
check_text(struct wording_check *c, const struct text *text, int asked)
{
    const char *low;

    if (text->s == NULL)
        return;
    low = folded(c->a, text->s);
    check_avoid(c, text, low);
    check_length(c, text);
    if ((asked & ASK_NUMBERS) != 0)
        check_numbers(c, text);
    if ((asked & ASK_OPEN) != 0) {
        check_closed(c, text, low);
        check_leading(c, text, low);
    }
}

/* Interview --------------------------------------------------------- */

static void
check_scale_texts(
    struct wording_check *c, const struct scale_texts *v, int n, int asked)
{
    for (int i = 0; i < n; i++)
        for (int k = 0; k < v[i].texts.n; k++)
            check_text(c, &v[i].texts.v[k], asked);
}

static void
check_reasons(struct wording_check *c, const struct reading *r)
{
    for (int i = 0; i < r->nscores; i++) {
        check_text(c, &r->scores[i].not_lower, ASK_PLAIN);
        check_text(c, &r->scores[i].not_higher, ASK_PLAIN);
    }
}

static void
check_moment(struct wording_check *c, const struct moment *m)
{
    check_text(c, &m->what, ASK_PLAIN);
    check_text(c, &m->teacher, ASK_PLAIN);
    check_text(c, &m->did, ASK_PLAIN);
    check_text(c, &m->why, ASK_PLAIN);
    check_text(c, &m->child, ASK_PLAIN);
    check_text(c, &m->needed, ASK_PLAIN);
}

/* The first question asks for words for the relationship: one for the child is
   no fault of anyone's, but worth asking on about. */
static void
check_words(struct wording_check *c, const struct interview *iv)
{
    const struct texts *of_child = &c->rules->wording.of_child[c->lang];

    for (int i = 0; i < iv->nwords; i++)
        for (int k = 0; iv->words[i].word.s != NULL && k < of_child->n; k++) {
            if (!utf8_same(iv->words[i].word.s, of_child->v[k].s))
                continue;
            diag_remark(c->d, iv->words[i].word.at, "W106",
                "\"%s\" says how the child is; the question asks for the "
                "relationship",
                of_child->v[k].s);
            diag_help(c->d, "keep the teacher's own word; ask on: how is it "
                            "between the two of you then?");
            break;
        }
}

void
wording_interview(struct arena *a, struct diag *d, const struct interview *iv,
    const struct rules *rules)
{
    struct wording_check c = {a, d, rules, iv->lang};

    check_words(&c, iv);
    for (int i = 0; i < iv->nstrengths; i++) {
        check_text(&c, &iv->strengths[i].claim, ASK_NUMBERS);
        check_text(&c, &iv->strengths[i].detail, ASK_NUMBERS);
    }
    check_text(&c, &iv->notice, ASK_NUMBERS);
    check_scale_texts(&c, iv->prompts, iv->nprompts, ASK_OPEN | ASK_NUMBERS);
    check_scale_texts(&c, iv->means, iv->nmeans, ASK_NUMBERS);
    for (int i = 0; i < iv->nmoments; i++)
        check_moment(&c, &iv->moments[i]);
    for (int i = 0; i < iv->nreadings; i++)
        check_reasons(&c, &iv->readings[i]);
    check_text(&c, &iv->plan_question, ASK_PLAIN);
    for (int i = 0; i < iv->nsteps; i++) {
        check_text(&c, &iv->steps[i].step, ASK_PLAIN);
        check_text(&c, &iv->steps[i].sign, ASK_PLAIN);
        check_text(&c, &iv->steps[i].outcome, ASK_PLAIN);
    }
}

/* Rules ------------------------------------------------------------- */

static void
check_scale(struct wording_check *c, const struct scale *s)
{
    int teacher = s->show[COPY_TEACHER] ? ASK_NUMBERS : ASK_PLAIN;

    check_text(c, &s->about.t[c->lang], teacher);
    for (int i = 0; i < c->rules->bands[s->bands].n; i++) {
        check_text(c, &s->means[i].t[c->lang], teacher);
        check_text(c, &s->anchor[i].t[c->lang], ASK_PLAIN);
    }
}

static void
check_rules_in(struct wording_check *c)
{
    const struct rules *r = c->rules;
    enum lang l = c->lang;

    check_text(c, &r->caution.t[l], ASK_NUMBERS);
    for (int i = 0; i < r->ngroups; i++)
        check_text(c, &r->groups[i].intro.t[l], ASK_NUMBERS);
    for (int i = 0; i < r->nscales; i++)
        check_scale(c, &r->scales[i]);
    for (int i = 0; i < r->nprompts; i++)
        check_text(c, &r->prompts[i].text.t[l], ASK_OPEN | ASK_NUMBERS);
    for (int i = 0; i < r->npatterns; i++) {
        check_text(c, &r->patterns[i].notice.t[l], ASK_NUMBERS);
        check_text(c, &r->patterns[i].prompt.t[l], ASK_OPEN | ASK_NUMBERS);
    }
    for (int i = 0; i < r->nselves; i++)
        check_text(c, &r->selves[i].text.t[l], ASK_OPEN | ASK_NUMBERS);
    for (int i = 0; i < r->ngoals; i++)
        check_text(c, &r->goals[i].idea.t[l], ASK_NUMBERS);
    check_text(c, &r->alike.t[l], ASK_OPEN | ASK_NUMBERS);
    check_text(c, &r->differs.t[l], ASK_OPEN | ASK_NUMBERS);
    check_text(c, &r->open.t[l], ASK_OPEN | ASK_NUMBERS);
}

void
wording_rules(struct arena *a, struct diag *d, const struct rules *rules)
{
    for (int l = 0; l < LANG_COUNT; l++) {
        struct wording_check c = {a, d, rules, (enum lang)l};

        if (rules->has_lang[l])
            check_rules_in(&c);
    }
}

/* Layouts ----------------------------------------------------------- */

void
wording_layout(struct arena *a, struct diag *d, const struct layout *layout,
    const struct rules *rules)
{
    for (int i = 0; i < layout->nblocks; i++) {
        if (layout->blocks[i].at.src != layout->src)
            continue; /* of a layout that is included */
        for (const struct ini_entry *e = layout->blocks[i].section->first;
             e != NULL; e = e->next) {
            struct wording_check c = {a, d, rules, LANG_NL};
            struct text text = {.s = e->value, .at = e->at};

            if (layout_entry_lang(e, &c.lang))
                check_text(&c, &text,
                    layout->copy == COPY_TEACHER && !layout->numbers
                        ? ASK_NUMBERS
                        : ASK_PLAIN);
        }
    }
}
