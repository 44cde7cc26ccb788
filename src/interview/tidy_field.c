/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the tables say of a value that is written, and whether it holds
   anything. */
#include "interview/fields.h"
#include "interview/tidy_parts.h"

const struct field tidy_any = {.type = FIELD_TEXT};

struct field
tidy_part_of_ids(const struct field *f, const struct node *part)
{
    switch ((enum interview_value)f->own) {
    case INTERVIEW_ANSWERS:
        if (part->kind != NODE_MAP)
            break;
        return (struct field){.type = FIELD_RECORD, .of = f->of};
    case INTERVIEW_SCORES:
    case INTERVIEW_QUESTIONNAIRES:
        return (struct field){.type = FIELD_RECORD, .of = f->of};
    case INTERVIEW_AGREED:
    case INTERVIEW_MARKS:
    case INTERVIEW_ITEMS:
    case INTERVIEW_SUBSCALES:
        return (struct field){.type = FIELD_NUM};
    case INTERVIEW_PROMPTS:
        return (struct field){.type = FIELD_TEXTS, .own = INTERVIEW_PROMPTS};
    case INTERVIEW_MEANS:
    case INTERVIEW_FORMAT:
    case INTERVIEW_SCORE:
    case INTERVIEW_OWN_COUNT:
        break;
    }
    return tidy_any;
}

bool
tidy_is_list(const struct field *f)
{
    return f->type == FIELD_RECORDS || f->type == FIELD_TEXTS ||
           f->type == FIELD_QREFS;
}

bool
tidy_is_ids(const struct field *f)
{
    return f->type == FIELD_OWN && f->own != INTERVIEW_FORMAT &&
           f->own != INTERVIEW_SCORE;
}

struct field
tidy_item(const struct field *f)
{
    if (f->type == FIELD_RECORDS)
        return (struct field){.type = FIELD_RECORD, .of = f->of};
    return tidy_any;
}

/* Whether a part of a group or list must be printed. */
static bool
has_part(const struct node *n, const struct field *f, enum lang lang)
{
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        struct field part;
        const struct field *known = &part;

        if (n->kind == NODE_LIST)
            part = tidy_item(f);
        else if (tidy_is_ids(f))
            part = tidy_part_of_ids(f, c);
        else
            known = field_find(f->of, lang, c->key);
        if (known == NULL || tidy_has_value(c, known, lang))
            return true;
    }
    return false;
}

bool
tidy_has_value(const struct node *n, const struct field *f, enum lang lang)
{
    if (!field_given(n) && !field_has_keys(n))
        return false;
    if (n->kind == NODE_MAP && (f->type == FIELD_RECORD || tidy_is_ids(f)))
        return has_part(n, f, lang);
    if (n->kind == NODE_LIST && n->first != NULL && tidy_is_list(f))
        return has_part(n, f, lang);
    return true;
}
