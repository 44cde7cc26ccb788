/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What programs that edit interviews ask of the engine. */
#include "base/file.h"
#include "engine/engine.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

struct bench {
    struct arena *a;
    struct source rules;
    struct engine_text text;
    struct engine_files files;
    struct engine *e;
    struct diag *d;
    struct buf out;
};

static int
setup_with(void **state, const char *rules)
{
    static struct bench b;

    b = (struct bench){.a = arena_new()};
    b.d = diag_new(b.a, NULL);
    if (!file_read(b.a, b.d, rules, FILE_TEXT_MAX, &b.rules))
        return 1;
    b.text =
        (struct engine_text){ENGINE_RULES, "llinc", b.rules.text, b.rules.len};
    b.files = engine_named(b.a, &b.text, 1);
    b.e = engine_open(b.a, &b.files, &engine_defaults);
    b.out = buf_new(b.a);
    *state = &b;
    return 0;
}

static int
setup(void **state)
{
    return setup_with(state, "rules/llinc.ini");
}

static int
setup_questionnaire(void **state)
{
    return setup_with(state, "examples/with-questionnaire.ini");
}

static int
teardown(void **state)
{
    struct bench *b = *state;

    engine_close(b->e);
    arena_free(b->a);
    return 0;
}

static const struct source *
text(struct bench *b, const char *s)
{
    struct source *src = NEW(b->a, struct source, 1);

    *src = (struct source){.name = "x.yaml", .text = s, .len = strlen(s)};
    return src;
}

static void
holds(const struct bench *b, const char *s)
{
    if (strstr(b->out.p, s) == NULL)
        fail_msg("%s\ndoes not hold %s", b->out.p, s);
}

/* The form asks for every key that an interview may have, with a label. */
static void
test_form_names_all_keys(void **state)
{
    struct bench *b = *state;
    struct buf keys = buf_new(b->a);
    int n = 0;

    assert_int_equal(
        engine_form_data(b->a, b->d, b->e, NULL, LANG_NL, &b->out), STATUS_OK);
    assert_null(strstr(b->out.p, "\"label\": null"));
    engine_list_keys(LANG_NL, &keys);
    *strstr(keys.p, "\nLay-out") = '\0';
    for (char *line = keys.p, *end; *line != '\0'; line = end) {
        char *key = line + strspn(line, " ");

        end = line + strcspn(line, "\n");
        if (*end != '\0')
            *end++ = '\0';
        if (*key == '\0' || strstr(line, "Interview (YAML)") != NULL)
            continue;
        key[strcspn(key, " ")] = '\0';
        holds(b, arena_printf(b->a, "\"nl\": \"%s\"", key));
        n++;
    }
    assert_true(n > 80);
}

/* Texts come as the paper has them, also while the interview has faults. */
static void
test_form_fills(void **state)
{
    struct bench *b = *state;

    assert_int_equal(
        engine_form_data(b->a, b->d, b->e,
            text(b, "format: interview/1\nchild: {name: Ada, "
                    "pronoun: shee}\nthree_words:\n- word: warm\n"),
            LANG_EN, &b->out),
        STATUS_OK);
    holds(b, "\"What do you know of Ada outside school?\"");
    holds(b, "\"Warm: which moment does that word fit?\"");
    holds(b, "\"Word 2: which moment does that word fit?\"");
    assert_int_equal(diag_errors(b->d, NULL), 0);
    assert_int_equal(
        engine_form_data(b->a, b->d, b->e,
            text(b, "format: interview/1\nrules: other\n"), LANG_EN, &b->out),
        STATUS_USAGE);
    assert_string_equal(diag_first(b->d)->code, "I207");
}

