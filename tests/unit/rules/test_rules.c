/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Rules: every kind of section into its record, conditions, several files, the
   dump, and damaged files. */
#include "rules/rules.h"

#include "rules/condition.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

static const char head[] = "[format]\nkind = rules\nversion = 1\nid = small\n"
                           "languages = nl\nrange = 1..7\nbands = heard\n"
                           "title.nl = \"Klein\"\n";
static const char bands[] = "[bands.heard]\nlow = from 1\nmid = from 3\n"
                            "high = from 5.5\nlow.nl = \"weinig te horen\"\n"
                            "low.short.nl = \"weinig\"\nmid.nl = \"soms\"\n"
                            "high.nl = \"veel\"\n";
static const char scales[] =
    "[question.v04]\nkind = word\nword = 2\ntitle.nl = \"{Word}\"\n"
    "text.nl = \"Wanneer {word}?\"\nprobes.nl.1 = \"Wat?\"\n"
    "probes.nl.2 = \"Hoe?\"\n"
    "[group.practice]\ncolour = plum\nmark = square\nshow = coach\n"
    "title.nl = \"Handelen\"\n"
    "[scale.base]\nalso = basis, steun\ngroup = practice\nfavours = high\n"
    "title.nl = \"Basis\"\nabout.nl.1 = \"Een.\"\nabout.nl.2 = \"Twee.\"\n"
    "means.high.nl = \"Veel.\"\n"
    "[scale.anger]\ngroup = practice\nshow = teacher\n"
    "title.nl = \"Boos\"\n";

struct read {
    struct arena *a;
    struct diag *d;
    struct rules rules;
    bool ok;
};

/* Reads head, bands, scales and `more` as one file, and `later` (or NULL) as a
   second one. */
static struct read
read_rules(const char *more, const char *later)
{
    struct read r = {.a = arena_new()};
    struct source *src = arena_alloc_n(r.a, sizeof *src, 2);
    const struct source *files[2] = {&src[0], &src[1]};

    r.d = diag_new(r.a, NULL);
    src[0].name = "t.ini";
    src[0].text = arena_printf(r.a, "%s%s%s%s", head, bands, scales, more);
    src[0].len = strlen(src[0].text);
    src[1].name = "later.ini";
    src[1].text = later;
    src[1].len = later != NULL ? strlen(later) : 0;
    r.ok = rules_parse(r.a, r.d, files, later != NULL ? 2 : 1, &r.rules);
    return r;
}

static void
assert_read(const struct read *r)
{
    if (diag_errors(r->d, NULL) > 0)
        fail_msg("%s: %s", diag_first(r->d)->code, diag_first(r->d)->text);
    assert_true(r->ok);
}

static void
test_scales(void **state)
{
    struct read r = read_rules("", NULL);
    const struct rules *x = &r.rules;
    const struct scale *s;

    (void)state;
    assert_read(&r);
    assert_string_equal(x->id.s, "small");
    assert_true(x->has_lang[LANG_NL]);
    assert_false(x->has_lang[LANG_EN]);
    assert_int_equal(x->nscales, 2);
    assert_int_equal(rules_scale(x, "steun"), 0);
    assert_int_equal(rules_scale(x, "anger"), 1);
    assert_int_equal(rules_scale(x, "boosheid"), -1);
    s = &x->scales[0];
    assert_int_equal(s->min, 1);
    assert_int_equal(s->max, 7);
    assert_int_equal(s->bands, 0);
    assert_int_equal(s->favours, FAVOURS_HIGH);
    assert_false(s->show[COPY_TEACHER]);
    assert_true(s->show[COPY_COACH]);
    assert_string_equal(s->about.t[LANG_NL].s, "Een. Twee.");
    assert_null(s->means[0].t[LANG_NL].s);
    assert_string_equal(s->means[2].t[LANG_NL].s, "Veel.");
    assert_true(x->scales[1].show[COPY_TEACHER]);
    assert_false(x->scales[1].show[COPY_COACH]);
    assert_int_equal(x->groups[0].color, GROUP_PLUM);
    assert_int_equal(x->groups[0].mark, MARKING_SQUARE);
    arena_free(r.a);
}

