/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section/agreement_rows.h"
#include "report/section/agreement_words.h"
#include "report/section.h"
#include "report/section/kinds.h"

/* How far readers agree, per scale: a row per interview with a mark per
   reader and a line between the outermost; beside it what that comes to, in
   plain words, and the figures.  Nothing says whether that is much or little.
 */

#define FIGURE_NAME(id, dutch, english)                                        \
    {                                                                          \
        .name = id, .type = KEY_TEXT, .nl = dutch, .en = english,              \
        .help = "name of this figure"                                          \
    }
#define FIGURE_ABOUT(id, dutch, english)                                       \
    {                                                                          \
        .name = id "_about", .type = KEY_TEXT, .nl = dutch, .en = english,     \
        .help = "what it says, in the reading guide"                           \
    }

#define ALPHA_NL "telt alle scores mee, ook als een lezer er een miste. "
#define ALPHA_EN "counts all scores, also where a reader left one out. "

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "Overeenstemming tussen lezers",
        "Agreement between readers", "title of the page"),
    KEY_OF_TEXT("sub", "{Count} gesprekken, gescoord door {list}.",
        "{Count} interviews, scored by {list}.",
        "line below it; {list}: the readers, or how many"),
    KEY_OF_TEXT("sub_one", "Eén gesprek, gescoord door {list}.",
        "One interview, scored by {list}.", "the same, with one interview"),
    {.name = "figures",
        .type = KEY_WORDS,
        .choices = "kappa alpha_ordinal alpha_interval icc_1_1 icc_2_1 icc_3_1 "
                   "icc_1_k icc_2_k icc_3_k",
        .nl = "kappa alpha_ordinal icc_2_1",
        .help = "which figures stand under the sentences"},
    KEY_OF_GROUPS(
        "groups", "", "which groups show; by default those of the copy"),
    {.name = "guide",
        .type = KEY_TEXT,
        .nl = "Zo lees je dit blad",
        .en = "How to read this sheet",
        .help = "heading"},
    {.name = "guide_rows",
        .type = KEY_TEXT,
        .nl =
            "Elke rij is één gesprek. Een teken staat op de score van een "
            "lezer. De lijn loopt van de laagste naar de hoogste score. Staat "
            "er één teken? Dan gaven de lezers hetzelfde cijfer.",
        .en = "Each row is one interview. Each mark is the score of a reader. "
              "The line runs from the lowest to the highest score. Is there "
              "one mark? Then the readers gave the same number.",
        .help = "what the rows show"},
    {.name = "guide_numbers",
        .type = KEY_TEXT,
        .nl = "Naast de rijen staan zinnen en cijfers. Wat de cijfers zeggen, "
              "lees je achteraan.",
        .en = "Next to the rows are sentences and figures. The last part "
              "explains the figures.",
        .help = "where the figures are explained"},
    KEY_OF_TEXT("readers_two", "de twee lezers", "the two readers",
        "{list} in the sentences below, with two readers"),
    KEY_OF_TEXT(
        "readers_many", "de lezers", "the readers", "the same, with more"),
    KEY_OF_TEXT("same",
        "{List} gaven bij {value} van {total} gesprekken hetzelfde cijfer.",
        "{List} gave the same number in {value} of {total} interviews.",
        "equal in some interviews"),
    KEY_OF_TEXT("same_all",
        "{List} gaven bij alle {total} gesprekken hetzelfde cijfer.",
        "{List} gave the same number in all {total} interviews.",
        "equal in all"),
    KEY_OF_TEXT("same_none",
        "{List} gaven bij geen van de {total} gesprekken hetzelfde cijfer.",
        "{List} gave the same number in none of {total} interviews.",
        "equal in none"),
    KEY_OF_TEXT("same_one",
        "{List} gaven bij het ene gesprek hetzelfde cijfer.",
        "{List} gave the same number in the one interview.",
        "equal in the only one"),
    KEY_OF_TEXT("differs_one",
        "{List} gaven bij het ene gesprek niet hetzelfde cijfer.",
        "{List} did not give the same number in the one interview.",
        "not equal in the only one"),
    KEY_OF_TEXT("near",
        "Bij {value} van {total} scheelde het hooguit één punt.",
        "In {value} of {total} they were one point apart at most.",
        "one point apart at most in some"),
    KEY_OF_TEXT("near_all", "Het scheelde nooit meer dan één punt.",
        "They were never more than one point apart.", "in all"),
    KEY_OF_TEXT("near_none", "Het scheelde altijd meer dan één punt.",
        "They were always more than one point apart.", "in none"),
    KEY_OF_TEXT("largest", "Het grootste verschil was {value} punten.",
        "The largest difference was {value} points.",
        "where it was more than one point"),
    KEY_OF_TEXT("single",
        "Eén gesprek staat er niet bij: daar gaf maar één lezer een score.",
        "One interview is left out: only one reader scored it.",
        "an interview with nothing to compare"),
    KEY_OF_TEXT("singles",
        "{Count} gesprekken staan er niet bij: daar gaf maar één lezer een "
        "score.",
        "{Count} interviews are left out: only one reader scored them.",
        "several of them"),
    KEY_OF_TEXT("none", "Nergens door twee lezers gescoord: {list}.",
        "Never scored by two readers: {list}.",
        "at the end: scales with nothing to compare"),
    KEY_OF_TEXT("limits", "{list} ({first} tot {second})",
        "{list} ({first} to {second})",
        "a figure's name with its confidence limits"),
    KEY_OF_TEXT("refused", "{List}: niet te berekenen, want {value}.",
        "{List}: cannot be computed, because {value}.",
        "figures that would mean nothing, and why"),
    KEY_OF_TEXT("one_reader", "geen gesprek heeft twee lezers",
        "no interview has two readers", "reason"),
    KEY_OF_TEXT("one_case", "er zijn geen twee gesprekken om te vergelijken",
        "there are no two interviews to compare", "reason"),
    KEY_OF_TEXT("no_variance",
        "er is geen verschil tussen scores of tussen dossiers",
        "there is no difference between scores or between cases", "reason"),
    KEY_OF_TEXT("few_complete",
        "er zijn geen twee gesprekken die elke lezer scoorde",
        "there are no two interviews that every reader scored", "reason"),
    KEY_OF_TEXT("too_low", "het cijfer voor één lezer is daarvoor te laag",
        "the figure for one reader is too low for that", "reason"),
    KEY_OF_TEXT("numbers", "De cijfers", "The figures", "heading"),
    {.name = "numbers_about",
        .type = KEY_TEXT,
        .nl = "Bij elk cijfer is 1 helemaal gelijk. Bij 0 zijn de scores niet "
              "meer gelijk dan bij toeval. Onder 0 zijn ze minder gelijk dan "
              "bij toeval.",
        .en = "For each figure, 1 means exactly the same. At 0 the scores are "
              "no more alike than by chance. Below 0 they are less alike than "
              "by chance.",
        .help = "what all figures have in common"},
    KEY_OF_TEXT("limits_about",
        "Tussen haakjes staat het 95%-betrouwbaarheidsinterval: hoe breder, "
        "hoe minder zeker.",
        "The 95% confidence interval is in brackets: the wider it is, the less "
        "certain the figure.",
        "what confidence limits are, with an ICC"),
    KEY_OF_TEXT("caution",
        "Bij weinig gesprekken zegt een cijfer weinig. Kijk dan vooral naar de "
        "rijen.",
        "With few interviews a figure says little. Look at the rows most of "
        "all.",
        "below them"),
    FIGURE_NAME("kappa", "gewogen kappa", "weighted kappa"),
    FIGURE_ABOUT("kappa",
        "**Gewogen kappa** vergelijkt lezers twee aan twee. Een groot verschil "
        "telt zwaarder dan een klein verschil.",
        "**Weighted kappa** compares readers two by two. A large difference "
        "weighs more than a small one."),
    FIGURE_NAME("alpha_ordinal", "Krippendorffs alfa, ordinaal",
        "Krippendorff’s alpha, ordinal"),
    FIGURE_ABOUT("alpha_ordinal",
        "**Krippendorffs alfa, ordinaal**, " ALPHA_NL
        "Het gaat om de volgorde van de scores.",
        "**Krippendorff’s alpha, ordinal**, " ALPHA_EN
        "What counts is the order of the scores."),
    FIGURE_NAME("alpha_interval", "Krippendorffs alfa, interval",
        "Krippendorff’s alpha, interval"),
    FIGURE_ABOUT("alpha_interval",
        "**Krippendorffs alfa, interval**, " ALPHA_NL
        "Het gaat om de afstand tussen de scores.",
        "**Krippendorff’s alpha, interval**, " ALPHA_EN
        "What counts is the distance between the scores."),
    FIGURE_NAME("icc_1_1", "ICC(1,1)", "ICC(1,1)"),
    FIGURE_ABOUT("icc_1_1",
        "**ICC(1,1)** gaat over één lezer. Elk gesprek mag andere lezers "
        "hebben.",
        "**ICC(1,1)** is about a single reader. Each interview may have other "
        "readers."),
    FIGURE_NAME("icc_2_1", "ICC(2,1)", "ICC(2,1)"),
    FIGURE_ABOUT("icc_2_1",
        "**ICC(2,1)** gaat over één lezer, ook een andere dan deze. Wie altijd "
        "hoger of lager scoort, telt mee als verschil.",
        "**ICC(2,1)** is about a single reader, also another than these. One "
        "who always scores higher or lower counts as a difference."),
    FIGURE_NAME("icc_3_1", "ICC(3,1)", "ICC(3,1)"),
    FIGURE_ABOUT("icc_3_1",
        "**ICC(3,1)** gaat over één lezer, alleen van deze lezers. Wie altijd "
        "hoger of lager scoort, telt niet mee als verschil.",
        "**ICC(3,1)** is about a single reader, of these only. One who always "
        "scores higher or lower does not count as a difference."),
    FIGURE_NAME("icc_1_k", "ICC(1,k)", "ICC(1,k)"),
    FIGURE_ABOUT("icc_1_k",
        "**ICC(1,k)** is als ICC(1,1), maar gaat over het gemiddelde van alle "
        "lezers.",
        "**ICC(1,k)** is like ICC(1,1), but about the mean of all readers."),
    FIGURE_NAME("icc_2_k", "ICC(2,k)", "ICC(2,k)"),
    FIGURE_ABOUT("icc_2_k",
        "**ICC(2,k)** is als ICC(2,1), maar gaat over het gemiddelde van alle "
        "lezers.",
        "**ICC(2,k)** is like ICC(2,1), but about the mean of all readers."),
    FIGURE_NAME("icc_3_k", "ICC(3,k)", "ICC(3,k)"),
    FIGURE_ABOUT("icc_3_k",
        "**ICC(3,k)** is als ICC(3,1), maar gaat over het gemiddelde van alle "
        "lezers.",
        "**ICC(3,k)** is like ICC(3,1), but about the mean of all readers."),
};