static void
test_model(void **state)
{
    struct bench *b = *state;

    assert_int_equal(
        engine_model(b->a, b->d, b->e,
            text(b, "# own\nkind: {groep: \"4\", zus: }  # two\n"
                    "formaat: interview/1\n"
                    "antwoorden:\n  v05: |  # three\n    a # b\n"
                    "\n     \"c\"\n  # four\noverig: [1, [no, x: y]]\n"
                    "...\n# five\n"),
            &b->out),
        STATUS_OK);
    assert_string_equal(b->out.p,
        "{\"keys\":\"nl\",\"comments\":5,\"model\":{\"kind\":{\"groep\":\"4\","
        "\"zus\":\"\"},\"formaat\":\"interview/1\",\"antwoorden\":{\"v05\":"
        "\"a # b\\n\\n \\\"c\\\"\"},\"overig\":[\"1\",[\"no\",{\"x\":\"y\"}]]}}"
        "\n");
    assert_int_equal(engine_model(b->a, b->d, b->e, text(b, "a: b\n"), &b->out),
        STATUS_REFUSED);
    assert_int_equal(engine_model(b->a, b->d, b->e,
                         text(b, "format: interview/2\n"), &b->out),
        STATUS_REFUSED);
    assert_int_equal(engine_model(b->a, b->d, b->e,
                         text(b, "format: interview/1\na: 1\na: 2\n"), &b->out),
        STATUS_REFUSED);
}

/* A model becomes the file that it came from; its own comments are kept, and
   counted, those of the template are not. */
static void
test_tidy(void **state)
{
    struct bench *b = *state;
    struct buf model = buf_new(b->a), again = buf_new(b->a);
    struct source src;

    assert_true(file_read(
        b->a, b->d, "examples/three-readers.yaml", FILE_TEXT_MAX, &src));
    assert_int_equal(
        engine_tidy(b->a, b->d, b->e, &src, -1, &b->out), STATUS_OK);
    src = (struct source){.name = "tidy", .text = b->out.p, .len = b->out.len};
    assert_int_equal(engine_model(b->a, b->d, b->e, &src, &model), STATUS_OK);
    model.p = strchr(strstr(model.p, "\"model\":"), ':') + 1;
    model.p[strlen(model.p) - 2] = '\0'; /* the brace around it */
    assert_int_equal(
        engine_tidy(b->a, b->d, b->e, text(b, model.p), -1, &again), STATUS_OK);
    assert_string_equal(
        strstr(again.p, "formaat:"), strstr(b->out.p, "formaat:"));
    assert_int_equal(diag_errors(b->d, NULL), 0);
}

static void
test_tidy_comments(void **state)
{
    struct bench *b = *state;
    struct buf file = buf_new(b->a);

    assert_int_equal(engine_template(b->e, LANG_NL, &file), STATUS_OK);
    buf_puts(&file, "# of my own\n");
    assert_int_equal(
        engine_model(b->a, b->d, b->e, text(b, file.p), &b->out), STATUS_OK);
    holds(b, "\"comments\":1,");
    b->out = buf_new(b->a);
    assert_int_equal(
        engine_tidy(b->a, b->d, b->e, text(b, file.p), LANG_EN, &b->out),
        STATUS_OK);
    holds(b, "format: interview/1\ncase: LP-0001\n");
    holds(b, "\n# of my own\n...\n");
    assert_null(strstr(b->out.p, "Anger"));
}

/* Written out, small items take room of their own. */
static void
test_tidy_too_large(void **state)
{
    struct bench *b = *state;
    struct buf file = buf_new(b->a);
    const struct message *m;

    buf_puts(&file, "formaat: interview/1\nx: ");
    for (int i = 0; i < 30; i++)
        buf_puts(&file, "{a: ");
    buf_puts(&file, "[x");
    for (int i = 0; i < 40000; i++)
        buf_puts(&file, ",x");
    buf_puts(&file, "]");
    for (int i = 0; i < 30; i++)
        buf_puts(&file, "}");
    buf_puts(&file, "\n...\n");
    assert_int_equal(
        engine_tidy(b->a, b->d, b->e, text(b, file.p), -1, &b->out),
        STATUS_REFUSED);
    m = diag_first(b->d);
    assert_string_equal(m->code, "I109");
}

