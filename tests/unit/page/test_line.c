/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Lines of paragraphs, with fake metrics: a letter of 10 pt is 6 pt wide, so
   widths below are counted in letters. */
#include "page/line.h"

#include "tests/unit/debian.h"
#include "tests/unit/fake_metrics.h"
#include "page/hyphen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

enum { LETTER = 6000, RUNS_MAX = 16 };

struct bench {
    struct arena *a;
    struct fake fake;
    struct metrics m;
    struct hyphenator *dutch;
    struct style_def style;
    struct run runs[RUNS_MAX];
    int n;
    struct paragraph p;
};

static int
bench_open(void **state)
{
    struct arena *a = arena_new();
    struct bench *b = NEW(a, struct bench, 1);

    b->a = a;
    b->fake.a = a;
    b->m = fake_metrics(&b->fake);
    b->dutch = debian_patterns(a, LANG_NL);
    b->m.hyphen[LANG_NL] = b->dutch;
    b->style = (struct style_def){
        .face = FACE_REGULAR, .size = PT(10), .leading = PT(15)};
    *state = b;
    return 0;
}

static int
bench_close(void **state)
{
    struct bench *b = *state;

    hyphen_close(b->dutch);
    arena_free(b->a);
    return 0;
}

static void
run(struct bench *b, enum run_kind kind, bool strong, const char *text)
{
    assert_true(b->n < RUNS_MAX);
    b->runs[b->n++] = (struct run){
        .kind = kind, .strong = strong, .text = text, .len = strlen(text)};
}

static void
text(struct bench *b, const char *s)
{
    run(b, RUN_TEXT, false, s);
}

static void
chip(struct bench *b, const char *s)
{
    run(b, RUN_CHIP, false, s);
}

/* Breaks the runs, which are forgotten, into lines of so many letters. */
static void
break_at(struct bench *b, int letters)
{
    line_break(b->a, &b->m, b->runs, b->n, &b->style, LANG_NL, letters * LETTER,
        &b->p);
    b->n = 0;
}

static bool
is(const struct glyph *g, const char *s)
{
    return g->len == strlen(s) && memcmp(g->text, s, g->len) == 0;
}

/* The lines as text: chips in [], strong text in {}, '|' at line ends and '='
   for a soft hyphen. */
static const char *
shown(struct bench *b)
{
    struct buf out = buf_new(b->a);

    for (int i = 0; i < b->p.n; i++) {
        const struct line *line = &b->p.lines[i];

        for (int k = 0; k < line->n; k++) {
            const struct segment *s = &line->segments[k];
            bool strong = !s->chip && s->face != b->style.face;

            buf_puts(&out, s->chip ? "[" : strong ? "{" : "");
            for (int j = 0; j < s->nglyphs; j++)
                if (is(&s->glyphs[j], "\u00ad"))
                    buf_putc(&out, '=');
                else
                    buf_add(&out, s->glyphs[j].text, s->glyphs[j].len);
            buf_puts(&out, s->chip ? "]" : strong ? "}" : "");
        }
        buf_putc(&out, '|');
    }
    return out.p;
}

#define assert_lines(b, letters, expected)                                     \
    do {                                                                       \
        break_at((b), (letters));                                              \
        assert_string_equal(shown(b), (expected));                             \
    } while (0)

static void
test_empty(void **state)
{
    struct bench *b = *state;

    assert_lines(b, 10, "|");
    assert_int_equal(b->p.lines[0].n, 0);
    assert_int_equal(b->p.lines[0].w, 0);
    text(b, "");
    text(b, " \n\n \u00ad\u200b ");
    assert_lines(b, 10, "|");
}

static void
test_ragged(void **state)
{
    struct bench *b = *state;

    text(b, "Je ziet vooral het gedrag. Wat Martijn denkt en voelt, is nog "
            "een vraag. Dan is het moeilijk om te kiezen wat helpt.");
    assert_lines(b, 68,
        "Je ziet vooral het gedrag. Wat Martijn denkt en voelt, is nog een |"
        "vraag. Dan is het moeilijk om te kiezen wat helpt.|");
    assert_int_equal(b->p.lines[0].w, 65 * LETTER);
    assert_int_equal(b->p.lines[0].segments[0].w, 65 * LETTER);
}

