/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Lengths, numbers, dates, colours and the two languages: the small values that
   files hold and pages are made of.  Everything is an integer, so that no
   locale, compiler or rounding can move a line or a score. */
#ifndef BASE_UNITS_H
#define BASE_UNITS_H

#include <stdbool.h>
#include <stddef.h>

/* A length in 1/1000 point (1 pt = 1/72 inch). */
typedef int mpt;

/* A constant length, evaluated by the compiler. */
#define MM(x) ((mpt)((x) * (72000.0 / 25.4) + ((x) < 0 ? -0.5 : 0.5)))
#define PT(x) ((mpt)((x)*1000.0 + ((x) < 0 ? -0.5 : 0.5)))

/* The languages of keys and reports. */
enum lang { LANG_NL, LANG_EN, LANG_COUNT };

/* "nl", "en". */
extern const char *const lang_code[LANG_COUNT];

/* A calendar date; year 0 means absent. */
struct date {
    int year, month, day;
};

/* "13 januari 2026" needs words and stands in report/; this is order only:
   negative, zero or positive as a is before, on or after b. */
int date_compare(struct date a, struct date b);

/* The day, `days` after 1 January 1970; days >= 0. */
struct date date_of_day(long days);

/* Each parser takes the whole string or fails, changes nothing when it
   fails, and knows no locale. */

/* -?[0-9]+(.[0-9]{1,3})? without leading zeros, at most 9 digits before the
   point's end, as integer thousandths. */
bool num_parse(const char *s, int *thousandths);

/* Digits only, no leading zero (but "0" itself), 0 to 999999. */
bool int_parse(const char *s, int *value);

/* "22mm", "10.5pt", a number and its unit. */
bool mpt_parse(const char *s, mpt *length);

/* "YYYY-MM-DD", a day that exists, years 1900 to 2200. */
bool date_parse(const char *s, struct date *date);

/* "#0B5688", to 0x0B5688. */
bool color_parse(const char *s, int *rgb);

#endif
