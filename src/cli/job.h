/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* All reports of one interview. */
#ifndef CLI_JOB_H
#define CLI_JOB_H

#include "cli/inputs.h"
#include "cli/workers.h"

/* How many forms a run makes of an interview: a stage before the layout is the
   same in all. */
int job_forms(const struct session *session);

/* Counts `n` reports that ended with `status`. */
void outcome_count(struct outcome *o, enum status status, int n);

/* One report of one interview, to where it goes; `d` has what was said of the
   interview. */
enum status job_form(struct arena *a, struct diag *d, struct session *session,
    const char *dir, const struct engine_case *c,
    const struct engine_form *form);

/* All reports of an interview; with a manifest, but for those that it knows to
   be as they would be made (--resume).  A line of a manifest per report is
   added to `told`. */
struct outcome job_run(struct arena *a, struct session *session,
    const struct input *input, struct buf *told);

/* Puts what became of the reports of a task that wait for others
   (session.deliveries) into what it said and its outcome, and into the lines of
   the manifest behind that. */
void job_settle(struct session *session, struct task_said *task);

/* Where the system failed, what was refused is no fault of the interview. */
void outcome_fail(struct outcome *o);

/* Adds the lines of an interview that nothing became of. */
void job_lost(struct arena *a, const struct session *session,
    const struct input *input, struct buf *told);

#endif
