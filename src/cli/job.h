/* One report: the whole way from an interview to the bytes of a PDF.  The
   reading half serves all layouts of an interview. */
#ifndef CLI_JOB_H
#define CLI_JOB_H

#include "method/course_scores.h"
#include "method/agree.h"
#include "method/profile.h"
#include "cli/session.h"

/* An interview that was read, scored and given its meaning. */
struct subject {
    struct source source;
    struct interview interview;
    const struct ruleset *rules;
    struct scores *scores;
    struct profile *profile;
    enum lang lang;
    const char *hash; /* of the file */
    /* The second interview of a comparison, by the same rules, or NULL; `twice`
       where it is the same child's, later. */
    const struct subject *other;
    bool twice;
    const struct course_scores *course; /* of trainees, or NULL */
    const struct agreement *agreement;  /* over many interviews, or NULL */
};

/* Reads `path`, finds its rules and scores it.  `out` must live as long as the
   messages, which point into its source.  STATUS_REFUSED with the faults
   in `d`; STATUS_USAGE where its rules are at fault. */
enum status job_read(struct arena *a, struct diag *d, struct session *session,
    const char *path, struct subject *out);

/* What a blank form is made of: rules, and an interview that holds nothing. */
void job_blank(struct arena *a, struct diag *d, const struct ruleset *rules,
    enum lang lang, struct subject *out);

/* Warns (T101) of each character in the interview that no font of the form
   shows, where it first stands. */
void job_characters(struct arena *a, struct diag *d,
    const struct subject *subject, const struct form *form);

/* The case of its reports; of a comparison "LP-0021+LP-0022"; NULL of a blank
   form. */
const char *job_case(struct arena *a, const struct subject *subject);

/* A case id that another file of the run has too is a fault of both. */
void job_twin(struct diag *d, const struct subject *subject, const char *twin);

/* The document of a report, before pages. */
struct doc *job_compose(struct arena *a, struct diag *d,
    const struct session *session, const struct subject *subject,
    const struct form *form);

/* The report of a subject in a form: a PDF, or the text of --dump. */
enum status job_report(struct arena *a, struct diag *d, struct session *session,
    const struct subject *subject, const struct form *form, struct buf *out);

/* Whether what was reported refuses the input: errors, and with --strict
   warnings. */
bool job_refused(const struct session *session, const struct diag *d);

#endif
