/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "page/item.h"

#include "base/utf8.h"

#include <assert.h>

/* One pass over the code points, with a look ahead of a few letters inside a
   run.  An item ends where white space, a soft break, a mark that lets a line
   end or its run does. */

/* Marks behind which a line may end, between so many letters. */
static const struct {
    uint32_t c;
    int letters;
} item_cuts[] = {
    {'-', 2},    /* aan-uit */
    {0x2010, 2}, /* hyphen */
    {0x2013, 2}, /* en dash */
    {0x2014, 2}, /* em dash */
    {'/', 4},    /* leerkracht/leerling, not hij/zij */
};

/* Who typed a line shorter than this and began another meant to: no editor
   wraps so soon. */
enum { ITEM_LINE = 60 };

/* The longest name in front of what somebody says, with its colon. */
enum { ITEM_SPEAKER = 25 };

/* Marks that no line ends with, and that no line begins with. */
static const uint32_t item_opening[] = {
    '(', '[', '{', 0xa1, 0xab, 0xbf, 0x2018, 0x201a, 0x201c, 0x201e, 0x2039};
static const uint32_t item_closing[] = {'!', '%', ')', ',', '.', ':', ';', '?',
    ']', '}', 0xbb, 0x2019, 0x201d, 0x2026, 0x203a};

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* What a joint becomes before a closing mark. */
static const enum joint item_closed[JOINT_COUNT] = {
    [JOINT_NONE] = JOINT_NONE,
    [JOINT_CUT] = JOINT_NONE,
    [JOINT_SHY] = JOINT_NONE,
    [JOINT_SPACE] = JOINT_TIE,
    [JOINT_BREAK] = JOINT_BREAK,
};

/* utf8_next, quicker for the letters that most text is made of. */
static uint32_t
item_char(const char **p)
{
    unsigned char c = (unsigned char)**p;

    if (c >= 0x80)
        return utf8_next(p);
    ++*p;
    return c;
}

static bool
item_letter(uint32_t c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return c >= 0xc0 && c != 0xd7 && c != 0xf7 && (c < 0x2000 || c > 0x2bff);
}

static bool
item_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool
item_among(uint32_t c, const uint32_t *marks, size_t n)
{
    for (size_t k = 0; k < n; k++)
        if (marks[k] == c)
            return true;
    return false;
}

static bool
item_opens(uint32_t c)
{
    return !item_letter(c) && item_among(c, item_opening, COUNT(item_opening));
}

/* Whether text begins with a closing mark.  One before a letter or digit is
   none: "'s avonds" with its curly mark, ".5". */
static bool
item_closes(const char *p, const char *stop)
{
    uint32_t c = item_char(&p);

    if (item_letter(c) || !item_among(c, item_closing, COUNT(item_closing)))
        return false;
    if (p == stop)
        return true;
    c = item_char(&p);
    return !item_letter(c) && !item_digit(c);
}

/* What a code point of no width of its own means for the line. */
static enum joint
item_white(uint32_t c)
{
    if (c == ' ' || (c >= '\t' && c <= '\r'))
        return JOINT_SPACE;
    if (c == 0xad)
        return JOINT_SHY;
    return c == 0x200b ? JOINT_CUT : JOINT_NONE;
}

/* Whether a line may end behind `c`, which has `before` letters before it and
   p..stop behind it. */
static bool
item_cuts_after(uint32_t c, int before, const char *p, const char *stop)
{
    for (size_t k = 0; k < COUNT(item_cuts); k++) {
        int after = 0;

        if (item_cuts[k].c != c)
            continue;
        if (before < item_cuts[k].letters)
            return false;
        while (after < item_cuts[k].letters && p < stop &&
               item_letter(item_char(&p)))
            after++;
        return after == item_cuts[k].letters;
    }
    return false;
}