/* A short word at the end takes one more with it. */
static void
test_last_word(void **state)
{
    struct bench *b = *state;

    text(b, "Hij vraagt steeds wat hij moet doen.");
    assert_lines(b, 32, "Hij vraagt steeds wat hij |moet doen.|");
    text(b, "Hij biedt steeds zijn verontschuldigingen aan.");
    assert_lines(b, 45, "Hij biedt steeds zijn |verontschuldigingen aan.|");
    text(b, "Hij vraagt steeds om verontschuldigingen.");
    assert_lines(b, 32, "Hij vraagt steeds om |verontschuldigingen.|");
    text(b, "Ja hoor");
    assert_lines(b, 5, "Ja |hoor|");
}

static void
test_white_space(void **state)
{
    struct bench *b = *state;

    text(b, "  een twee  \t drie\n");
    text(b, " vier\n \nvijf\n");
    assert_lines(b, 60, "een twee drie vier |vijf|");
    text(b, "een\u00a0twee drie\u202fvier");
    assert_lines(b, 14, "een\u00a0twee |drie\u202fvier|");
}

/* A line that was typed stays; one that an editor wrapped does not. */
static void
test_typed_lines(void **state)
{
    struct bench *b = *state;

    text(b, "Hij roept.\nIk wacht.\n");
    chip(b, "V5");
    assert_lines(b, 60, "Hij roept. |Ik wacht. [V5]|");
    text(b, "Het is de hele dag opletten. Om drie uur ben ik op. Ik weet\n"
            "niet meer wat ik nog kan doen.");
    assert_lines(b, 99,
        "Het is de hele dag opletten. Om drie uur ben ik op. Ik weet niet meer "
        "wat ik nog kan doen.|");
    text(b, "Dit helpt op een dag waarop alles anders loopt dan gedacht:\n"
            "- wachten\n12. en doorgaan met wat wij deden, ook als het even "
            "duurt,\n1999 was een goed jaar\n\n");
    assert_lines(b, 99,
        "Dit helpt op een dag waarop alles anders loopt dan gedacht: |"
        "- wachten |12. en doorgaan met wat wij deden, ook als het even "
        "duurt, 1999 was een goed jaar|");
    text(b, "Coach: en wat deed je toen het op het plein weer misging tussen "
            "hen?\nJuf Anne: ik\nriep hem bij mij en dat duurde wel even "
            "voordat hij het had gehoord.\nhet was: laat.");
    assert_lines(b, 99,
        "Coach: en wat deed je toen het op het plein weer misging tussen hen? |"
        "Juf Anne: ik |"
        "riep hem bij mij en dat duurde wel even voordat hij het had gehoord. "
        "het was: laat.|");
}

static void
test_inside_words(void **state)
{
    struct bench *b = *state;

    text(b, "de aan-uitknop");
    assert_lines(b, 9, "de aan-|uitknop|");
    text(b, "een e-mailadres");
    assert_lines(b, 12, "een |e-mailadres|");
    text(b, "van leerkracht/leerling");
    assert_lines(b, 16, "van leerkracht/|leerling|");
    text(b, "samen\u200bgevoegd");
    assert_lines(b, 10, "samen|gevoegd|");
    text(b, "samen\u00adgevoegd");
    assert_lines(b, 10, "samen=|gevoegd|");
    text(b, "samen\u00adgevoegd");
    assert_lines(b, 12, "samengevoegd|");
    text(b, "groep 1\u20138 wachtte");
    assert_lines(b, 8, "groep |1\u20138 |wachtte|");
}

static void
test_quotes(void **state)
{
    struct bench *b = *state;

    text(b, "zij zei \u00ab ja \u00bb en bleef");
    assert_lines(b, 10, "zij zei |\u00ab ja \u00bb en |bleef|");
    text(b, "begint om \u2019s morgens");
    assert_lines(b, 10, "begint om |\u2019s morgens|");
}

