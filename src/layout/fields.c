/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "layout/fields.h"

#include "format/field_table.h"
#include "rules/placeholder.h"

#define AT(member) .offset = offsetof(struct layout, member)
#define AT_STYLE(member) .offset = offsetof(struct style_def, member)

#define MARGIN_MIN MM(5)
#define MARGIN_MAX MM(80)
#define TYPE_MIN PT(7)
#define TYPE_MAX PT(48)

enum {
    IN_LAYOUT = PLACEHOLDER_ANYWHERE | 1 << PLACEHOLDER_PAGE,
    IN_FOOT = IN_LAYOUT | 1 << PLACEHOLDER_HASH | 1 << PLACEHOLDER_KEEP
};

const struct layout_paper layout_paper[LAYOUT_PAPERS] = {
    {"A4", MM(210), MM(297)},
    {"A5", MM(148), MM(210)},
    {"Letter", PT(612), PT(792)},
};

static const struct field_word kind_words[] = {{{"layout", "layout"}, 0}};
static const struct field_word version_words[] = {{{"1", "1"}, 1}};

static const struct field_word copy_words[] = {
    {{"teacher", "teacher"}, COPY_TEACHER},
    {{"coach", "coach"}, COPY_COACH},
};

static const struct field_word paper_words[] = {
    {{"A4", "A4"}, 0},
    {{"A5", "A5"}, 1},
    {{"Letter", "Letter"}, 2},
};

static const struct field_word face_words[] = {
    {{"regular", "regular"}, FACE_REGULAR},
    {{"bold", "bold"}, FACE_BOLD},
    {{"light", "light"}, FACE_LIGHT},
};

static const struct field_word align_words[] = {
    {{"ragged", "ragged"}, 0},
    {{"justified", "justified"}, 1},
};

static const struct field format_fields[] = {
    {NAME("kind"), .type = FIELD_OWN, WORDS(kind_words),
        .flags = FIELD_REQUIRED, HELP("soort bestand", "kind of file")},
    {NAME("version"), .type = FIELD_OWN, WORDS(version_words),
        .flags = FIELD_REQUIRED, HELP("versie van de taal", "its version")},
    {NAME("id"), .type = FIELD_CASE, AT(id), .flags = FIELD_REQUIRED,
        HELP("naam van deze layout", "name of this layout")},
    {NAME("copy"), .type = FIELD_WORD, AT(copy), WORDS(copy_words),
        .fallback = "teacher",
        HELP("wie het papier houdt", "who holds the paper")},
    {NAME("numbers"), .type = FIELD_YESNO, AT(numbers), .fallback = "no",
        HELP("of cijfers worden gedrukt", "whether numbers are printed")},
    {NAME("anonymise"), .type = FIELD_YESNO, AT(anonymise), .fallback = "no",
        HELP("of namen worden vervangen", "whether names are replaced")},
    {NAME("archive"), .type = FIELD_YESNO, AT(archive), .fallback = "no",
        HELP("voor het dossier: interview en regels komen ernaast",
            "for the file: interview and rules are laid beside it")},
    {NAME("title"), .type = FIELD_BITEXT, AT(title),
        .placeholders = PLACEHOLDER_ANYWHERE,
        HELP("hoe deze vorm heet", "what this form is called")},
};