static void
test_bands(void **state)
{
    static const struct {
        int value, band;
    } in[] = {{1000, 0}, {2999, 0}, {3000, 1}, {5499, 1}, {5500, 2}, {7000, 2}};
    struct read r = read_rules("", NULL);
    const struct band *v = r.rules.bands[0].v;

    (void)state;
    assert_read(&r);
    assert_string_equal(v[0].brief.t[LANG_NL].s, "weinig");
    assert_string_equal(v[1].brief.t[LANG_NL].s, "soms");
    for (size_t i = 0; i < sizeof in / sizeof in[0]; i++)
        assert_int_equal(rules_band(&r.rules, 0, in[i].value), in[i].band);
    arena_free(r.a);
}

static void
test_questions(void **state)
{
    struct read r = read_rules("", NULL);
    const struct question *q = rules_question(&r.rules, 4);

    (void)state;
    assert_read(&r);
    assert_non_null(q);
    assert_int_equal(q->kind, QUESTION_WORD);
    assert_int_equal(q->word, 2);
    assert_int_equal(q->probes.n, 2);
    assert_string_equal(q->probes.v[1].t[LANG_NL].s, "Hoe?");
    assert_null(rules_question(&r.rules, 5));
    arena_free(r.a);
}

/* What a file does not say has the default of the manual. */
static void
test_defaults(void **state)
{
    struct read r = read_rules("", NULL);
    const struct rules *x = &r.rules;

    (void)state;
    assert_read(&r);
    assert_int_equal(x->nsettle, 2);
    assert_int_equal(x->settle[0], SETTLE_AGREED);
    assert_int_equal(x->settle[1], SETTLE_MEDIAN);
    assert_int_equal(x->differ_from, 2000);
    assert_int_equal(x->same_at_most, 1000);
    assert_false(x->half_points);
    assert_false(x->formal);
    assert_string_equal(x->child.t[LANG_NL].s, "kind");
    assert_string_equal(x->teacher.t[LANG_EN].s, "teacher");
    arena_free(r.a);
}

static const char other_sections[] =
    "[words]\naddress.nl = u\nchild.nl = \"leerling\"\n"
    "[readers]\nsettle = mean, none\ndiffer_from = 1.5\nhalf_points = yes\n"
    "[feeling.joy]\nalso = plezier\ntone = heavy\ntitle.nl = \"Plezier\"\n"
    "[phase.start]\nminutes = 10\ntitle.nl = \"Begin\"\n"
    "[goal.learn]\ntitle.nl = \"Leren\"\nidea.nl = \"Idee\"\n"
    "[self.safe]\nnl = \"Veilig?\"\n"
    "[prompt.a]\nfor = phase start\nnl.1 = \"Wat\"\nnl.2 = \"dan?\"\n"
    "[prompt.b]\nfor = scale steun\npriority = 3\nany.1 = base missing\n"
    "nl = \"Zie {page.plan}.\"\n"
    "[pattern.p]\nwhen.1 = base more_than anger\nnotice.nl = \"Meer.\"\n"
    "focus = anger, steun\n"
    "[questionnaire.band]\nrange = 0..4\nitems = 5\ntitle.nl = \"Band\"\n"
    "[subscale.band.near]\nitems = \"1, 5r\"\ncombine = mean\n"
    "missing_at_most = 1\ntitle.nl = \"Nabij\"\n"
    "[reference.r]\nfor = subscale band.near\nvalue = 2.5\nlow = 2\nhigh = 3\n"
    "n = 12\nstatus = norm\nsource.nl = \"Bron\"\npopulation.nl = \"Wie\"\n"
    "[retention.five]\nyears = 5\nfrom = interview\nuntil = year_end\n"
    "text.nl = \"Vijf jaar.\"\n"
    "[wording]\navoid.nl = \"slecht, te weinig\"\n"
    "words_per_sentence.nl = 15\n"
    "[compare]\nmore.nl = \"Meer: {list}.\"\n";