/* Words that no line parts: dates, what lost its first letters, words of one
   letter, numbers and what they count; no line begins with a dash. */
static void
test_ties(void **state)
{
    static const struct {
        int letters;
        const char *text, *lines;
    } of[] = {
        {12, "dat was op 13 januari 2026 al",
            "dat was op |13 januari |2026 al|"},
        {16, "dat was op 13 januari 2026 al",
            "dat was op |13 januari 2026 |al|"},
        {13, "it was on 5 Mar. 2026 then", "it was on |5 Mar. 2026 |then|"},
        {12, "it was May 13, 2026, then", "it was |May 13, |2026, then|"},
        {10, "eerst is 's middags", "eerst is |'s middags|"},
        {10, "rekenen is ’s middags", "rekenen is |’s middags|"},
        {10, "Daarom is u altijd", "Daarom is |u altijd|"},
        {10, "zoals: wat (u altijd)", "zoals: wat |(u altijd)|"},
        {10, "hier ligt a b c d", "hier ligt |a b c d|"},
        {9, "nu in groep 3 is het", "nu in |groep 3 |is het|"},
        {10, "weet je van kind B buiten", "weet je |van kind B |buiten|"},
        {12, "wil ik kind B. Daarna", "wil ik |kind B. |Daarna|"},
        {9, "today is I think", "today is |I think|"},
        {9, "zie op pagina 9 ook", "zie op |pagina 9 |ook|"},
        {8, "het is 10 uur", "het is |10 uur|"},
        {11, "vond mevr. J. Jansen", "vond mevr. |J. Jansen|"},
        {10, "denk ik dan – of niet", "denk ik |dan – |of niet|"},
        {8, "het is 4. Uur", "het is |4. Uur|"},
    };
    struct bench *b = *state;

    for (size_t i = 0; i < sizeof of / sizeof *of; i++) {
        text(b, of[i].text);
        assert_lines(b, of[i].letters, of[i].lines);
    }
    text(b, "nu in groep ");
    run(b, RUN_TEXT, true, "3");
    assert_lines(b, 12, "nu in |groep {3}|");
}

/* Faces change inside a word without a place to break. */
static void
test_faces(void **state)
{
    struct bench *b = *state;
    const struct line *line;

    text(b, "heel ");
    run(b, RUN_TEXT, true, "lang");
    text(b, "zaam, zo");
    assert_lines(b, 9, "heel |{lang}zaam, |zo|");
    text(b, "zo ");
    run(b, RUN_TEXT, true, "is");
    text(b, " het");
    assert_lines(b, 9, "zo {is }het|");
    line = &b->p.lines[0];
    assert_int_equal(line->n, 3);
    assert_int_equal(line->segments[1].face, FACE_BOLD);
    assert_int_equal(line->segments[1].x, 3 * LETTER);
    assert_int_equal(line->segments[2].x, 6 * LETTER);
    assert_int_equal(line->w, 9 * LETTER);
}

static void
test_chips(void **state)
{
    struct bench *b = *state;
    const struct segment *s;

    text(b, "Hij was blij");
    chip(b, "V5");
    chip(b, "V12");
    text(b, ". Toen niet");
    chip(b, "V6");
    text(b, "meer");
    assert_lines(b, 19, "Hij was |blij [V5] [V12]. Toen |niet [V6] meer|");
    s = b->p.lines[1].segments;
    assert_int_equal(s[0].glyphs[4].advance, MM(1.0) / 10);
    assert_true(s[1].chip);
    assert_int_equal(s[1].size, PT(7.2));
    assert_int_equal(s[1].w, 2 * 600 * 7200 / 1000 + 2 * CHIP_PAD);
    assert_int_equal(s[2].glyphs[0].advance, MM(0.7) / 10);
    assert_in_range(s[3].x - s[1].x - s[1].w, MM(0.7) - 10, MM(0.7) + 10);
}

