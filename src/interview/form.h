/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What a form that asks for an interview is made of, as JSON: from the tables
   of keys. */
#ifndef INTERVIEW_FORM_H
#define INTERVIEW_FORM_H

#include "base/json.h"
#include "base/units.h"

/* Adds the members "root" (the record of the whole file) and "records": by
   name, the fields of every record with both names of their keys, label, help,
   type and what it may hold. */
void form_records(struct json *j, enum lang lang);

#endif