static void
test_people(void **state)
{
    struct read r = read_rules(other_sections, NULL);
    const struct rules *x = &r.rules;

    (void)state;
    assert_read(&r);
    assert_true(x->formal);
    assert_string_equal(x->child.t[LANG_NL].s, "leerling");
    assert_int_equal(x->settle[1], SETTLE_NONE);
    assert_int_equal(x->differ_from, 1500);
    assert_true(x->half_points);
    assert_int_equal(rules_feeling(x, "plezier"), 0);
    assert_int_equal(x->feelings[0].tone, TONE_HEAVY);
    assert_int_equal(rules_goal(x, "learn"), 0);
    assert_int_equal(x->wording.avoid[LANG_NL].n, 2);
    assert_string_equal(x->wording.avoid[LANG_NL].v[1].s, "te weinig");
    assert_int_equal(x->wording.words_per_sentence[LANG_NL], 15);
    assert_int_equal(rules_retention(x, "five"), 0);
    assert_true(x->retentions[0].from_interview);
    assert_true(x->retentions[0].until_year_end);
    arena_free(r.a);
}

static void
test_prompts(void **state)
{
    struct read r = read_rules(other_sections, NULL);
    const struct prompt *p = r.rules.prompts;
    const struct pattern *t = r.rules.patterns;

    (void)state;
    assert_read(&r);
    assert_int_equal(p[0].target, TARGET_PHASE);
    assert_int_equal(p[0].index, 0);
    assert_string_equal(p[0].text.t[LANG_NL].s, "Wat dan?");
    assert_int_equal(p[1].target, TARGET_SCALE);
    assert_int_equal(p[1].priority, 3);
    assert_int_equal(p[1].when.nany, 1);
    assert_int_equal(p[1].when.any[0].kind, CONDITION_MISSING);
    assert_int_equal(t->target, TARGET_PROFILE);
    assert_int_equal(t->when.all[0].other, 1);
    assert_int_equal(t->nfocus, 2);
    assert_int_equal(t->focus[0], 1);
    assert_int_equal(t->focus[1], 0);
    arena_free(r.a);
}

static void
test_questionnaires(void **state)
{
    struct read r = read_rules(other_sections, NULL);
    const struct subscale *s = r.rules.subscales;
    const struct reference *x = r.rules.references;

    (void)state;
    assert_read(&r);
    assert_string_equal(s->is.id, "near");
    assert_int_equal(s->questionnaire, 0);
    assert_int_equal(s->nitems, 2);
    assert_int_equal(s->items[1], 5);
    assert_false(s->reversed[0]);
    assert_true(s->reversed[1]);
    assert_true(s->mean);
    assert_int_equal(s->bands, -1);
    assert_int_equal(rules_subscale(&r.rules, "band.near"), 0);
    assert_int_equal(rules_subscale(&r.rules, "band.far"), -1);
    assert_int_equal(rules_subscale(&r.rules, "near"), -1);
    assert_int_equal(x->scale, -1);
    assert_int_equal(x->subscale, 0);
    assert_true(x->has_range);
    assert_int_equal(x->high, 3000);
    assert_int_equal(x->status, REFERENCE_NORM);
    arena_free(r.a);
}

/* --- conditions --- */

struct condition_case {
    const char *text;
    const char *code; /* NULL: read */
    enum condition_kind kind;
    int value; /* band, thousandths or other scale */
};