enum { NAMED_READERS = 6 };

static void
add_scale(
    struct section *s, struct block *sect, const struct agreement_scale *c)
{
    const char *title = s->rules->scales[c->scale].title.t[s->lang].s;
    struct block *card = block_add(s->a, sect, BLOCK_GROUP), *row, *side;

    card->keep = true;
    card->before = MM(5);
    section_separator(s, card, 0);
    row = block_add(s->a, card, BLOCK_COLUMNS);
    row->before = MM(2.8);
    side = block_add(s->a, row, BLOCK_GROUP);
    side->w = s->side_w;
    section_fill(s, side, section_heading_role(s), STYLE_SCALE, title);
    agreement_add_words(s, side, c);
    for (int next = agreement_add_rows(s, row, c, 0); next < c->n;) {
        row = block_add(s->a, sect, BLOCK_COLUMNS);
        row->before = MM(4);
        row->keep = true;
        next = agreement_add_rows(s, row, c, next);
    }
}

/* The marks of two readers with their names. */
static void
add_legend(struct section *s, struct block *main)
{
    const struct agreement *g = s->agreement;
    const struct group *group = &s->rules->groups[0];
    struct block *row;

    if (g->nreaders != 2)
        return;
    row = block_add(s->a, main, BLOCK_COLUMNS);
    row->before = MM(1.6);
    for (int i = 0; i < g->nreaders; i++) {
        mpt x = i == 0 ? 0 : (s->main_w + AGREEMENT_GAP) / 2;
        struct block *fig = block_figure(s->a, row, 0, NULL), *b;

        (i == 0 ? chart_mark : chart_hollow)(
            s->a, fig, x + MM(1.9), MM(2.5), group, AGREEMENT_MARK);
        b = section_typed(s, row, ROLE_P, STYLE_BODY, g->readers[i]);
        b->x = x + MM(6);
        b->w = (s->main_w - AGREEMENT_GAP) / 2 - MM(6);
    }
}

