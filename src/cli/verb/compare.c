/* `compare`.  What the two interviews are to one another is decided before any
   layout is loaded: the answer names the layout. */
#include "cli/verb/compare.h"

#include "base/utf8.h"
#include "cli/output.h"

#include <string.h>

enum { PAIR = 2 };

static const char *const layout_names[] = {"two-children", "twice"};

enum known { KNOWN_NOT, KNOWN_SAME, KNOWN_OTHER };

/* Keys of the interview that messages name. */
enum key { KEY_TEACHER, KEY_CHILD, KEY_CODE, KEY_NAME, KEY_DATE, KEY_COUNT };

static const char *const key_name[KEY_COUNT][LANG_COUNT] = {
    [KEY_TEACHER] = {"leerkracht", "teacher"},
    [KEY_CHILD] = {"kind", "child"},
    [KEY_CODE] = {"code", "code"},
    [KEY_NAME] = {"naam", "name"},
    [KEY_DATE] = {"gesprek.datum", "interview.date"},
};

static const char *
key_of(const struct subject *s, enum key key)
{
    return key_name[key][s->interview.keys];
}

static struct pos
case_at(const struct subject *s)
{
    return s->interview.case_id.at;
}

/* By what a person is known in both interviews. */
struct trait {
    enum key key; /* code or name */
    const struct text *one, *two;
};

static enum known
person_known(
    const struct person *one, const struct person *two, struct trait *by)
{
    bool code = one->code.s != NULL && two->code.s != NULL;

    *by = code ? (struct trait){KEY_CODE, &one->code, &two->code}
               : (struct trait){KEY_NAME, &one->name, &two->name};
    if (by->one->s == NULL || by->two->s == NULL)
        return KNOWN_NOT;
    return utf8_same(by->one->s, by->two->s) ? KNOWN_SAME : KNOWN_OTHER;
}

static bool
refuse_unknown(struct diag *d, const struct subject *one,
    const struct subject *two, enum key person)
{
    diag_error(d, case_at(two), "I502",
        "%s: neither a code nor a name stands in both interviews",
        key_of(two, person));
    diag_note(d, case_at(one), "the other interview is here");
    diag_help(d, "the same code in both says that it is the same person");
    return false;
}

static bool
check_teacher(
    struct diag *d, const struct subject *one, const struct subject *two)
{
    struct trait by;

    switch (
        person_known(&one->interview.teacher, &two->interview.teacher, &by)) {
    case KNOWN_SAME:
        return true;
    case KNOWN_NOT:
        return refuse_unknown(d, one, two, KEY_TEACHER);
    case KNOWN_OTHER:
        break;
    }
    diag_error(d, by.two->at, "I501", "%s.%s is \"%s\" here, not \"%s\"",
        key_of(two, KEY_TEACHER), key_of(two, by.key), by.two->s, by.one->s);
    diag_note(d, by.one->at, "the other interview is here");
    diag_help(d, "compare is for two children of one teacher, or for one child "
                 "twice");
    return false;
}

static bool
check_dates(
    struct diag *d, const struct subject *one, const struct subject *two)
{
    const struct subject *pair[PAIR] = {one, two};
    bool ok = true;

    for (int i = 0; i < PAIR; i++)
        if (pair[i]->interview.date.year == 0) {
            ok = diag_error(d, case_at(pair[i]), "I504",
                "%s is missing, so the two interviews on this child have no "
                "order",
                key_of(pair[i], KEY_DATE));
            diag_help(d, "write the day of the interview there");
        }
    if (!ok || date_compare(one->interview.date, two->interview.date) != 0)
        return ok;
    diag_error(d, case_at(two), "I503",
        "the same teacher, the same child and the same %s",
        key_of(two, KEY_DATE));
    diag_note(d, case_at(one), "the other interview is here");
    diag_help(d, "give a repeated interview its own date, and two children "
                 "codes of their own");
    return false;
}

/* Whether the two can be compared; `*twice` whether they are on one child. */
static bool
check_pair(struct diag *d, const struct subject *one, const struct subject *two,
    bool *twice)
{
    struct trait by;

    *twice = false;
    if (!check_teacher(d, one, two))
        return false;
    switch (person_known(&one->interview.child, &two->interview.child, &by)) {
    case KNOWN_NOT:
        return refuse_unknown(d, one, two, KEY_CHILD);
    case KNOWN_OTHER:
        return true;
    case KNOWN_SAME:
        break;
    }
    *twice = true;
    return check_dates(d, one, two);
}

