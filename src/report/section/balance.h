/* The balance of a scale: what is there beside where room is, in two equal
   columns.  Used by scale_cards.c. */
#ifndef REPORT_SECTION_BALANCE_H
#define REPORT_SECTION_BALANCE_H

#include "report/section.h"

#define BALANCE_KEYS                                                           \
    KEY_OF_YESNO("balance", "no",                                              \
        "focus cards in two columns: what is there, and where room is"),       \
        KEY_OF_TEXT("there", "Dit is er al", "This is already there",          \
            "heading of the first column"),                                    \
        KEY_OF_TEXT("room", "Hier is nog ruimte", "There is still room here",  \
            "heading of the second column")

/* Whether the layout asks for it and the scale has two sides: it is settled,
   and the rules say which end is favourable. */
bool balance_shows(const struct section *s, int scale);

/* How many quotes the columns print. */
int balance_quotes(const struct section *s, int scale);

/* Adds the columns to a card.  Where high is favourable the first says why the
   score is not lower, the second why it is not higher; else the other way
   round, so that irritation has a strength too. */
void balance_columns(
    struct section *s, struct block *card, int scale, struct block *code);

#endif