/* The end of the line that begins at `p`, and how many code points it has. */
static const char *
item_line(const char *p, const char *stop, int *n)
{
    for (*n = 0; p < stop && *p != '\n'; p++)
        *n += ((unsigned char)*p & 0xc0) != 0x80;
    return p;
}

/* The text that the run is of: runs may be pieces of one text, as it was
   typed. */
static void
item_whole(const struct scan *s, const char **from, const char **stop)
{
    const struct run *r = s->run;

    for (*from = r->text; r > s->first && r[-1].kind == RUN_TEXT &&
                          r[-1].text + r[-1].len == *from;
         r--)
        *from = r[-1].text;
    r = s->run;
    for (*stop = r->text + r->len;
         r + 1 < s->end && r[1].kind == RUN_TEXT && r[1].text == *stop; r++)
        *stop += r[1].len;
}

/* The longest line of a text, at least ITEM_LINE. */
static int
item_longest(const char *p, const char *stop)
{
    int longest = ITEM_LINE;

    while (p < stop) {
        int n;

        p = item_line(p, stop, &n) + 1;
        longest = n > longest ? n : longest;
    }
    return longest;
}

/* Whether an item of a list begins here: "- ", "• ", "2. ". */
static bool
item_listed(const char *p, const char *stop)
{
    const char *from = p;
    uint32_t c = item_char(&p);

    if (item_digit(c)) {
        while (p < stop && item_digit((unsigned char)*p))
            p++;
        if (p == stop || p - from > 2 || (*p != '.' && *p != ')'))
            return false;
        p++;
    } else if (c != '-' && c != '*' && c != 0x2013 && c != 0x2022) {
        return false;
    }
    return p < stop && *p == ' ';
}

/* Whether somebody begins to speak here: "Coach: ", "Juf Anne: ". */
static bool
item_speaks(const char *p, const char *stop)
{
    for (int n = 0; n < ITEM_SPEAKER && p < stop; n++) {
        uint32_t c = item_char(&p);

        if (n == 0 && !utf8_is_capital(c))
            return false;
        if (c == ':')
            return p < stop && (*p == ' ' || *p == '\n');
        if (c != ' ' && c != '-' && c != '.' && !item_digit(c) &&
            !utf8_is_letter(c))
            return false;
    }
    return false;
}

/* Whether the line that ends at `at` was ended by who typed it: its next word
   would have fitted.  Where none would, an editor wrapped a long line. */
static bool
item_ended(struct scan *s, const char *at)
{
    const char *p = at + 1, *from = at, *begin, *stop;
    int line = 0, word = 0;

    item_whole(s, &begin, &stop);
    while (p < stop && (*p == ' ' || *p == '\t'))
        p++;
    if (p == stop || *p == '\n' || *p == '\r')
        return false; /* the end of the text, or of a paragraph */
    if (item_listed(p, stop) || item_speaks(p, stop))
        return true;
    for (; p < stop && item_white((unsigned char)*p) == JOINT_NONE; p++)
        word += ((unsigned char)*p & 0xc0) != 0x80;
    while (from > begin && from[-1] != '\n')
        line += ((unsigned char)*--from & 0xc0) != 0x80;
    if (s->longest == 0)
        s->longest = item_longest(begin, stop);
    return line + 1 + word <= s->longest;
}

struct scan
item_scan(const struct run *runs, int n)
{
    struct scan s = {.first = runs, .run = runs, .end = runs + n};

    if (n > 0) {
        s.p = runs->text;
        s.stop = s.p + runs->len;
    }
    return s;
}

static void
item_run(struct scan *s)
{
    s->longest = 0;
    if (++s->run < s->end) {
        s->p = s->run->text;
        s->stop = s->p + s->run->len;
    }
}

/* Takes what has no width of its own off the run, into `pending`. */
static void
item_skip(struct scan *s)
{
    while (s->p < s->stop) {
        const char *at = s->p;
        uint32_t c = item_char(&at);
        enum joint joint = item_white(c);

        if (joint == JOINT_NONE)
            return;
        if (c == '\n' && (++s->newlines == 2 || item_ended(s, s->p)))
            joint = JOINT_BREAK;
        if (joint > s->pending)
            s->pending = joint;
        if (joint >= JOINT_SPACE)
            s->letters = 0;
        s->p = at;
    }
}