static bool
check_rules(
    struct diag *d, const struct subject *one, const struct subject *two)
{
    const struct text *named = &two->interview.rules;

    if (strcmp(one->rules->hash, two->rules->hash) == 0)
        return true;
    diag_error(d, named->s != NULL ? named->at : case_at(two), "I505",
        "the two interviews are scored by different rules");
    diag_note(d, case_at(one), "the other interview is here");
    diag_help(d, "-r reads both by the same rules");
    return false;
}

static bool
check_cases(
    struct diag *d, const struct subject *one, const struct subject *two)
{
    if (strcmp(one->interview.case_id.s, two->interview.case_id.s) != 0)
        return true;
    job_twin(d, two, one->source.name);
    return false;
}

/* Reads both, so that the faults of both are said. */
static enum status
read_pair(struct arena *a, struct diag *d, struct session *session,
    const char *const *paths, struct subject *v)
{
    enum status status = STATUS_OK;

    for (int i = 0; i < PAIR; i++)
        status = status_worse(status, job_read(a, d, session, paths[i], &v[i]));
    return status;
}

/* What the pair is, and the earlier of one child first: `*out` is the first
   with its other. */
static enum status
match_pair(struct diag *d, struct subject *v, struct subject **out)
{
    struct subject *one = &v[0], *two = &v[1];
    bool twice;

    if (!check_cases(d, one, two) || !check_rules(d, one, two) ||
        !check_pair(d, one, two, &twice))
        return STATUS_REFUSED;
    if (twice && date_compare(one->interview.date, two->interview.date) > 0) {
        one = &v[1];
        two = &v[0];
    }
    one->other = two;
    one->twice = twice;
    *out = one;
    return STATUS_OK;
}

enum status
compare_read(struct arena *a, struct diag *d, struct session *session,
    const char *const *paths, struct subject **out)
{
    struct subject *pair = NEW(a, struct subject, PAIR);
    enum status status = read_pair(a, d, session, paths, pair);

    return status == STATUS_OK ? match_pair(d, pair, out) : status;
}

static enum status
prepare(struct session *session)
{
    const struct options *o = session->opts;
    const char *dir = o->folder;

    if (o->dump == STAGE_NONE &&
        (o->output == NULL || strcmp(o->output, "-") != 0)) {
        if (dir == NULL)
            dir = path_folder(
                session->a, o->output != NULL ? o->output : o->operands.v[0]);
        if (!output_folder(session->console, dir))
            return STATUS_USAGE;
    }
    return session_load_pdf(session);
}

static enum status
write_report(struct arena *a, struct diag *d, struct session *session,
    const struct subject *subject)
{
    const struct form *form = &session->forms[0];
    struct buf out = buf_new(a);
    enum status status;

    job_characters(a, d, subject, form);
    job_characters(a, d, subject->other, form);
    if (job_refused(session, d))
        return STATUS_REFUSED;
    status = job_report(a, d, session, subject, form, &out);
    if (status != STATUS_OK)
        return status;
    if (session->opts->dump != STAGE_NONE)
        return console_out(session->console, out.p, out.len);
    return output_write(a, session,
        output_path(
            a, session->opts, session->opts->operands.v[0], subject, form),
        subject, form, &out);
}

static enum status
compare_files(struct arena *a, struct diag *d, struct session *session)
{
    struct subject *subject;
    enum status status =
        compare_read(a, d, session, session->opts->operands.v, &subject);

    if (status == STATUS_OK)
        status = session_load_layout(session, layout_names[subject->twice]);
    return status == STATUS_OK ? write_report(a, d, session, subject) : status;
}

enum status
compare_run(struct session *session)
{
    enum status status = prepare(session);
    struct arena *a;
    struct diag *d;

    if (status != STATUS_OK)
        return status;
    a = arena_new();
    d = diag_new(a, console_translate);
    status = compare_files(a, d, session);
    console_diag(session->console, a, d);
    arena_free(a);
    return status;
}