/* A long row may go on on the next line, a short one sticks. */
static void
test_chip_row(void **state)
{
    struct bench *b = *state;

    text(b, "en blij");
    for (int i = 0; i < 5; i++)
        chip(b, "V5");
    assert_lines(b, 18, "en blij [V5] [V5] [V5] |[V5] [V5]|");
    chip(b, "V5");
    text(b, "vraag");
    assert_lines(b, 20, "[V5] vraag|");
}

static void
test_wide_words(void **state)
{
    struct bench *b = *state;

    text(b, "een verantwoordelijkheid");
    assert_lines(b, 12, "een |verantwoor=|delijkheid|");
    text(b, "zie abcdefghijklmnopqrstuvwxyz123 en");
    assert_lines(b, 10, "zie |abcdefghij|klmnopqrst|uvwxyz123 |en|");
    text(b, "abc");
    assert_lines(b, 0, "a|b|c|");
}

static void
test_hyphenated(void **state)
{
    struct bench *b = *state;

    b->style.hyphenate = true;
    text(b, "De kinderen verantwoordelijkheid laten dragen helpt veel.");
    assert_lines(
        b, 24, "De kinderen verantwoor=|delijkheid laten dragen |helpt veel.|");
}

/* The width of a line's text with its last glyph, if that is a space, left
   out. */
static int64_t
print_width(const struct line *line)
{
    int64_t w = 0;

    for (int k = 0; k < line->n; k++) {
        const struct segment *s = &line->segments[k];
        int n = s->nglyphs;

        if (k == line->n - 1 && n > 0 && is(&s->glyphs[n - 1], " "))
            n--;
        if (s->chip)
            w += 2000 * CHIP_PAD;
        for (int i = 0; i < n; i++)
            w += (int64_t)s->glyphs[i].advance * s->size;
    }
    return w;
}

static void
test_justified(void **state)
{
    struct bench *b = *state;
    const int width = 32 * LETTER;

    b->style.justified = b->style.hyphenate = true;
    text(b, "Je ziet vooral het gedrag. Wat Martijn denkt en voelt, is nog "
            "een vraag");
    chip(b, "V4");
    text(b, ". Dan is het moeilijk om te kiezen wat helpt, ook als de "
            "verantwoordelijkheden van de onderwijsassistent onduidelijk "
            "zijn.");
    break_at(b, 32);
    assert_true(b->p.n > 5);
    for (int i = 0; i < b->p.n - 1; i++) {
        assert_in_range(b->p.lines[i].w, width - 10, width);
        assert_in_range(
            print_width(&b->p.lines[i]), width * 1000 - 10000, width * 1000);
    }
    assert_true(b->p.lines[b->p.n - 1].w < width);
}

static void
test_tracking(void **state)
{
    struct bench *b = *state;

    b->style.tracking = PT(1);
    text(b, "UIT DE GROEP");
    assert_int_equal(
        line_width(&b->m, b->runs, b->n, &b->style), 12 * (LETTER + PT(1)));
    break_at(b, 11);
    assert_string_equal(shown(b), "UIT DE |GROEP|");
    assert_int_equal(b->p.lines[0].w, 6 * (LETTER + PT(1)));
}

/* Random texts. */

static uint32_t
random_next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

static void
random_runs(struct bench *b, uint32_t *seed, const char *between)
{
    static const char *const pieces[] = {" ", " ", " ", "  ", "\n", "een",
        "verantwoordelijkheid", "kind", "de", ",", ".", "-", "/", "\u2014",
        "\u00ab", "\u00bb", "\u201c", "\u201d", "\u2019", "ij", "gevoelens",
        "\u00a0", "abcdefghijklmnopqrstuvwxyz0123456789", "\n\n", "ë"};
    int nruns = 1 + (int)(random_next(seed) % (RUNS_MAX - 1));

    for (int i = 0; i < nruns; i++) {
        struct buf s = buf_new(b->a);
        bool strong = random_next(seed) % 4 == 0;

        if (random_next(seed) % 4 == 0) {
            chip(b, "V7");
            continue;
        }
        for (uint32_t n = random_next(seed) % 20; n > 0; n--) {
            buf_puts(&s,
                pieces[random_next(seed) % (sizeof pieces / sizeof *pieces)]);
            buf_puts(&s, between);
        }
        run(b, RUN_TEXT, strong, s.p == NULL ? "" : s.p);
    }
}

