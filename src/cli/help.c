/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* --help: of the program, or of one verb. */
#include "cli/opts.h"

#include <string.h>

/* One option's line; the words of help begin in one column. */
static void
help_option(const struct option_def *def, enum lang lang, struct buf *out)
{
    enum { COLUMN = 34 };
    size_t begin = out->len;
    const char *help = def->help[lang];

    if (def->letter != OPTS_NO_LETTER)
        buf_printf(out, "  -%c, --%s", def->letter, def->name);
    else
        buf_printf(out, "      --%s", def->name);
    if (def->arg != NULL)
        buf_printf(out, " %s", def->arg);
    for (;;) {
        size_t len = strcspn(help, "\n"), used = out->len - begin;

        if (used >= COLUMN) {
            buf_putc(out, '\n');
            used = 0;
        }
        buf_printf(out, "%*s%.*s\n", (int)(COLUMN - used), "", (int)len, help);
        if (help[len] == '\0')
            return;
        help += len + 1;
        begin = out->len;
    }
}

struct help_text {
    const char *examples, *example, *usage, *verbs, *options, *more;
};

static const struct help_text help_text[LANG_COUNT] = {
    [LANG_NL] = {"Voorbeelden:\n"
                 "  relatieprofiel new gesprek.yaml\n"
                 "  relatieprofiel render gesprek.yaml\n",
        "Voorbeeld:\n", "Gebruik:\n", "Werkwoorden:\n", "Opties:\n",
        "Meer: man relatieprofiel, man relatieprofiel-formats\n"},
    [LANG_EN] = {"Examples:\n"
                 "  relatieprofiel new interview.yaml --lang en\n"
                 "  relatieprofiel render interview.yaml\n",
        "Example:\n", "Usage:\n", "Verbs:\n", "Options:\n",
        "More: man relatieprofiel, man relatieprofiel-formats\n"},
};

/* What is typed for a verb; a line each. */
static void
help_example(const struct verb *verb, const struct help_text *text,
    enum lang lang, struct buf *out)
{
    const char *line = verb->example[lang];

    buf_puts(out, text->example);
    while (*line != '\0') {
        size_t len = strcspn(line, "\n");

        buf_printf(out, "  " PROGRAM_NAME " %.*s\n", (int)len, line);
        line += len + (line[len] == '\n');
    }
}

void
opts_help(enum lang lang, const struct verb *const *verbs,
    const struct verb *verb, struct buf *out)
{
    const struct help_text *text = &help_text[lang];

    if (verb == NULL)
        buf_puts(out, text->examples);
    else
        help_example(verb, text, lang, out);
    buf_printf(out, "\n%s", text->usage);
    for (; *verbs != NULL; verbs++)
        if ((*verbs)->help[lang] != NULL && (verb == NULL || verb == *verbs))
            buf_printf(out, "  " PROGRAM_NAME " %-11s%-29s %s\n",
                (*verbs)->name, (*verbs)->operands, (*verbs)->help[lang]);
    buf_printf(out, "\n%s", text->options);
    for (int i = 0; i < opts_ntable; i++)
        if (verb == NULL || opts_is_of(&opts_table[i], verb))
            help_option(&opts_table[i], lang, out);
    buf_printf(out, "\n%s", text->more);
}
