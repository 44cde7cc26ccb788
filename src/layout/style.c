/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "layout/layout.h"

#include <assert.h>

/* The house style that a layout starts from: type and palette. */

#define LEN(array) (sizeof(array) / sizeof(array)[0])

const char *const style_name[STYLE_COUNT] = {
    [STYLE_BODY] = "body",
    [STYLE_NAMES] = "names",
    [STYLE_WORDS] = "words",
    [STYLE_TITLE] = "title",
    [STYLE_SUB] = "sub",
    [STYLE_HEADING_LARGE] = "heading_large",
    [STYLE_HEADING] = "heading",
    [STYLE_SCALE_FOCUS] = "scale_focus",
    [STYLE_SCALE] = "scale",
    [STYLE_TABLE] = "table",
    [STYLE_TABLE_HEAD] = "table_head",
    [STYLE_PROMPT] = "prompt",
    [STYLE_STRONG] = "strong",
    [STYLE_SMALL] = "small",
    [STYLE_LABEL] = "label",
    [STYLE_FACT_LABEL] = "fact_label",
    [STYLE_FACT] = "fact",
    [STYLE_BAND] = "band",
    [STYLE_AXIS] = "axis",
    [STYLE_EYEBROW] = "eyebrow",
    [STYLE_SCORE] = "score",
    [STYLE_NUMBER] = "number",
    [STYLE_HEAD] = "head",
    [STYLE_FOOT] = "foot",
    [STYLE_PAGE] = "page",
    [STYLE_RUNNING] = "running",
    [STYLE_WORDS_TWICE] = "words_twice",
    [STYLE_DIFFERENCE] = "difference",
};

/* A group's mark goes by the group's name alone, but for slate, which is first
   of all a colour of text. */
const char *const color_name[COLOR_COUNT] = {
    [COLOR_INK] = "ink",
    [COLOR_SLATE] = "slate",
    [COLOR_LINE] = "line",
    [COLOR_RULE] = "rule",
    [COLOR_WHITE] = "white",
    [COLOR_BLUE] = "blue",
    [COLOR_BLUE_TEXT] = "blue.text",
    [COLOR_BLUE_SPREAD] = "blue.spread",
    [COLOR_BLUE_TINT] = "blue.tint",
    [COLOR_OCHRE] = "ochre",
    [COLOR_OCHRE_TEXT] = "ochre.text",
    [COLOR_OCHRE_SPREAD] = "ochre.spread",
    [COLOR_OCHRE_TINT] = "ochre.tint",
    [COLOR_PLUM] = "plum",
    [COLOR_PLUM_TEXT] = "plum.text",
    [COLOR_PLUM_SPREAD] = "plum.spread",
    [COLOR_PLUM_TINT] = "plum.tint",
    [COLOR_GREY] = "slate.mark",
    [COLOR_GREY_TEXT] = "slate.text",
    [COLOR_GREY_SPREAD] = "slate.spread",
    [COLOR_GREY_TINT] = "slate.tint",
    [COLOR_BAND1] = "band1",
    [COLOR_BAND2] = "band2",
    [COLOR_BAND3] = "band3",
    [COLOR_BAND4] = "band4",
    [COLOR_BAND5] = "band5",
};

#define TYPE(face_, size_, leading_, color_)                                   \
    .face = FACE_##face_, .size = PT(size_), .leading = PT(leading_),          \
    .color = COLOR_##color_, .widows = 2, .orphans = 2

