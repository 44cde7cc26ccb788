/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "cli/collect.h"

#include "cli/inputs.h"
#include "cli/outlet.h"
#include "cli/output.h"

#include <stdlib.h>
#include <string.h>

/* Interviews are read twice or more: to count their pages, then to draw them.
   What there is to say of one is said the first time. */

struct collecting {
    struct session *session;
    struct inputs inputs;
    struct engine_collection *k;
    struct arena *a; /* of one interview */
    bool *is_bad;
    int bad;
    bool skip; /* what is refused is left out */
    bool said;
};

/* ---- order ---- */

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Case ids as people order them: a number in them by its value, LP-9 before
   LP-10; what is the same in that, by bytes. */
static int
compare_id(const char *x, const char *y)
{
    const char *a = x, *b = y;

    while (*a != '\0' && *b != '\0') {
        size_t na = 0, nb = 0;

        if (!is_digit(*a) || !is_digit(*b)) {
            if (*a != *b)
                return (unsigned char)*a - (unsigned char)*b;
            a++;
            b++;
            continue;
        }
        a += strspn(a, "0");
        b += strspn(b, "0");
        na = strspn(a, "0123456789");
        nb = strspn(b, "0123456789");
        if (na != nb)
            return na < nb ? -1 : 1;
        if (memcmp(a, b, na) != 0)
            return memcmp(a, b, na);
        a += na;
        b += nb;
    }
    return *a != *b ? (unsigned char)*a - (unsigned char)*b : strcmp(x, y);
}

/* Those without a case id last. */
static int
compare_input(const void *left, const void *right)
{
    const struct input *x = left, *y = right;

    if (x->case_id == NULL || y->case_id == NULL) {
        int order = (x->case_id == NULL) - (y->case_id == NULL);

        return order != 0 ? order : strcmp(x->path, y->path);
    }
    return compare_id(x->case_id, y->case_id);
}

/* Cases of several folders may have one id between them, which is refused
   here: contents and bookmarks would not tell them apart. */
static void
sort(struct inputs *inputs)
{
    struct input *v = inputs->v;

    qsort(v, (size_t)inputs->n, sizeof *v, compare_input);
    for (int i = 1; i < inputs->n && v[i].case_id != NULL; i++)
        if (strcmp(v[i].case_id, v[i - 1].case_id) == 0) {
            v[i].twin = v[i - 1].path;
            if (v[i - 1].twin == NULL)
                v[i - 1].twin = v[i].path;
        }
}

/* ---- rounds ---- */

static enum status
look(struct collecting *c, int i, struct diag *d)
{
    struct session *session = c->session;
    const struct engine_form *form = engine_form(session->engine, 0);
    struct engine_case *one;
    enum status status =
        inputs_read_whole(c->a, d, session, &c->inputs.v[i], &one);

    if (status == STATUS_OK && !engine_accepts(d, one, form))
        status = STATUS_REFUSED;
    if (status == STATUS_OK)
        status = engine_collection_look(c->a, d, c->k, one);
    if (status == STATUS_OK)
        engine_review_names(c->a, d, session->engine, one);
    return status;
}

static enum status
draw(struct collecting *c, int i, struct diag *d)
{
    struct engine_case *one;
    enum status status =
        inputs_read_whole(c->a, d, c->session, &c->inputs.v[i], &one);

    return status == STATUS_OK ? engine_collection_add(c->a, d, c->k, one)
                               : status;
}

/* Looks at all interviews; what is refused is left out, what the system does
   not give ends it. */
static enum status
look_at_all(struct collecting *c)
{
    c->bad = 0;
    for (int i = 0; i < c->inputs.n; i++) {
        struct diag *d = session_diag(c->a);
        enum status status = look(c, i, d);

        if (!c->said)
            console_diag(c->session->console, c->a, d);
        if (status == STATUS_FAILED || c->session->console->trouble->failed)
            return STATUS_FAILED;
        c->is_bad[i] = status != STATUS_OK;
        c->bad += c->is_bad[i];
        if (c->is_bad[i])
            engine_collection_leave_out(c->k, c->inputs.v[i].case_id);
        arena_reset(c->a);
        engine_trim(c->session->engine);
    }
    c->said = true;
    return STATUS_OK;
}

/* A case that is not as it was by now was changed meanwhile. */
static enum status
draw_all(struct collecting *c, const struct sink *sink)
{
    const struct console *console = c->session->console;
    struct diag *d = session_diag(c->session->a);
    enum status status = engine_collection_begin(d, c->k, sink);

    for (int i = 0; status == STATUS_OK && i < c->inputs.n; i++) {
        struct diag *own;

        if (c->is_bad[i])
            continue;
        own = session_diag(c->a);
        status = draw(c, i, own);
        if (status != STATUS_OK)
            console_diag(console, c->a, own);
        arena_reset(c->a);
        engine_trim(c->session->engine);
    }
    if (status == STATUS_OK)
        status = engine_collection_end(c->a, d, c->k);
    console_diag(console, c->a, d);
    return status == STATUS_OK && console->trouble->failed ? STATUS_FAILED
                                                           : status;
}

