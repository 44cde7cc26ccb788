/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/words.h"

static const char *const words[SAY_COUNT][LANG_COUNT] = {
    [SAY_PAGE_OF] = {"van", "of"},
    [SAY_NOTES] = {"Notities", "Notes"},
    [SAY_ROOM] = {"ruimte om te schrijven", "room to write"},
    [SAY_ROOM_ONE] = {"regel om op te schrijven", "line to write on"},
    [SAY_NOT_SCORED] = {"niet gescoord", "not scored"},
    [SAY_NOT_SETTLED] = {"nog niet vastgesteld", "not yet settled"},
    [SAY_DIFFER] = {"lezers verschillen, bespreek samen",
        "readers differ, talk about it together"},
    [SAY_OPEN] = {"nog open", "still open"},
    [SAY_CONTINUED] = {"vervolg", "continued"},
    [SAY_INVENTED] = {"voorbeeld met verzonnen gegevens",
        "example with invented data"},
    [SAY_EMBLEM] = {"twee cirkels die elkaar overlappen",
        "two overlapping circles"},
    [SAY_ALT_BAND] = {"{1}: {2}.", "{1}: {2}."},
    [SAY_ALT_SPREAD] = {" De lezers lagen uiteen van {1} tot {2}.",
        " The readers ranged from {1} to {2}."},
    [SAY_ALT_WITHIN] = {" De lezers lagen iets uiteen, binnen deze band.",
        " The readers differed a little, within this band."},
    [SAY_ALT_SCORE] = {"{1}: {2}, op een schaal van {3} tot {4}, {5}.",
        "{1}: {2}, on a scale from {3} to {4}, {5}."},
    [SAY_ALT_READERS] = {" De lezers gaven van {1} tot {2}.",
        " The readers gave from {1} to {2}."},
    [SAY_ALT_PAIR] = {"{1}. {2}: {3}. {4}: {5}.", "{1}. {2}: {3}. {4}: {5}."},
    [SAY_ALT_TALLY] = {"twee weken van vijf dagen: vakjes om in te turven",
        "two weeks of five days: boxes to tally in"},
    [SAY_ALT_CIRCLES] = {"{1}: rondjes van {2} tot en met {3}, om er één aan "
                         "te kruisen.",
        "{1}: circles from {2} to {3}, to cross one of."},
    [SAY_ALT_KEY] = {"{1}: {2}. Van {3} tot en met {4} is goed.",
        "{1}: {2}. From {3} to {4} is good."},
    [SAY_ALT_GUIDE] = {"Voorbeeld van een schaal met een teken.",
        "Example of a scale with a mark."},
    [SAY_ALT_VALUE] = {"{1}: {2}, op een as van {3} tot {4}.",
        "{1}: {2}, on an axis from {3} to {4}."},
    [SAY_ALT_AXIS] =
        {"{1}: een vierkant op een as van laagst naar hoogst mogelijk.",
            "{1}: a square on an axis from lowest to highest possible."},
    [SAY_ALT_CARD] = {"naar de kaart van {1}", "to the card of {1}"},
    [SAY_ALT_QUESTION] = {"naar vraag {1} in het interview",
        "to question {1} of the interview"},
    [SAY_ALT_OWN] = {" Eigen teken van de leerkracht: {1}.",
        " The teacher’s own mark: {1}."},
    [SAY_ALT_TRACK] = {"{1}: een lijn om een kruisje op te zetten.",
        "{1}: a line to put a cross on."},
    [SAY_INPUT_AT] = {"{1} bij ‘{2}’", "{1} for ‘{2}’"},
    [SAY_INPUT_DATE] = {"{1} (JJJJ-MM-DD)", "{1} (YYYY-MM-DD)"},
    [SAY_INPUT_CHOOSE] = {"{1}: kies één rondje", "{1}: choose one circle"},
    [SAY_INPUT_TICKS] = {"{1}: streepjes", "{1}: ticks"},
    [SAY_INPUT_WORD] = {"{1}: één woord", "{1}: one word"},
    [SAY_INPUT_CHOSEN] = {"{1}: hoe vaak {2} is gekozen",
        "{1}: how often {2} was chosen"},
    [SAY_KEEP] = {"bewaren tot {1}", "keep until {1}"},
    [SAY_CONTENTS] = {"Inhoud", "Contents"},
    [SAY_CONTENTS_SUB] = {"{1}: {2} gesprekken", "{1}: {2} interviews"},
    [SAY_CONTENTS_ONE] = {"{1}: 1 gesprek", "{1}: 1 interview"},
    [SAY_CONTENTS_CASE] = {"Casus {1}", "Case {1}"},
    [SAY_CONTENTS_LINK] = {"naar {1}", "to {1}"},
    [SAY_CONTENTS_PAGES] = {"{1} bladzijden", "{1} pages"},
    [SAY_CONTENTS_PAGE] = {"1 bladzijde", "1 page"},
    [SAY_LEFT_OUT] = {"Niet opgenomen", "Left out"},
    [SAY_LEFT_OUT_WHY] = {"Een gesprek waarin nog iets ontbreekt of niet "
                          "klopt, staat niet in deze bundel.",
        "An interview in which something is still missing or wrong is not in "
        "this collection."},
    [SAY_LEFT_OUT_MANY] = {"{1} gesprekken, hier zonder nummer",
        "{1} interviews, without a number here"},
    [SAY_LEFT_OUT_ONE] = {"1 gesprek, hier zonder nummer",
        "1 interview, without a number here"},
    [SAY_COLLECTION] = {"Bundel – {1}, {2} gesprekken",
        "Collection – {1}, {2} interviews"},
    [SAY_COLLECTION_ONE] = {"Bundel – {1}, 1 gesprek",
        "Collection – {1}, 1 interview"},
    [SAY_KEEP_OPEN] = {"bewaartermijn: zie voorblad",
        "keep until: see the cover"},
};

const char *
say_with(
    struct arena *a, enum say what, enum lang lang, const char *const *args)
{
    struct buf out = buf_new(a);

    for (const char *p = words[what][lang]; *p != '\0'; p++) {
        if (p[0] == '{' && p[2] == '}') {
            buf_puts(&out, args[p[1] - '1']);
            p += 2;
        } else {
            buf_putc(&out, *p);
        }
    }
    return out.p;
}

const char *
say(enum say what, enum lang lang)
{
    return words[what][lang];
}
