/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What a web page calls, over files in memory: reports, messages, files that a
   user drops. */
#include "base/file.h"
#include "engine/engine.h"
#include "web/web.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#define LATO "/usr/share/fonts/truetype/lato/Lato-"
#define DEJAVU "/usr/share/fonts/truetype/dejavu/DejaVuSans"

static const struct {
    const char *kind, *name, *path;
} shipped[] = {
    {"rules", "llinc", "rules/llinc.ini"},
    {"layout", "handout", "layouts/handout.ini"},
    {"layout", "coach", "layouts/coach.ini"},
    {"layout", "dossier", "layouts/dossier.ini"},
    {"layout", "form", "layouts/form.ini"},
    {"layout", "self", "layouts/self.ini"},
    {"layout", "twice", "layouts/twice.ini"},
    {"layout", "agreement", "layouts/agreement.ini"},
    {"catalogue", "catalogue", "fonts/catalogue.ini"},
    {"patterns", "nl", "/usr/share/hyphen/hyph_nl_NL.dic"},
    {"colours", "sRGB", "/usr/share/color/icc/sRGB.icc"},
    {"font", "Lato-Regular.ttf", LATO "Regular.ttf"},
    {"font", "Lato-Bold.ttf", LATO "Bold.ttf"},
    {"font", "Lato-Light.ttf", LATO "Light.ttf"},
    {"font", "DejaVuSans.ttf", DEJAVU ".ttf"},
    {"font", "DejaVuSans-Bold.ttf", DEJAVU "-Bold.ttf"},
    {"messages", "nl", "build/locale/nl/LC_MESSAGES/relatieprofiel.mo"},
};

struct page {
    struct arena *a;
    struct web *w;
};

static void
give(struct page *p, const char *kind, const char *name, const char *path)
{
    struct source file;

    assert_true(file_map(p->a, diag_new(p->a, NULL), path, &file));
    assert_true(web_file(p->w, kind, name, file.text, file.len));
    file_unmap(&file);
}

static int
setup(void **state)
{
    static struct page p;

    p = (struct page){arena_new(), web_open()};
    for (size_t i = 0; i < sizeof shipped / sizeof *shipped; i++)
        give(&p, shipped[i].kind, shipped[i].name, shipped[i].path);
    *state = &p;
    return 0;
}

static int
teardown(void **state)
{
    struct page *p = *state;

    web_close(p->w);
    arena_free(p->a);
    return 0;
}

static void
add(struct page *p, const char *path)
{
    struct source file;

    assert_true(file_map(p->a, diag_new(p->a, NULL), path, &file));
    assert_true(web_add(p->w, path, file.text, file.len));
    file_unmap(&file);
}

static void
add_text(struct page *p, const char *text)
{
    web_clear(p->w);
    assert_true(web_add(p->w, "typed", text, strlen(text)));
}

static void
options(struct page *p, const char *lang, bool large, const char *speaks)
{
    assert_true(
        web_options(p->w, lang, -1, large, false, false, false, "2a", speaks));
}

static void
assert_says(const struct page *p, const char *words)
{
    assert_int_equal(web_text_len(p->w), strlen(web_text(p->w)));
    if (strstr(web_text(p->w), words) == NULL)
        fail_msg("not \"%s\" in %s", words, web_text(p->w));
}

static void
test_makes(void **state)
{
    struct page *p = *state;
    size_t plain;

    web_clear(p->w);
    add(p, "examples/juf-anne.yaml");
    web_make(p->w, "handout");
    assert_says(p, "{\"status\":0,");
    assert_says(p, "\"name\":\"LP-0017.handout.pdf\",\"copies\":[]}");
    plain = web_bytes_len(p->w);
    assert_memory_equal(web_bytes(p->w), "%PDF-", 5);

    options(p, "", true, "en");
    web_make(p->w, "handout");
    assert_int_not_equal(web_bytes_len(p->w), plain);
    options(p, "", false, "en");
    web_make(p->w, "handout");
    assert_int_equal(web_bytes_len(p->w), plain);

    web_make(p->w, "dossier");
    assert_says(p, "\"copies\":[{\"name\":\"LP-0017.dossier.interview.yaml\"");
}

/* As many interviews as the layout is over; none for a form. */
static void
test_several(void **state)
{
    struct page *p = *state;

    web_clear(p->w);
    web_make(p->w, "form");
    assert_says(p, "\"name\":\"form.pdf\"");
    web_make(p->w, "handout");
    assert_says(p, "\"status\":2,");
    assert_says(p, "needs an interview");
    assert_int_equal(web_bytes_len(p->w), 0);

    add(p, "examples/first-child.yaml");
    web_make(p->w, "twice");
    assert_says(p, "{\"status\":2,");
    add(p, "examples/first-child-later.yaml");
    web_make(p->w, "twice");
    assert_says(p, "{\"status\":0,");
    web_make(p->w, "handout");
    assert_says(p, "{\"status\":2,");
    web_make(p->w, "agreement");
    assert_says(p, "{\"status\":0,");
}