static const struct field page_fields[] = {
    {NAME("paper"), .type = FIELD_OWN, WORDS(paper_words), .fallback = "A4",
        HELP("papier", "paper")},
    {NAME("margin.left"), .type = FIELD_LENGTH, AT(left), .min = MARGIN_MIN,
        .max = MARGIN_MAX, .fallback = "22mm",
        HELP("marge links", "margin at the left")},
    {NAME("margin.right"), .type = FIELD_LENGTH, AT(right), .min = MARGIN_MIN,
        .max = MARGIN_MAX, .fallback = "22mm",
        HELP("marge rechts", "margin at the right")},
    {NAME("margin.top"), .type = FIELD_LENGTH, AT(top), .min = MARGIN_MIN,
        .max = MARGIN_MAX, .fallback = "16mm",
        HELP("marge boven", "margin at the top")},
    {NAME("margin.bottom"), .type = FIELD_LENGTH, AT(bottom), .min = MARGIN_MIN,
        .max = MARGIN_MAX, .fallback = "22mm",
        HELP("marge onder", "margin at the bottom")},
    {NAME("binding"), .type = FIELD_LENGTH, AT(binding), .max = MARGIN_MAX,
        .fallback = "0mm",
        HELP("hoeveel de pagina's van de vouw af staan: oneven naar rechts, "
             "even naar links",
            "how far pages stand away from the fold: odd ones to the right, "
            "even ones to the left")},
    {NAME("parts_right"), .type = FIELD_YESNO, AT(parts_right),
        .fallback = "no",
        HELP("elk deel begint op een rechterpagina",
            "each part begins on a right-hand page")},
    {NAME("head.left"), .type = FIELD_BITEXT, AT(head_left),
        .placeholders = IN_LAYOUT, HELP("kop links", "head, left")},
    {NAME("head.right"), .type = FIELD_BITEXT, AT(head_right),
        .placeholders = IN_LAYOUT, HELP("kop rechts", "head, right")},
    {NAME("foot"), .type = FIELD_BITEXT, AT(foot), .placeholders = IN_FOOT,
        HELP("voet", "foot")},
    {NAME("head_first"), .type = FIELD_YESNO, AT(head_first), .fallback = "no",
        HELP("kop ook op de eerste pagina", "head on the first page too")},
    {NAME("fillable"), .type = FIELD_YESNO, AT(fillable), .fallback = "no",
        HELP("schrijflijnen zijn ook velden om in te typen",
            "writing lines are fields to type in too")},
    {NAME("include"), .type = FIELD_CASE, AT(include),
        HELP("layout waarvan de pagina's meekomen",
            "layout whose pages come along")},
    {NAME("logo"), .type = FIELD_CASE, AT(logo),
        HELP("PNG, JPEG of SVG naast de layout, in plaats van het beeldmerk",
            "PNG, JPEG or SVG beside the layout, instead of the emblem")},
    {NAME("logo_width"), .type = FIELD_LENGTH, AT(logo_w), .min = MM(5),
        .max = MM(70), .fallback = "40mm",
        HELP(
            "hoe breed het logo hoogstens is", "how wide the logo is at most")},
    {NAME("logo_height"), .type = FIELD_LENGTH, AT(logo_h), .min = MM(5),
        .max = MM(40), .fallback = "10mm",
        HELP("hoe hoog het logo hoogstens is", "how high the logo is at most")},
    {NAME("logo_right"), .type = FIELD_YESNO, AT(logo_right), .fallback = "no",
        HELP("het logo staat rechts", "the logo stands at the right")},
};

static const struct field font_fields[] = {
    {NAME("family"), .type = FIELD_CASE, AT(family), .fallback = "lato",
        HELP("lettertype", "family of the text")},
    {NAME("fallback"), .type = FIELD_CASE, AT(fallback), .fallback = "dejavu",
        HELP("lettertype voor tekens die ontbreken",
            "family for characters that are missing")},
};