/* ---- the whole ---- */

static void
name_refused(const struct collecting *c)
{
    const struct console *console = c->session->console;
    struct buf names = buf_new(c->session->a);

    for (int i = 0; i < c->inputs.n; i++)
        if (c->is_bad[i])
            buf_printf(
                &names, "%s%s", names.len > 0 ? ", " : "", c->inputs.v[i].path);
    if (c->skip && c->bad < c->inputs.n)
        console_note(console, _("left out: %s"), names.p);
    else if (c->skip)
        console_error(
            console, "%s", _("nothing is made: every interview is refused"));
    else
        console_error(console,
            _("nothing is made, since these are refused: %s (--skip-refused "
              "leaves them out, and the contents say so)"),
            names.p);
}

/* A signal before it has its name leaves nothing of it. */
static enum status
write_all(struct collecting *c)
{
    struct session *session = c->session;
    const char *path = session->opts->collect;
    const struct engine_form *form = engine_form(session->engine, 0);
    struct outlet out;
    enum status status = output_may_collect(c->a, session, path, form);

    arena_reset(c->a);
    if (status == STATUS_OK)
        status = outlet_open(session->a, session, path, &out);
    if (status != STATUS_OK)
        return status;
    status = draw_all(c, &out.sink);
    return status == STATUS_OK ? outlet_close(&out) : outlet_drop(&out, status);
}

/* Looks at all until the contents have the room that they take.  What is
   refused is said; STATUS_REFUSED where nothing is to be made. */
static enum status
plan(struct collecting *c)
{
    do {
        enum status status = look_at_all(c);

        if (status != STATUS_OK)
            return status;
        if (c->bad == c->inputs.n || (c->bad > 0 && !c->skip))
            break;
    } while (engine_collection_again(c->k));
    if (c->bad > 0)
        name_refused(c);
    return c->bad == c->inputs.n || (c->bad > 0 && !c->skip) ? STATUS_REFUSED
                                                             : STATUS_OK;
}

/* What the inputs are, in their order; the layout is loaded. */
static enum status
begin(struct collecting *c)
{
    struct session *session = c->session;
    const struct engine_form *form = engine_form(session->engine, 0);

    if (!engine_can_hide(session->engine) ||
        !engine_can_collect(session->engine, form) ||
        inputs_load_rules(session, &c->inputs) != STATUS_OK)
        return STATUS_USAGE;
    inputs_find_twins(session, &c->inputs);
    sort(&c->inputs);
    c->is_bad = NEW(session->a, bool, c->inputs.n);
    c->k =
        engine_collection_new(session->a, session->engine, form, c->inputs.n);
    return STATUS_OK;
}

static enum status
make(struct collecting *c)
{
    enum status status = begin(c);

    if (status == STATUS_OK)
        status = plan(c);
    if (status != STATUS_OK)
        return status;
    status = write_all(c);
    if (status == STATUS_OK)
        console_note(c->session->console,
            _("one document of interviews: %d; left out: %d"),
            c->inputs.n - c->bad, c->bad);
    return c->bad > 0 ? status_worse(status, STATUS_REFUSED) : status;
}

enum status
collect(struct session *session)
{
    struct collecting c = {
        .session = session, .skip = session->opts->skip_refused};
    enum status found =
        inputs_expand(session, &session->opts->operands, &c.inputs);
    enum status status = output_file_ready(session, session->opts->collect)
                             ? session_load_layouts(session)
                             : STATUS_USAGE;

    session->report.by_case = session->opts->numbered != 0;
    if (status != STATUS_OK || found != STATUS_OK || c.inputs.n == 0)
        return status_worse(status, found);
    c.a = arena_new();
    status = make(&c);
    arena_free(c.a);
    return status;
}

enum status
collect_again(struct session *session, const struct engine_words *operands,
    const struct sink *sink)
{
    struct collecting c = {.session = session, .skip = true, .said = true};
    enum status status = inputs_expand(session, operands, &c.inputs);

    if (status != STATUS_OK || c.inputs.n == 0)
        return status;
    c.a = arena_new();
    status = begin(&c);
    if (status == STATUS_OK)
        status = plan(&c);
    if (status == STATUS_OK)
        status = draw_all(&c, sink);
    arena_free(c.a);
    return status;
}