/* All that is not white space. */
static const char *
text_of_runs(struct bench *b)
{
    struct buf out = buf_new(b->a);

    buf_puts(&out, "");
    for (int i = 0; i < b->n; i++)
        for (size_t k = 0; k < b->runs[i].len; k++)
            if (strchr(" \n\t", b->runs[i].text[k]) == NULL)
                buf_putc(&out, b->runs[i].text[k]);
    return out.len == 0 ? "" : out.p;
}

static const char *
text_of_lines(struct bench *b)
{
    struct buf out = buf_new(b->a);

    for (int i = 0; i < b->p.n; i++)
        for (int k = 0; k < b->p.lines[i].n; k++) {
            const struct segment *s = &b->p.lines[i].segments[k];

            for (int j = 0; j < s->nglyphs; j++)
                if (!is(&s->glyphs[j], " ") && !is(&s->glyphs[j], "\u00ad"))
                    buf_add(&out, s->glyphs[j].text, s->glyphs[j].len);
        }
    return out.len == 0 ? "" : out.p;
}

/* Whether a line's last glyph is a space, a soft hyphen or a mark to break
   behind. */
static bool
ends_well(const struct line *line)
{
    const struct segment *s = &line->segments[line->n - 1];
    const struct glyph *g;

    if (s->chip || s->nglyphs == 0)
        return false;
    g = &s->glyphs[s->nglyphs - 1];
    return is(g, " ") || is(g, "\u00ad") || is(g, "-") || is(g, "/") ||
           is(g, "\u2014");
}

/* Whether the last things of a line are three chips and the spaces behind. */
static bool
ends_in_row(const struct line *line)
{
    for (int k = 1; k <= 6; k++)
        if (k > line->n || line->segments[line->n - k].chip != (k % 2 == 0))
            return false;
    return true;
}

static void
check_random(struct bench *b, int width, bool spaced)
{
    for (int i = 0; i < b->p.n; i++) {
        const struct line *line = &b->p.lines[i];

        if (width >= 10 * LETTER)
            assert_true(line->w <= width);
        assert_int_equal((print_width(line) + 999) / 1000, line->w);
        if (!spaced || width < 60 * LETTER)
            continue; /* words wider than a line are broken anywhere */
        if (i < b->p.n - 1)
            assert_true(ends_well(line));
        if (i > 0)
            assert_true(!line->segments[0].chip || ends_in_row(line - 1));
    }
}

static void
test_random(void **state)
{
    struct bench *b = *state;
    uint32_t seed = 7;

    for (int i = 0; i < 3000; i++) {
        int letters = 1 + (int)(random_next(&seed) % 90);
        struct arena *a = arena_new();
        bool spaced = i % 3 == 0;
        const char *expected;
        struct bench one = *b;

        one.a = one.fake.a = a;
        one.m.ctx = &one.fake;
        one.style.justified = i % 2 == 1;
        one.style.hyphenate = i % 4 > 1;
        random_runs(&one, &seed, spaced ? " " : "");
        expected = text_of_runs(&one);
        break_at(&one, letters);
        assert_string_equal(text_of_lines(&one), expected);
        check_random(&one, letters * LETTER, spaced);
        arena_free(a);
    }
}

/* What fits one line by line_width does so by line_break. */
static void
test_width(void **state)
{
    struct bench *b = *state;
    uint32_t seed = 11;

    for (int i = 0; i < 200; i++) {
        struct paragraph p;
        bool ends = false;
        mpt w;

        b->n = 0;
        random_runs(b, &seed, "");
        for (int k = 0; k < b->n; k++)
            ends = ends || strchr(b->runs[k].text, '\n') != NULL;
        w = line_width(&b->m, b->runs, b->n, &b->style);
        line_break(b->a, &b->m, b->runs, b->n, &b->style, LANG_NL, w, &p);
        if (!ends)
            assert_int_equal(p.n, 1);
        if (p.n == 1)
            assert_int_equal(p.lines[0].w, w);
    }
}

