/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Making and looking over, in the order of the command line. */
#include "web/state.h"

#include "base/places.h"

#define LEN(x) (sizeof(x) / sizeof *(x))

static const struct {
    const char *word;
    enum engine_profile profile;
} profiles[] = {
    {"2a", ENGINE_PDF_2A},
    {"2u", ENGINE_PDF_2U},
    {"3a", ENGINE_PDF_3A},
    {"1b", ENGINE_PDF_1B},
    {"none", ENGINE_PDF},
};

/* A language of reports, -1 for "". */
static bool
lang_read(const char *word, int *out)
{
    *out = -1;
    for (int l = 0; l < LANG_COUNT; l++)
        if (strcmp(word, lang_code[l]) == 0)
            *out = l;
    return *out >= 0 || *word == '\0';
}

bool
web_options(struct web *w, const char *lang, int numbers, bool large, bool mono,
    bool anonymise, bool fillable, const char *profile, const char *speaks)
{
    struct engine_options o = w->options;
    int spoken;
    bool known = false;

    for (size_t i = 0; i < LEN(profiles); i++)
        if (strcmp(profile, profiles[i].word) == 0) {
            o.profile = (int)profiles[i].profile;
            known = true;
        }
    if (!known || !lang_read(lang, &o.lang) || !lang_read(speaks, &spoken) ||
        numbers < -1 || numbers > 1)
        return false;
    /* Layouts are loaded for one size of type. */
    if (o.large != large)
        call_close(w);
    o.numbers = numbers;
    o.large = large;
    o.mono = mono;
    o.anonymise = anonymise;
    o.fillable = fillable;
    w->options = o;
    speak_in(spoken < 0 ? NULL : &w->messages[spoken]);
    return true;
}

/* Looking over ----------------------------------------------------------- */

/* What is looked at beside the interview, as the command line does. */
static const char *const usual_layouts[] = {"handout", "coach"};

static enum status
check_interview(struct web *w, struct diag *d, struct engine_case **out)
{
    const struct source *src = w->input;
    enum status status =
        call_load(w, usual_layouts, (int)LEN(usual_layouts), true);

    *out = NULL;
    if (status != STATUS_OK || w->ninputs != 1)
        return status == STATUS_OK ? STATUS_USAGE : status;
    status = engine_read(w->a, d, w->e, src, out);
    if (status != STATUS_OK)
        return status;
    engine_check_characters(w->a, d, w->e, *out);
    engine_check(w->a, d, w->e, *out);
    return engine_refused(w->e, d) ? STATUS_REFUSED : STATUS_OK;
}

void
web_check(struct web *w)
{
    static const struct engine_printing how = {.format = FORMAT_JSON};
    struct diag *d = call_begin(w);
    struct engine_case *c;
    enum status status = check_interview(w, d, &c);

    call_answer(w, status, d);
    buf_puts(&w->text, ",\"scores\":");
    if (status == STATUS_OK)
        engine_score(c, &how, &w->text);
    else
        buf_puts(&w->text, "null");
    call_end(w);
}

void
web_check_file(struct web *w, const char *kind, const char *name)
{
    struct diag *d = call_begin(w);
    enum status status = STATUS_USAGE;
    const struct engine_text *text = NULL;
    enum engine_kind of;

    if (held_kind(kind, &of))
        text = held_text(w, of, name);
    if (text != NULL) {
        struct source *src = NEW(w->a, struct source, 1);

        *src = (struct source){
            .name = text->name, .text = text->data, .len = text->len};
        places_mark(w->a, src);
        engine_check_text(w->a, d, w->e, src);
        status = engine_refused(w->e, d) ? STATUS_REFUSED : STATUS_OK;
    }
    call_answer(w, status, d);
    call_end(w);
}

/* Making ----------------------------------------------------------------- */

static enum status
status_worse(enum status a, enum status b)
{
    return a > b ? a : b;
}

