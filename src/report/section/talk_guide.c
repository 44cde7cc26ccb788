/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"

static const struct section_key keys[] = {
    KEY_OF_TEXT(
        "title", "Gespreksleidraad", "Guide for the talk", "title of the page"),
    {.name = "sub",
        .type = KEY_TEXT,
        .nl =
            "Voor een gesprek van ongeveer {count}. Kies de vragen die passen.",
        .en = "For a talk of about {count}. Choose the questions that fit.",
        .help = "line below it; {count}: how long all phases take"},
    KEY_OF_TEXT("sub_none", "Kies de vragen die passen.",
        "Choose the questions that fit.",
        "the same, where the rules give no minutes"),
    KEY_OF_TEXT("hour", "een uur", "an hour", "how long sixty minutes are"),
    KEY_OF_TEXT(
        "time", "{count} minuten", "{count} minutes", "any other length"),
    KEY_OF_TEXT("minutes", "min", "min", "behind the number of minutes"),
    KEY_OF_INT("lines", 0, 6, "1", "writing lines under the questions"),
};

enum { PHASE_PROMPTS = 2, HOUR = 60 };

#define PITCH MM(18.2)
#define LINE_PITCH MM(8.5)
#define DISC_R MM(3.6)

/* What may go of the white space between two phases. */
#define PHASE_TIGHT MM(1.8)

static void
add_phase(struct section *s, struct block *list, int i)
{
    const struct phase *is = &s->rules->phases[i];
    bool last = i + 1 == s->rules->nphases;
    int lines = section_int(s, "lines");
    struct block *row, *side, *main, *b;

    row = section_row(s, list, &side, &main);
    row->role = ROLE_LI;
    row->keep = true;
    row->min_h = PITCH - PHASE_TIGHT;
    if (!last)
        block_bar(s->a, row,
            (struct bar){.x = DISC_R - PT(0.5),
                .w = PT(1),
                .top = DISC_R,
                .bottom = -DISC_R - PHASE_TIGHT,
                .color = COLOR_RULE});
    side->role = ROLE_LBL;
    section_disc(s, side, DISC_R, DISC_R, i + 1);
    b = section_fill(s, side, ROLE_P, STYLE_HEADING, is->title.t[s->lang].s);
    b->x = MM(11.1);
    b->before = MM(1);
    if (is->minutes > 0) {
        b = section_typed(s, side, ROLE_P, STYLE_SMALL,
            arena_printf(
                s->a, "%d %s", is->minutes, section_text(s, "minutes")));
        b->x = MM(11.1);
        b->before = MM(-0.2);
    }
    main->role = ROLE_LBODY;
    main->before = MM(0.3);
    main->after = (lines > 0 ? MM(4.6) : MM(5.5)) - PHASE_TIGHT;
    if (i > 0)
        row->before = row->tight = PHASE_TIGHT;
    section_prompts(
        s, main, TARGET_PHASE, i, PHASE_PROMPTS, STYLE_BODY, MM(0.72), 0, 0);
    if (lines > 0)
        section_lines(s, main, lines, LINE_PITCH);
}

/* The section, with how long the talk takes in the line below its title. */
static struct block *
open_section(struct section *s)
{
    bool flow = section_has_word(s, "page", "flow");
    struct block *sect;
    int minutes = 0;

    for (int i = 0; i < s->rules->nphases; i++)
        minutes += s->rules->phases[i].minutes;
    s->fill.count = arena_printf(s->a, "%d", minutes);
    s->fill.count = section_text(s, minutes == HOUR ? "hour" : "time");
    sect = section_open_page(s, flow ? "" : section_raw(s, "title"),
        flow ? "" : section_raw(s, minutes > 0 ? "sub" : "sub_none"), !flow);
    s->fill.count = NULL;
    return sect;
}

static void
add(struct section *s)
{
    struct block *sect, *list;

    if (s->rules->nphases == 0)
        return;
    sect = open_section(s);
    list = block_add(s->a, sect, BLOCK_GROUP);
    list->role = ROLE_L;
    list->before = MM(10.7);
    for (int i = 0; i < s->rules->nphases; i++)
        add_phase(s, list, i);
}

const struct section_kind section_talk_guide = {
    .name = "talk_guide",
    .help = "the phases of the reflection talk with their questions",
    .page = PAGE_NEW,
    .low = true,
    .faces = true,
    KEYS(keys),
    .add = add,
};