static void
test_checks(void **state)
{
    struct page *p = *state;

    web_clear(p->w);
    add(p, "examples/juf-anne.yaml");
    web_check(p->w);
    assert_says(p, "\"scores\":{");
    options(p, "", false, "nl");
    add_text(p, "formaat: interview/1\ndossier: X-1\nkindd: 1\n...\n");
    web_check(p->w);
    assert_says(p, "\"status\":1");
    assert_says(p, "bedoel je");
    assert_says(p, "\"line\":3,\"column\":1,\"path\":[");
    assert_says(p, "\"scores\":null}");
    options(p, "", false, "en");
    web_check(p->w);
    assert_says(p, "did you mean");
}

static void
test_edits(void **state)
{
    struct page *p = *state;

    web_clear(p->w);
    web_form(p->w, "nl");
    assert_says(p, "\"form\":{");
    web_read(p->w);
    assert_says(p, "\"status\":2");
    add(p, "examples/juf-anne.yaml");
    web_form(p->w, "nl");
    assert_says(p, "Martijn");
    web_read(p->w);
    assert_says(p, "\"read\":{\"keys\":\"nl\"");
    add_text(p, "{");
    web_read(p->w);
    assert_says(p, "\"severity\":\"error\"");
    assert_says(p, "\"read\":null}");
    web_write(p->w);
    assert_says(p, "\"yaml\":null}");
    add_text(p, "{\"formaat\":\"interview/1\",\"dossier\":\"X-1\"}");
    web_write(p->w);
    assert_says(p, "\"yaml\":\"formaat: interview/1\\ndossier: X-1\\n");
}

static void
test_options(void **state)
{
    struct web *w = ((struct page *)*state)->w;

    assert_false(
        web_options(w, "fr", -1, false, false, false, false, "2a", "nl"));
    assert_false(
        web_options(w, "nl", 2, false, false, false, false, "2a", "nl"));
    assert_false(
        web_options(w, "nl", -1, false, false, false, false, "4", "nl"));
    assert_false(
        web_options(w, "nl", -1, false, false, false, false, "2a", "de"));
}

/* Rules and layouts of the user, found as the interview writes them; a faulty
   one is said, and gone when a sound one takes its place. */
static void
test_own_files(void **state)
{
    static const char bad[] = "[format]\nkind = layout\nversion = 1\nx = 1\n";
    struct page *p = *state;

    give(p, "rules", "own", "examples/with-questionnaire.ini");
    web_clear(p->w);
    add(p, "examples/questionnaire.yaml");
    web_make(p->w, "handout");
    assert_says(p, "with-questionnaire");
    give(p, "rules", "with-questionnaire", "examples/with-questionnaire.ini");
    web_make(p->w, "handout");
    assert_says(p, "{\"status\":0,");

    assert_true(web_file(p->w, "layout", "own", bad, sizeof bad - 1));
    web_check_file(p->w, "layout", "own");
    assert_says(p, "\"status\":1");
    web_list(p->w, "nl");
    assert_says(p, "{\"id\":\"own\",\"title\":\"\",\"faulty\":true}");
    assert_says(p, "\"over\":\"two\",\"blank\":false,\"tells\":true,"
                   "\"keeps\":false");
    assert_says(p, "{\"id\":\"form\",\"title\":\"Formulieren relatieprofiel\","
                   "\"over\":\"one\",\"blank\":true,\"tells\":false");
    assert_says(p, "{\"id\":\"self\",\"title\":\"Zelf aan de slag\","
                   "\"over\":\"one\",\"blank\":true,\"tells\":true");
    give(p, "layout", "own", "layouts/handout.ini");
    web_check_file(p->w, "layout", "own");
    assert_says(p, "\"status\":0");

    assert_false(web_file(p->w, "video", "x", "", 0));
    assert_false(web_file(p->w, "rules", "x", bad, ENGINE_TEXT_MAX + 1));
    assert_false(web_add(p->w, "x", bad, ENGINE_TEXT_MAX + 1));
    web_check_file(p->w, "layout", "nowhere");
    assert_says(p, "\"status\":2");
}

/* Longer than an engine is kept open. */
static void
test_long(void **state)
{
    struct page *p = *state;

    add_text(p, "formaat: interview/1\n...\n");
    for (int i = 0; i < 250; i++)
        web_check(p->w);
    assert_says(p, "\"status\":1");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_makes, setup, teardown),
        cmocka_unit_test_setup_teardown(test_several, setup, teardown),
        cmocka_unit_test_setup_teardown(test_checks, setup, teardown),
        cmocka_unit_test_setup_teardown(test_edits, setup, teardown),
        cmocka_unit_test_setup_teardown(test_options, setup, teardown),
        cmocka_unit_test_setup_teardown(test_own_files, setup, teardown),
        cmocka_unit_test_setup_teardown(test_long, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