static enum status
read_one(struct web *w, struct diag *d, struct engine_case **out)
{
    enum status status = engine_can_hide(w->e)
                             ? engine_load_rules(w->e, w->input->name)
                             : STATUS_USAGE;

    if (status == STATUS_OK)
        status = engine_read(w->a, d, w->e, w->input, out);
    if (status == STATUS_OK)
        status = engine_check_characters(w->a, d, w->e, *out);
    if (status == STATUS_OK)
        status = engine_check_names(w->a, d, w->e, *out);
    if (status == STATUS_OK && !engine_accepts(d, *out, engine_form(w->e, 0)))
        status = STATUS_REFUSED;
    return status;
}

static enum status
read_two(struct web *w, struct diag *d, struct engine_case **out)
{
    struct engine_case *pair[2] = {NULL, NULL};
    enum status status = STATUS_OK;

    for (int i = 0; i < 2; i++)
        status = status_worse(
            status, engine_read(w->a, d, w->e, &w->input[i], &pair[i]));
    if (status == STATUS_OK)
        status = engine_pair(d, pair[0], pair[1], out);
    return status == STATUS_OK ? engine_check_characters(w->a, d, w->e, *out)
                               : status;
}

static enum status
read_many(struct web *w, struct diag *d, struct engine_case **out)
{
    struct engine_gathering *g = engine_gathering_new(w->a, w->e);
    enum status status = STATUS_OK;

    for (int i = 0; i < w->ninputs; i++) {
        struct engine_case *c = NULL;
        enum status one = engine_read(w->a, d, w->e, &w->input[i], &c);

        if (one == STATUS_OK)
            one = engine_gather(g, c);
        status = status_worse(status, one);
    }
    *out = engine_gathered(g);
    return *out == NULL ? status_worse(status, STATUS_REFUSED) : STATUS_OK;
}

/* The case that a form is made of. */
static enum status
read_case(struct web *w, struct diag *d, const struct engine_form *form,
    struct engine_case **out)
{
    enum engine_over over = engine_form_over(form);

    if (w->ninputs == 0)
        return engine_blank(w->a, d, w->e, out);
    if (over == ENGINE_OVER_MANY)
        return read_many(w, d, out);
    if (over == ENGINE_OVER_TWO && w->ninputs == 2)
        return read_two(w, d, out);
    if (over == ENGINE_OVER_ONE && w->ninputs == 1)
        return read_one(w, d, out);
    return STATUS_USAGE;
}

/* What lies beside a report that is kept. */
static void
answer_copies(
    struct web *w, const struct engine_case *c, const struct engine_form *form)
{
    struct engine_copy copies[ENGINE_COPIES];
    int n = engine_copies(w->a, c, form, copies);

    buf_puts(&w->text, ",\"copies\":[");
    for (int i = 0; i < n; i++) {
        buf_puts(&w->text, i > 0 ? ",{\"name\":" : "{\"name\":");
        buf_json(&w->text, copies[i].name);
        buf_puts(&w->text, ",\"text\":");
        buf_json(&w->text, arena_strndup(w->a, copies[i].data, copies[i].len));
        buf_putc(&w->text, '}');
    }
    buf_putc(&w->text, ']');
}

static void
answer_made(
    struct web *w, const struct engine_case *c, const struct engine_form *form)
{
    const char *id = engine_case_id(w->a, c), *is = engine_form_id(form);

    buf_puts(&w->text, ",\"name\":");
    buf_json(&w->text, id == NULL ? arena_printf(w->a, "%s.pdf", is)
                                  : arena_printf(w->a, "%s.%s.pdf", id, is));
    answer_copies(w, c, form);
}

void
web_make(struct web *w, const char *layout)
{
    struct diag *d = call_begin(w);
    struct engine_case *c = NULL;
    const struct engine_form *form = NULL;
    enum status status = call_load(w, &layout, 1, false);

    if (status == STATUS_OK) {
        form = engine_form(w->e, 0);
        status = read_case(w, d, form, &c);
    }
    if (status == STATUS_OK) {
        status = engine_make(w->a, d, w->e, c, form, STAGE_PDF, &w->bytes);
        if (status == STATUS_OK && engine_form_over(form) == ENGINE_OVER_ONE)
            engine_review_names(w->a, d, w->e, c);
    }
    if (status != STATUS_OK)
        w->bytes = buf_new(w->a);
    call_answer(w, status, d);
    if (status == STATUS_OK)
        answer_made(w, c, form);
    call_end(w);
}
