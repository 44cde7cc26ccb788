/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The verb `explain`: what the code of a message means, and what to do. */
#include "cli/session.h"
#include "cli/verb/verbs.h"

#include <string.h>

/* Codes are written with a capital; a user may not. */
static const char *
code_typed(struct arena *a, const char *word)
{
    char *code = arena_strndup(a, word, strlen(word));

    if (code[0] >= 'a' && code[0] <= 'z')
        code[0] = (char)(code[0] - 'a' + 'A');
    return code;
}

static enum status
code_unknown(struct session *session, const char *word)
{
    const char *const *codes, *near = NULL;
    int n = engine_codes(session_engine(session), &codes);

    if (n < 0)
        return STATUS_FAILED;
    near = diag_nearest(word, codes, (size_t)n);
    if (near != NULL)
        console_error(session->console,
            _("explain: there is no code \"%s\"; did you mean \"%s\"?"), word,
            near);
    else
        console_error(session->console,
            _("explain: there is no code \"%s\"; %s explain shows all"), word,
            PROGRAM_NAME);
    return STATUS_USAGE;
}

static enum status
explain(struct session *session)
{
    struct engine *e = session_engine(session);
    enum lang lang = session_lang(session, session->lang);
    struct buf out = buf_new(session->a);
    enum status status;
    const char *code;
    bool found = true;

    if (session->opts->operands.n == 0) {
        status = engine_explain_all(e, lang, &out);
    } else {
        code = code_typed(session->a, session->opts->operands.v[0]);
        status = engine_explain(e, code, lang, &out, &found);
        if (status == STATUS_OK && !found)
            return code_unknown(session, code);
    }
    return status == STATUS_OK ? console_out(session->console, out.p, out.len)
                               : status;
}

const struct verb verb_explain = {.name = "explain",
    .operands = "[CODE]",
    .min = 0,
    .max = 1,
    .help = {"wat een melding betekent", "what a message means"},
    .example = {"explain I303\n"
                "explain I",
        "explain I303\n"
        "explain I"},
    .run = explain};
