#include "cli/hide.h"

#include "privacy/anonymise.h"

bool
hide_wanted(const struct session *session, const struct form *form)
{
    return session->opts->anonymise || form->layout.anonymise;
}

static bool
hides_somewhere(const struct session *session)
{
    for (int i = 0; i < session->nforms; i++)
        if (hide_wanted(session, &session->forms[i]))
            return true;
    return false;
}

static const struct subject *
without_names(
    struct arena *a, const struct subject *subject, enum anonymise how)
{
    struct subject *s = NEW(a, struct subject, 1);

    *s = *subject;
    s->source = (struct source){.name = subject->source.name, .text = ""};
    s->hash = NULL;
    s->interview =
        *anonymise_interview(a, &subject->interview, subject->lang, how);
    s->scores = score_interview(a, &s->rules->rules, &s->interview);
    /* What it warns of was said of the subject. */
    s->profile = profile_scores(a, diag_new(a, NULL), s->scores, s->lang);
    if (subject->other != NULL)
        s->other = without_names(a, subject->other, how);
    return s;
}

const struct subject *
hide_subject(struct arena *a, const struct session *session,
    const struct subject *subject, const struct form *form)
{
    if (!hide_wanted(session, form) || subject->source.text == NULL)
        return subject;
    return without_names(a, subject,
        form->layout.anonymise ? ANONYMISE_COURSE : ANONYMISE_NAMES);
}

bool
hide_forms(const struct session *session)
{
    for (int i = 0; i < session->nforms; i++) {
        const struct form *form = &session->forms[i];

        if (!form->layout.archive || !hide_wanted(session, form))
            continue;
        console_error(session->console,
            _("the layout \"%s\" keeps the interview beside the report, so it "
              "does not go with --anonymise"),
            form->layout.id.s);
        return false;
    }
    return true;
}

bool
hide_check(struct arena *a, struct diag *d, const struct session *session,
    const struct subject *subject)
{
    return !hides_somewhere(session) || subject->source.text == NULL ||
           anonymise_check(a, d, &subject->interview);
}

void
hide_review(struct arena *a, struct diag *d, const struct session *session,
    const struct subject *subject)
{
    if (hides_somewhere(session) && subject->source.text != NULL)
        anonymise_review(
            a, d, &subject->interview, subject->lang, subject->rules->text);
}