static const struct field style_fields[] = {
    {NAME("face"), .type = FIELD_WORD, AT_STYLE(face), WORDS(face_words),
        HELP("snede", "face")},
    {NAME("size"), .type = FIELD_LENGTH, AT_STYLE(size), .min = TYPE_MIN,
        .max = TYPE_MAX, HELP("corps", "size")},
    {NAME("leading"), .type = FIELD_LENGTH, AT_STYLE(leading), .min = TYPE_MIN,
        .max = TYPE_MAX * 2, HELP("regelafstand", "distance of base lines")},
    {NAME("min_size"), .type = FIELD_LENGTH, AT_STYLE(min_size),
        .min = TYPE_MIN, .max = TYPE_MAX,
        HELP("kleinste corps om op de regel te passen",
            "smallest size to fit on one line")},
    {NAME("tracking"), .type = FIELD_LENGTH, AT_STYLE(tracking), .min = -PT(1),
        .max = PT(5), HELP("ruimte tussen letters", "space between letters")},
    {NAME("colour"), .type = FIELD_OWN,
        HELP("kleur van het palet, zoals ink of blue.text",
            "colour of the palette, such as ink or blue.text")},
    {NAME("align"), .type = FIELD_OWN, WORDS(align_words),
        HELP("vrije of rechte rechterkant", "ragged or justified")},
    {NAME("hyphenate"), .type = FIELD_YESNO, AT_STYLE(hyphenate),
        HELP("of woorden worden afgebroken", "whether words are hyphenated")},
    {NAME("widows"), .type = FIELD_INT, AT_STYLE(widows), .min = 1, .max = 9,
        HELP("minste regels boven aan een pagina",
            "least lines at the top of a page")},
    {NAME("orphans"), .type = FIELD_INT, AT_STYLE(orphans), .min = 1, .max = 9,
        HELP("minste regels onder aan een pagina",
            "least lines at the foot of a page")},
};

static const struct field block_fields[] = {
    {NAME("kind"), .type = FIELD_ID,
        .offset = offsetof(struct layout_block, kind),
        HELP("soort blok", "kind of block")},
    {NAME("include"), .type = FIELD_CASE,
        .offset = offsetof(struct layout_block, include),
        HELP("layout waarvan de blokken hier meekomen",
            "layout whose blocks come along here")},
};

const struct record layout_format_record =
    RECORD("format", struct layout, format_fields);
const struct record layout_page_record =
    RECORD("page", struct layout, page_fields);
const struct record layout_font_record =
    RECORD("font", struct layout, font_fields);
const struct record layout_style_record =
    RECORD("style", struct style_def, style_fields);
const struct record layout_block_record =
    RECORD("block", struct layout_block, block_fields);

const struct layout_color_key layout_color_key[COLOR_COUNT] = {
    [COLOR_INK] = {"ink", "value"},
    [COLOR_SLATE] = {"slate", "value"},
    [COLOR_LINE] = {"line", "value"},
    [COLOR_RULE] = {"rule", "value"},
    [COLOR_WHITE] = {"white", "value"},
    [COLOR_BLUE] = {"blue", "mark"},
    [COLOR_BLUE_TEXT] = {"blue", "text"},
    [COLOR_BLUE_SPREAD] = {"blue", "spread"},
    [COLOR_BLUE_TINT] = {"blue", "tint"},
    [COLOR_OCHRE] = {"ochre", "mark"},
    [COLOR_OCHRE_TEXT] = {"ochre", "text"},
    [COLOR_OCHRE_SPREAD] = {"ochre", "spread"},
    [COLOR_OCHRE_TINT] = {"ochre", "tint"},
    [COLOR_PLUM] = {"plum", "mark"},
    [COLOR_PLUM_TEXT] = {"plum", "text"},
    [COLOR_PLUM_SPREAD] = {"plum", "spread"},
    [COLOR_PLUM_TINT] = {"plum", "tint"},
    [COLOR_GREY] = {"slate", "mark"},
    [COLOR_GREY_TEXT] = {"slate", "text"},
    [COLOR_GREY_SPREAD] = {"slate", "spread"},
    [COLOR_GREY_TINT] = {"slate", "tint"},
    [COLOR_BAND1] = {"band1", "value"},
    [COLOR_BAND2] = {"band2", "value"},
    [COLOR_BAND3] = {"band3", "value"},
    [COLOR_BAND4] = {"band4", "value"},
    [COLOR_BAND5] = {"band5", "value"},
};