static const struct condition_case condition_cases[] = {
    {"base is low", NULL, CONDITION_IS, 0},
    {"steun is high", NULL, CONDITION_IS, 2},
    {"base is not mid", NULL, CONDITION_IS_NOT, 1},
    {"base < 3", NULL, CONDITION_LESS, 3000},
    {"base<=3.5", NULL, CONDITION_AT_MOST, 3500},
    {"base > 3", NULL, CONDITION_MORE, 3000},
    {"base  >=  7", NULL, CONDITION_AT_LEAST, 7000},
    {"base = 1", NULL, CONDITION_EQUAL, 1000},
    {"base missing", NULL, CONDITION_MISSING, 0},
    {"base differs", NULL, CONDITION_DIFFERS, 0},
    {"base more_than anger", NULL, CONDITION_MORE_THAN, 1},
    {"", "R311", CONDITION_IS, 0},
    {"base", "R311", CONDITION_IS, 0},
    {"base is", "R311", CONDITION_IS, 0},
    {"base is not", "R313", CONDITION_IS, 0},
    {"base is low and high", "R311", CONDITION_IS, 0},
    {"base is not low or high or", "R311", CONDITION_IS, 0},
    {"base == 3", "R311", CONDITION_IS, 0},
    {"base <> 3", "R311", CONDITION_IS, 0},
    {"base < drie", "R314", CONDITION_IS, 0},
    {"base < 0", "R315", CONDITION_IS, 0},
    {"bse is low", "R312", CONDITION_IS, 0},
    {"base more_than bse", "R312", CONDITION_IS, 0},
    {"base is very", "R313", CONDITION_IS, 0},
};

static int
condition_value(const struct condition *c)
{
    switch (c->kind) {
    case CONDITION_IS:
    case CONDITION_IS_NOT:
        return c->band;
    case CONDITION_LESS:
    case CONDITION_AT_MOST:
    case CONDITION_MORE:
    case CONDITION_AT_LEAST:
    case CONDITION_EQUAL:
        return c->value;
    case CONDITION_MISSING:
    case CONDITION_DIFFERS:
        return 0;
    case CONDITION_MORE_THAN:
        return c->other;
    }
    return -1;
}

static void
test_conditions(void **state)
{
    struct read r = read_rules("", NULL);

    (void)state;
    for (size_t i = 0; i < sizeof condition_cases / sizeof condition_cases[0];
         i++) {
        const struct condition_case *x = &condition_cases[i];
        struct diag *d = diag_new(r.a, NULL);
        struct text text = {x->text, {.src = r.rules.src, .line = 1, .col = 1}};
        struct condition c;

        assert_int_equal(
            condition_parse(r.a, d, &r.rules, &text, &c), x->code == NULL);
        if (x->code != NULL) {
            assert_string_equal(diag_first(d)->code, x->code);
            continue;
        }
        assert_int_equal(c.kind, x->kind);
        assert_int_equal(c.scale, 0);
        assert_int_equal(condition_value(&c), x->value);
    }
    arena_free(r.a);
}

/* --- several files --- */

/* A later section replaces the whole of an earlier one, in its place. */
static void
test_later_file(void **state)
{
    struct read r =
        read_rules("", "[format]\nkind = rules\nversion = 1\n"
                       "[scale.base]\ngroup = practice\ntitle.nl = \"Grond\"\n"
                       "[goal.new]\ntitle.nl = \"Nieuw\"\n");
    const struct message *m = diag_first(r.d);

    (void)state;
    assert_read(&r);
    assert_string_equal(m->code, "R001");
    assert_int_equal(m->severity, SEVERITY_NOTE);
    assert_string_equal(m->at.src->name, "later.ini");
    assert_string_equal(m->note_at.src->name, "t.ini");
    assert_null(m->next);
    assert_string_equal(r.rules.scales[0].title.t[LANG_NL].s, "Grond");
    assert_null(r.rules.scales[0].about.t[LANG_NL].s);
    assert_int_equal(rules_scale(&r.rules, "steun"), -1);
    assert_string_equal(r.rules.id.s, "small");
    assert_int_equal(rules_goal(&r.rules, "new"), 0);
    arena_free(r.a);
}

static void
test_later_format(void **state)
{
    struct read r = read_rules("",
        "[format]\nkind = rules\nversion = 1\nid = mine\nlanguages = nl\n"
        "range = 1..7\nbands = heard\ntitle.nl = \"Mijn regels\"\n");

    (void)state;
    assert_read(&r);
    assert_string_equal(diag_first(r.d)->code, "R001");
    assert_string_equal(r.rules.id.s, "mine");
    arena_free(r.a);
}