/* Lines weighed and words shaped for a text of so many words. */
static long
work(struct bench *b, int words)
{
    struct buf s = buf_new(b->a);
    long shaped = b->fake.shaped;

    for (int i = 0; i < words; i++)
        buf_puts(&s, i % 7 == 3 ? "verantwoordelijk " : "kind en ");
    text(b, s.p);
    break_at(b, 50);
    return b->p.tried + b->fake.shaped - shaped;
}

static void
test_linear(void **state)
{
    struct bench *b = *state;

    b->style.hyphenate = true;
    for (int justified = 0; justified < 2; justified++) {
        b->style.justified = justified == 1;
        assert_true(work(b, 20000) < 11 * work(b, 2000));
    }
}

static void
test_endless_word(void **state)
{
    struct bench *b = *state;
    char *s = arena_alloc(b->a, 60001);

    memset(s, 'a', 60000);
    for (int justified = 0; justified < 2; justified++) {
        b->style.justified = b->style.hyphenate = justified == 1;
        text(b, s);
        break_at(b, 50);
        assert_int_equal(b->p.n, 1200);
        assert_int_equal(b->p.lines[600].w, 50 * LETTER);
        assert_true(b->p.tried < 60000L * 120);
    }
}

/* Lines under text begin and end with its words, and go on over a space only
   inside; what stands beside a run comes with the line of its first word. */
static void
lines_under_text(void **state)
{
    struct bench *b = *state;
    const struct segment *v;

    text(b, "aa ");
    text(b, "bb cc ");
    b->runs[1].under = 1;
    b->runs[1].beside = 2;
    text(b, "ddddddd");
    b->runs[2].under = 3;
    b->runs[2].beside = 1;
    break_at(b, 9);
    assert_int_equal(b->p.n, 2);
    assert_int_equal(b->p.lines[0].n, 2);
    v = b->p.lines[0].segments;
    assert_int_equal(v[0].under, 0);
    assert_int_equal(v[0].w, 3 * LETTER);
    assert_int_equal(v[1].under, 1);
    assert_int_equal(v[1].x, 3 * LETTER);
    assert_int_equal(v[1].w, 5 * LETTER);
    assert_int_equal(b->p.lines[0].beside, 2);
    assert_int_equal(b->p.lines[1].segments[0].under, 3);
    assert_int_equal(b->p.lines[1].beside, 1);
}

/* A text in pieces breaks where it would whole: its lines are those typed. */
static void
pieces_of_one_text(void **state)
{
    static const char typed[] =
        "Bij rekenen maakte hij steeds geluiden. De hele dag die geluiden. "
        "Daar word\nik zo kriegel van. Ik zeg meteen zijn naam. Ik kijk nooit "
        "meer wat er aan\nde hand is.\nKort.";
    static const size_t cuts[] = {0, 40, 95, sizeof typed - 1};
    struct bench *b = *state;
    int whole;

    text(b, typed);
    break_at(b, 400);
    whole = b->p.n;
    for (int i = 0; i < 3; i++) {
        run(b, RUN_TEXT, false, typed + cuts[i]);
        b->runs[i].len = cuts[i + 1] - cuts[i];
    }
    break_at(b, 400);
    assert_int_equal(whole, 2);
    assert_int_equal(b->p.n, whole);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, bench_open, bench_close)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            lines_under_text, bench_open, bench_close),
        cmocka_unit_test_setup_teardown(
            pieces_of_one_text, bench_open, bench_close),
        TEST(test_empty),
        TEST(test_ragged),
        TEST(test_last_word),
        TEST(test_white_space),
        TEST(test_typed_lines),
        TEST(test_inside_words),
        TEST(test_quotes),
        TEST(test_ties),
        TEST(test_faces),
        TEST(test_chips),
        TEST(test_chip_row),
        TEST(test_wide_words),
        TEST(test_hyphenated),
        TEST(test_justified),
        TEST(test_tracking),
        TEST(test_random),
        TEST(test_width),
        TEST(test_linear),
        TEST(test_endless_word),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