static void
add_guide(struct section *s, struct block *sect)
{
    struct block *main = agreement_guide_row(s, sect, "guide", MM(8)), *b;

    section_para(s, main, ROLE_P, STYLE_BODY, "guide_rows");
    add_legend(s, main);
    if (!agreement_has_figures(s))
        return;
    b = section_para(s, main, ROLE_P, STYLE_BODY, "guide_numbers");
    if (b != NULL)
        b->before = MM(1.6);
}

/* Who read, and how many interviews. */
static struct block *
open_page(struct section *s)
{
    const struct agreement *g = s->agreement;
    struct block *sect;

    s->fill.count = fill_count(s->a, g->ncases, s->lang);
    s->fill.list = g->nreaders > NAMED_READERS
                       ? fill_readers(s->a, g->nreaders, s->lang)
                       : fill_list(s->a, g->readers, g->nreaders, s->lang);
    sect = section_open_page(s, section_raw(s, "title"),
        section_raw(s, g->ncases == 1 ? "sub_one" : "sub"), true);
    s->fill.count = s->fill.list = NULL;
    return sect;
}

static void
add_left_out(
    struct section *s, struct block *sect, const char *const *titles, int n)
{
    struct block *b;

    if (n == 0)
        return;
    section_between(s, sect, MM(5));
    s->fill.list = fill_list(s->a, titles, n, s->lang);
    b = section_para(s, sect, ROLE_P, STYLE_BODY, "none");
    s->fill.list = NULL;
    if (b != NULL)
        b->before = MM(3);
}

