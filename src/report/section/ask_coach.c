/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"

/* When a teacher who began alone does well to ask someone along. */

static const struct section_key keys[] = {
    {.name = "title",
        .type = KEY_TEXT,
        .nl = "Wanneer vraag je een coach?",
        .en = "When do you ask a coach?",
        .help = "heading"},
    {.name = "hint",
        .type = KEY_TEXT,
        .nl = "Een coach luistert en kijkt met je mee.",
        .en = "A coach listens, and looks along with you.",
        .help = "below it"},
    {.name = "item_1",
        .type = KEY_TEXT,
        .nl = "Je komt steeds bij hetzelfde moeilijke moment uit.",
        .en = "You keep ending up at the same hard moment.",
        .help = "an item; empty leaves it out"},
    {.name = "item_2",
        .type = KEY_TEXT,
        .nl = "Je kunt geen fijn moment met {kind} bedenken.",
        .en = "You cannot think of a good moment with {child}.",
        .help = "an item; empty leaves it out"},
    {.name = "item_3",
        .type = KEY_TEXT,
        .nl = "Je neemt de spanning mee naar huis.",
        .en = "You take the tension home with you.",
        .help = "an item; empty leaves it out"},
    {.name = "item_4",
        .type = KEY_TEXT,
        .nl = "Je wilt dit graag met iemand bespreken.",
        .en = "You would like to talk about this with someone.",
        .help = "an item; empty leaves it out"},
    {.name = "safety",
        .type = KEY_TEXT,
        .nl = "Zijn er zorgen over de veiligheid van {kind}, van een ander of "
              "van jezelf? Wacht dan niet. Praat er vandaag nog over op "
              "school.",
        .en = "Are you worried about the safety of {child}, of someone else or "
              "of yourself? Then do not wait. Talk about it at school today.",
        .help = "what cannot wait, below the items"},
};

static void
add_items(struct section *s, struct block *main)
{
    static const char *const items[] = {"item_1", "item_2", "item_3", "item_4"};
    struct block *list = block_add(s->a, main, BLOCK_GROUP);

    list->role = ROLE_L;
    for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
        const char *text = section_raw(s, items[i]);

        if (*text == '\0')
            continue;
        fill_block(s->a, &s->fill, text, section_bullet(s, list));
        list->last->before = list->first == list->last ? 0 : MM(1.4);
    }
}

static void
add(struct section *s)
{
    struct block *sect = section_open(s), *row, *side, *main, *b;

    section_between(s, sect, MM(5));
    row = section_row(s, sect, &side, &main);
    row->before = MM(4.7);
    row->keep = true;
    section_para(s, side, section_heading_role(s), STYLE_HEADING, "title");
    b = section_para(s, side, ROLE_P, STYLE_SMALL, "hint");
    if (b != NULL)
        b->before = MM(1);
    add_items(s, main);
    b = section_para(s, main, ROLE_P, STYLE_BODY, "safety");
    if (b != NULL)
        b->before = MM(2.6);
}

const struct section_kind section_ask_coach = {
    .name = "ask_coach",
    .help = "when to ask a coach, for a teacher alone",
    .blank_too = true,
    KEYS(keys),
    .add = add,
};