const struct style_def style_default[STYLE_COUNT] = {
    [STYLE_BODY] = {TYPE(REGULAR, 10.5, 15, INK)},
    [STYLE_NAMES] = {TYPE(LIGHT, 34, 40, INK), .min_size = PT(26)},
    [STYLE_WORDS] = {TYPE(LIGHT, 30, 36, INK), .min_size = PT(18)},
    [STYLE_TITLE] = {TYPE(LIGHT, 25, 30, INK)},
    [STYLE_SUB] = {TYPE(REGULAR, 10.5, 15, SLATE)},
    [STYLE_HEADING_LARGE] = {TYPE(BOLD, 14, 18, INK)},
    [STYLE_HEADING] = {TYPE(BOLD, 12, 15.5, INK)},
    [STYLE_SCALE_FOCUS] = {TYPE(BOLD, 13, 17, INK)},
    [STYLE_SCALE] = {TYPE(BOLD, 11, 14.5, INK)},
    [STYLE_TABLE] = {TYPE(REGULAR, 10.5, 14.5, INK)},
    [STYLE_TABLE_HEAD] = {TYPE(BOLD, 9.5, 13.5, INK)},
    [STYLE_PROMPT] = {TYPE(BOLD, 10.5, 15, INK)},
    [STYLE_STRONG] = {TYPE(BOLD, 10.5, 15, INK)},
    [STYLE_SMALL] = {TYPE(REGULAR, 9.5, 13.5, SLATE)},
    [STYLE_LABEL] = {TYPE(BOLD, 9.5, 13.5, SLATE)},
    [STYLE_FACT_LABEL] = {TYPE(REGULAR, 8.5, 12, SLATE)},
    [STYLE_FACT] = {TYPE(REGULAR, 9.5, 13.5, INK)},
    [STYLE_BAND] = {TYPE(BOLD, 9.5, 13.5, INK)},
    [STYLE_AXIS] = {TYPE(REGULAR, 8, 10, SLATE)},
    [STYLE_EYEBROW] = {TYPE(BOLD, 7.6, 10, INK), .tracking = PT(0.7)},
    [STYLE_SCORE] = {TYPE(LIGHT, 26, 30, INK)},
    [STYLE_NUMBER] = {TYPE(BOLD, 9.5, 12, WHITE)},
    [STYLE_HEAD] = {TYPE(REGULAR, 8.5, 12, SLATE)},
    [STYLE_FOOT] = {TYPE(REGULAR, 8.5, 12, SLATE)},
    [STYLE_PAGE] = {TYPE(BOLD, 8.5, 12, INK)},
    [STYLE_RUNNING] = {TYPE(REGULAR, 9, 12.5, INK)},
    [STYLE_WORDS_TWICE] = {TYPE(LIGHT, 18, 22, INK), .min_size = PT(13)},
    [STYLE_DIFFERENCE] = {TYPE(REGULAR, 9, 12, SLATE)},
};

const int color_default[COLOR_COUNT] = {
    [COLOR_INK] = 0x1F2933,
    [COLOR_SLATE] = 0x56616C,
    [COLOR_LINE] = 0x9AA5AF,
    [COLOR_RULE] = 0xC3CAD1,
    [COLOR_WHITE] = 0xFFFFFF,
    [COLOR_BLUE] = 0x0B5688,
    [COLOR_BLUE_TEXT] = 0x0B5688,
    [COLOR_BLUE_SPREAD] = 0x8FB3CE,
    [COLOR_BLUE_TINT] = 0xDCE8F1,
    [COLOR_OCHRE] = 0xB06F0B,
    [COLOR_OCHRE_TEXT] = 0x7A4B00,
    [COLOR_OCHRE_SPREAD] = 0xE6BE78,
    [COLOR_OCHRE_TINT] = 0xF7EBD3,
    [COLOR_PLUM] = 0x6B3F78,
    [COLOR_PLUM_TEXT] = 0x6B3F78,
    [COLOR_PLUM_SPREAD] = 0xBBA3C4,
    [COLOR_PLUM_TINT] = 0xEFE6F2,
    [COLOR_GREY] = 0x56616C,
    [COLOR_GREY_TEXT] = 0x56616C,
    [COLOR_GREY_SPREAD] = 0xA9B3BC,
    [COLOR_GREY_TINT] = 0xE6EAED,
    [COLOR_BAND1] = 0xF4F6F7,
    [COLOR_BAND2] = 0xEEF1F3,
    [COLOR_BAND3] = 0xE8ECEF,
    [COLOR_BAND4] = 0xE1E6EA,
    [COLOR_BAND5] = 0xDBE1E6,
};

static_assert(LEN(style_name) == STYLE_COUNT, "a name per style");
static_assert(LEN(color_name) == COLOR_COUNT, "a name per colour");