/* Each message leads to its field, in a file and in the JSON of a model. */
static void
test_paths(void **state)
{
    static const char *const texts[] = {
        "formaat: interview/1\n"
        "dossier: A\n"
        "beoordelingen:\n"
        "- door: coach\n"
        "  scores: {boosheid: {score: negen}}\n"
        "- datum: morgen\n"
        "  vreemd: x\n"
        "sterk: [{zin: {}}, {zin: [a]}]\n",
        "{\"formaat\":\"interview/1\",\"dossier\":\"A\",\"beoordelingen\":[{"
        "\"door\":\"coach\",\"scores\":{\"boosheid\":{\"score\":\"negen\"}}},{"
        "\"datum\":\"morgen\",\"vreemd\":\"x\"}],\"sterk\":[{\"zin\":{}},"
        "{\"zin\":[\"a\"]}]}",
    };
    struct bench *b = *state;

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct engine_case *c;

        b->d = diag_new(b->a, NULL);
        b->out = buf_new(b->a);
        assert_int_equal(engine_read(b->a, b->d, b->e, text(b, texts[i]), &c),
            STATUS_REFUSED);
        engine_messages(b->a, b->d, SEVERITY_ERROR, &b->out);
        holds(b, "\"path\":[\"beoordelingen\",0,\"scores\",\"boosheid\","
                 "\"score\"],\"severity\":\"error\",\"code\":\"I205\"");
        holds(b, "\"path\":[\"beoordelingen\",1,\"datum\"],\"severity\":"
                 "\"error\",\"code\":\"I208\"");
        holds(b, "\"path\":[\"beoordelingen\",1,\"vreemd\"],\"severity\":"
                 "\"error\",\"code\":\"I101\"");
        holds(b, "\"path\":[\"beoordelingen\",1,\"door\"],\"severity\":"
                 "\"error\",\"code\":\"I103\"");
        holds(b, "\"path\":[\"sterk\",1,\"zin\"],\"severity\":\"error\","
                 "\"code\":\"I104\"");
    }
}

/* Of a questionnaire its items, and its subscales with their ranges. */
static void
test_form_has_questionnaires(void **state)
{
    struct bench *b = *state;

    assert_int_equal(
        engine_form_data(b->a, b->d, b->e, NULL, LANG_NL, &b->out), STATUS_OK);
    holds(b, "\"items\": 6");
    holds(b, "\"title\": \"Nabijheid\"");
    holds(b, "\"nl\": \"tension\"");
}

/* A question with all that is asked; a second questionnaire, which has its own
   subscales. */
static void
test_form_full(void **state)
{
    struct bench *b = *state;
    const char *third = strstr(b->rules.text, "[question.v03]"), *list;

    b->text.data = arena_printf(b->a,
        "%.*sfull.nl = \"Vertel over {word}.\"\n\n%s\n"
        "[questionnaire.two]\ntitle.nl = \"Tweede\"\nrange = 0..3\nitems = "
        "2\n\n"
        "[subscale.two.calm]\ntitle.nl = \"Rust\"\nitems = 1, 2\n"
        "combine = sum\nmissing_at_most = 0\n",
        (int)(third - b->rules.text), b->rules.text, third);
    b->text.len = strlen(b->text.data);
    b->e = engine_open(b->a, &b->files, &engine_defaults);
    assert_int_equal(
        engine_form_data(b->a, b->d, b->e,
            text(b, "formaat: interview/1\ndrie_woorden:\n- woord: warm\n"),
            LANG_NL, &b->out),
        STATUS_OK);
    holds(b, "\"full\": \"Vertel over warm.\"");
    list = strstr(b->out.p, "\"Tweede\"");
    assert_non_null(list);
    assert_ptr_equal(strstr(b->out.p, "\"Rust\""), strstr(list, "\"Rust\""));
    assert_null(strstr(list, "\"Nabijheid\""));
    assert_null(strstr(strstr(list, "\"Rust\"") + 1, "\"Rust\""));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            test_form_names_all_keys, setup, teardown),
        cmocka_unit_test_setup_teardown(test_form_fills, setup, teardown),
        cmocka_unit_test_setup_teardown(test_model, setup, teardown),
        cmocka_unit_test_setup_teardown(test_tidy, setup, teardown),
        cmocka_unit_test_setup_teardown(test_tidy_comments, setup, teardown),
        cmocka_unit_test_setup_teardown(test_tidy_too_large, setup, teardown),
        cmocka_unit_test_setup_teardown(test_paths, setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_form_has_questionnaires, setup_questionnaire, teardown),
        cmocka_unit_test_setup_teardown(
            test_form_full, setup_questionnaire, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