static void
test_later_layout(void **state)
{
    struct read r = read_rules("", "[format]\nkind = layout\nversion = 1\n");

    (void)state;
    assert_false(r.ok);
    assert_string_equal(diag_first(r.d)->code, "R262");
    arena_free(r.a);
}

/* --- all texts, dump --- */

static void
count_text(void *ctx, const struct text *text, enum lang lang)
{
    int *n = ctx;

    assert_non_null(text->s);
    assert_true(lang == LANG_NL || lang == LANG_EN);
    n[lang]++;
}

static void
test_each_text(void **state)
{
    struct read r = read_rules("", NULL);
    int n[LANG_COUNT] = {0};

    (void)state;
    assert_read(&r);
    rules_each_text(&r.rules, count_text, n);
    /* format 1, words 3, bands 6, question 4, group 1, scales 4 */
    assert_int_equal(n[LANG_NL], 19);
    assert_int_equal(n[LANG_EN], 3);
    arena_free(r.a);
}

static const char dump_end[] = "\n[scale.anger]\n"
                               "group = practice\n"
                               "range = 1..7\n"
                               "bands = heard\n"
                               "show = teacher\n"
                               "favours = neither\n"
                               "title.nl = \"Boos\"\n"
                               "\n[prompt.a]\n"
                               "for = scale base\n"
                               "when.1 = base is not high\n"
                               "when.2 = anger >= 2.5\n"
                               "any.1 = anger more_than base\n"
                               "priority = 0\n"
                               "nl = \"Wat?\"\n";

static void
test_dump(void **state)
{
    struct read r = read_rules(
        "[prompt.a]\nfor = scale steun\nwhen.1 = steun is not high\n"
        "when.2 = anger>=2.5\nany.1 = anger more_than basis\nnl = \"Wat?\"\n",
        NULL);
    struct buf b = buf_new(r.a);
    const char *end;

    (void)state;
    assert_read(&r);
    rules_dump(&r.rules, &b);
    end = strstr(b.p, "\n[scale.anger]");
    assert_non_null(end);
    assert_string_equal(end, dump_end);
    arena_free(r.a);
}

/* --- damage --- */

static void
check_damaged(const char *text, size_t len)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new(a, NULL);
    struct source src = {
        .name = "t.ini", .text = arena_strndup(a, text, len), .len = len};
    const struct source *file = &src;
    struct rules rules;
    struct buf b = buf_new(a);
    bool ok = rules_parse(a, d, &file, 1, &rules);

    assert_int_equal(ok, diag_errors(d, NULL) == 0);
    for (const struct message *m = diag_first(d); m != NULL; m = m->next)
        assert_true(m->code[1] != '9');
    if (ok)
        rules_dump(&rules, &b);
    arena_free(a);
}

static void
test_damaged(void **state)
{
    struct arena *a = arena_new();
    struct buf b = buf_new(a);

    (void)state;
    buf_printf(&b, "%s%s%s%s", head, bands, scales, other_sections);
    for (size_t n = 0; n < b.len; n++)
        check_damaged(b.p, n);
    for (size_t i = 0; i < b.len; i++)
        for (int bit = 0; bit < 8; bit++) {
            b.p[i] = (char)(b.p[i] ^ (1 << bit));
            check_damaged(b.p, b.len);
            b.p[i] = (char)(b.p[i] ^ (1 << bit));
        }
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scales),
        cmocka_unit_test(test_bands),
        cmocka_unit_test(test_questions),
        cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_people),
        cmocka_unit_test(test_prompts),
        cmocka_unit_test(test_questionnaires),
        cmocka_unit_test(test_conditions),
        cmocka_unit_test(test_later_file),
        cmocka_unit_test(test_later_format),
        cmocka_unit_test(test_later_layout),
        cmocka_unit_test(test_each_text),
        cmocka_unit_test(test_dump),
        cmocka_unit_test(test_damaged),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
