/* Reports without names (`--anonymise`, and layouts that ask for it): the
   interview is anonymised before anything is made of it. */
#ifndef CLI_HIDE_H
#define CLI_HIDE_H

#include "cli/job.h"

/* Whether a report in that form shows no names. */
bool hide_wanted(const struct session *session, const struct form *form);

/* What to make the report of: the subject itself, or a copy that knows neither
   names nor the text and hash of the file; its bytes lead back too. */
const struct subject *hide_subject(struct arena *a,
    const struct session *session, const struct subject *subject,
    const struct form *form);

/* Whether all forms of the run can do without names: a layout that keeps the
   interview beside the report cannot (said). */
bool hide_forms(const struct session *session);

/* Refuses a case id that holds a name, where one form hides them. */
bool hide_check(struct arena *a, struct diag *d, const struct session *session,
    const struct subject *subject);

/* Adds the list for review to the messages, where one form hides names. */
void hide_review(struct arena *a, struct diag *d, const struct session *session,
    const struct subject *subject);

#endif