static void
item_chip(struct scan *s, struct item *out)
{
    *out = (struct item){.text = s->p,
        .len = (uint32_t)(s->stop - s->p),
        .chip = true,
        .strong = true,
        .beside = s->run->beside,
        .of = s->run->of};
    if (s->began)
        out->joint = s->chips == 0         ? JOINT_CHIP
                     : s->chips < ITEM_ROW ? JOINT_ROW
                                           : JOINT_ROW_LONG;
    s->p = s->stop;
    s->word = (struct token){0};
    s->chips++;
    s->letters = 0;
    s->open = false;
}

/* What stands at p, up to white space. */
static struct token
item_ahead(const struct scan *s)
{
    const char *p = s->p;

    while (p < s->stop) {
        const char *at = p;

        if (item_white(item_char(&p)) != JOINT_NONE)
            return (struct token){s->p, (size_t)(at - s->p)};
    }
    return (struct token){s->p, (size_t)(p - s->p)};
}

/* What joins the text at p to what was before. */
static enum joint
item_joint(const struct scan *s)
{
    enum joint joint = s->pending;

    if (!s->began)
        return JOINT_NONE;
    if (s->chips > 0 && joint < JOINT_SPACE) {
        const char *p = s->p;

        return item_among(item_char(&p), item_closing, COUNT(item_closing))
                   ? JOINT_NONE
                   : JOINT_SPACE;
    }
    if (joint == JOINT_SPACE &&
        (s->open || tie_words(s->word, item_ahead(s), s->tied)))
        return JOINT_TIE;
    return item_closes(s->p, s->stop) ? item_closed[joint] : joint;
}

static void
item_word(struct scan *s, struct item *out)
{
    const char *p = s->p;
    uint32_t c = item_char(&p);
    bool start, whole;

    *out = (struct item){.text = s->p,
        .joint = item_joint(s),
        .strong = s->run->strong,
        .under = s->run->under,
        .beside = s->p == s->run->text ? s->run->beside : 0};
    out->inner = out->joint < JOINT_SPACE && s->letters > 0 && item_letter(c);
    start = !s->began || out->joint != JOINT_NONE || s->chips > 0;
    whole = !s->began || out->joint >= JOINT_SPACE || s->chips > 0;
    s->tied = out->joint == JOINT_TIE;
    s->pending = JOINT_NONE;
    p = s->p;
    while (p < s->stop && s->pending == JOINT_NONE) {
        const char *at = p;

        c = item_char(&p);
        if (item_white(c) != JOINT_NONE) {
            p = at;
            break;
        }
        if (item_cuts_after(c, s->letters, p, s->stop))
            s->pending = JOINT_CUT;
        s->open = (start || s->open) && item_opens(c);
        s->letters = item_letter(c) ? s->letters + 1 : 0;
        out->letters += item_letter(c) || item_digit(c);
        start = false;
    }
    out->len = (uint32_t)(p - s->p);
    s->word = (struct token){.s = s->p, .len = whole ? out->len : 0};
    s->p = p;
    s->chips = 0;
}

bool
item_next(struct scan *s, struct item *out)
{
    bool chip;

    for (; s->run < s->end; item_run(s)) {
        assert(s->run->kind < RUN_PAGE);
        if (s->run->kind == RUN_TEXT)
            item_skip(s);
        if (s->p < s->stop)
            break;
    }
    if (s->run == s->end)
        return false;
    chip = s->run->kind == RUN_CHIP;
    s->newlines = 0;
    if (chip) {
        item_chip(s, out);
        s->pending = JOINT_NONE;
    } else {
        item_word(s, out);
    }
    s->began = true;
    return true;
}
