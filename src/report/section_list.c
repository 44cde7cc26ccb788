/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section_help.h"

/* `list blocks`: the tables of the kinds as text. */

static const struct list_words {
    const char *every, *some, *fallback, *empty;
} list_words[LANG_COUNT] = {
    [LANG_NL] = {"elk blok", "een of meer van", "anders",
        "Tekst staat tussen aanhalingstekens; \"\" laat weg wat er anders "
        "staat."},
    [LANG_EN] = {"every block", "some of", "default",
        "Text stands in quotes; \"\" leaves out what stands there by "
        "default."},
};

/* "a | b | c" */
static void
list_choices(const char *choices, const char *between, struct buf *out)
{
    for (const char *p = choices; *p != '\0'; p++)
        if (*p == ' ')
            buf_puts(out, between);
        else
            buf_putc(out, *p);
}

static void
list_key(const struct section_key *k, enum lang lang, struct buf *out)
{
    const struct list_words *words = &list_words[lang];
    const char *otherwise =
        k->type == KEY_TEXT && lang == LANG_EN ? k->en : k->nl;

    buf_printf(out, "    %s", k->name);
    switch (k->type) {
    case KEY_TEXT:
        if (k->nl != NULL)
            buf_puts(out, ".nl, .en = \"…\"");
        break;
    case KEY_YESNO:
        buf_puts(out, " = yes | no");
        break;
    case KEY_INT:
        buf_printf(out, " = %d … %d", k->min, k->max);
        break;
    case KEY_CHOICE:
        buf_puts(out, " = ");
        list_choices(k->choices, " | ", out);
        break;
    case KEY_WORDS:
        buf_printf(out, " = %s ", words->some);
        list_choices(k->choices, ", ", out);
        break;
    case KEY_GROUPS:
        buf_puts(out, " = teacher | coach | ID, ID, …");
        break;
    }
    buf_printf(out, ": %s\n", section_help(k->help, lang));
    if (otherwise != NULL && *otherwise != '\0')
        buf_printf(out, "        %s: %s\n", words->fallback, otherwise);
}

void
section_list(enum lang lang, struct buf *out)
{
    static const char *const starts[] = {
        [PAGE_FLOW] = "flow", [PAGE_NEW] = "new", [PAGE_OWN] = "own"};
    const struct list_words *words = &list_words[lang];

    buf_printf(out, "%s\n", words->every);
    for (int i = 0; i < section_ncommon; i++)
        list_key(&section_common[i], lang, out);
    for (int i = 0; i < section_nkinds; i++) {
        const struct section_kind *k = section_kinds[i];

        buf_printf(out, "\n%s: %s\n    %s: page = %s, notes = %s\n", k->name,
            section_help(k->help, lang), words->fallback, starts[k->page],
            k->notes ? "yes" : "no");
        for (int j = 0; j < k->nkeys; j++)
            list_key(&k->keys[j], lang, out);
    }
    buf_printf(out, "\n%s\n", words->empty);
}