/* The scales that show, in order, each with what there is to compare. */
static int
find_compared(struct section *s, struct agreement_scale *out)
{
    int *groups = NEW(s->a, int, s->rules->ngroups);
    int ngroups = section_groups(s, groups), n = 0;

    for (int i = 0; i < ngroups; i++)
        for (int k = 0; k < s->rules->nscales; k++)
            if (s->rules->scales[k].group == groups[i] && section_shows(s, k))
                out[n++] = agreement_compare(s, k);
    return n;
}

static const char *
title_within(struct section *s, int scale)
{
    return fill_within(s->a,
        fill_text(s->a, &s->fill, s->rules->scales[scale].title.t[s->lang].s));
}

static void
add(struct section *s)
{
    struct agreement_scale *v =
        NEW(s->a, struct agreement_scale, s->rules->nscales);
    const char **none = NEW(s->a, const char *, s->rules->nscales);
    int n = find_compared(s, v), nnone = 0;
    struct block *sect;

    if (s->agreement == NULL)
        return;
    for (int i = 0; i < n; i++)
        if (v[i].n == 0)
            none[nnone++] = title_within(s, v[i].scale);
    sect = open_page(s);
    if (nnone < n)
        add_guide(s, sect);
    for (int i = 0; i < n; i++)
        if (v[i].n > 0)
            add_scale(s, sect, &v[i]);
    add_left_out(s, sect, none, nnone);
    if (nnone < n)
        agreement_add_numbers(s, sect);
}

const struct section_kind section_agreement = {
    .name = "agreement",
    .help = "how far readers agree, per scale (verb agree)",
    .page = PAGE_NEW,
    .low = true,
    .agrees = true,
    .blank = true,
    KEYS(keys),
    .add = add,
};
