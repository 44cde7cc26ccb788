#include "cli/verb/schema.h"

#include "interview/schema.h"
#include "method/score_schema.h"

#include <string.h>

static const struct {
    const char *name;
    void (*print)(const struct rules *rules, enum lang lang, struct buf *out);
} schemas[] = {
    {"interview", interview_schema},
    {"score", score_schema},
};

enum { NSCHEMAS = sizeof schemas / sizeof *schemas };

enum status
schema_run(struct session *session, enum lang lang)
{
    const char *word = session->opts->operands.v[0];
    const struct ruleset *set = NULL;
    struct buf out = buf_new(session->a);

    if (session->opts->rules.n > 0) {
        set = session_rules(session, NULL, NULL, NULL);
        if (set == NULL)
            return STATUS_USAGE;
    }
    for (int i = 0; i < NSCHEMAS; i++) {
        if (strcmp(word, schemas[i].name) != 0)
            continue;
        schemas[i].print(set == NULL ? NULL : &set->rules, lang, &out);
        return console_out(session->console, out.p, out.len);
    }
    console_error(session->console,
        _("schema: there is no schema \"%s\"; there are interview and score"),
        word);
    return STATUS_USAGE;
}
