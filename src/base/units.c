/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "base/units.h"

#include <string.h>

const char *const lang_code[LANG_COUNT] = {
    [LANG_NL] = "nl",
    [LANG_EN] = "en",
};

int
date_compare(struct date a, struct date b)
{
    if (a.year != b.year)
        return a.year - b.year;
    if (a.month != b.month)
        return a.month - b.month;
    return a.day - b.day;
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The number at the start of `s`, in thousandths; NULL where none stands
   there, else the first character behind it. */
static const char *
num_scan(const char *s, int *thousandths)
{
    bool negative = *s == '-';
    int whole = 0, part = 0, scale = 1000;
    const char *p = s + negative;

    if (!is_digit(*p) || (*p == '0' && is_digit(p[1])))
        return NULL;
    for (int n = 0; is_digit(*p); p++, n++) {
        if (n == 6)
            return NULL;
        whole = whole * 10 + (*p - '0');
    }
    if (*p == '.') {
        p++;
        if (!is_digit(*p))
            return NULL;
        for (; is_digit(*p); p++) {
            if (scale == 1)
                return NULL;
            scale /= 10;
            part += (*p - '0') * scale;
        }
    }
    *thousandths = whole * 1000 + part;
    if (negative)
        *thousandths = -*thousandths;
    return p;
}

bool
num_parse(const char *s, int *thousandths)
{
    int v;
    const char *end = num_scan(s, &v);

    if (end == NULL || *end != '\0')
        return false;
    *thousandths = v;
    return true;
}

bool
int_parse(const char *s, int *value)
{
    int v;

    if (*s == '-' || strchr(s, '.') != NULL || !num_parse(s, &v))
        return false;
    *value = v / 1000;
    return true;
}

bool
mpt_parse(const char *s, mpt *length)
{
    int v;
    const char *unit = num_scan(s, &v);

    if (unit == NULL || v < -1000000 || v > 1000000)
        return false;
    if (strcmp(unit, "pt") == 0) {
        *length = v;
    } else if (strcmp(unit, "mm") == 0) {
        long long exact = (long long)v * 72000 * 10 / 254; /* 1/1000 */

        *length = (mpt)((exact + (v < 0 ? -500 : 500)) / 1000);
    } else {
        return false;
    }
    return true;
}

/* Years are counted from March, so that the odd day of a leap year is the last
   (H. Hinnant, chrono-compatible low-level date algorithms). */
struct date
date_of_day(long days)
{
    long n = days + 719468, era = n / 146097, day = n % 146097;
    long year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
    long of_year = day - (365 * year + year / 4 - year / 100);
    long month = (5 * of_year + 2) / 153; /* 0: March */

    return (struct date){.year = (int)(year + era * 400 + (month >= 10)),
        .month = (int)(month < 10 ? month + 3 : month - 9),
        .day = (int)(of_year - (153 * month + 2) / 5 + 1)};
}

static int
days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return days[month - 1] + (month == 2 && leap);
}

bool
date_parse(const char *s, struct date *date)
{
    static const char shape[] = "dddd-dd-dd";
    struct date v;

    if (strlen(s) != sizeof shape - 1)
        return false;
    for (size_t i = 0; shape[i] != '\0'; i++)
        if (shape[i] == 'd' ? !is_digit(s[i]) : s[i] != shape[i])
            return false;
    v.year = (s[0] - '0') * 1000 + (s[1] - '0') * 100 + (s[2] - '0') * 10 +
             (s[3] - '0');
    v.month = (s[5] - '0') * 10 + (s[6] - '0');
    v.day = (s[8] - '0') * 10 + (s[9] - '0');
    if (v.year < 1900 || v.year > 2200 || v.month < 1 || v.month > 12 ||
        v.day < 1 || v.day > days_in_month(v.year, v.month))
        return false;
    *date = v;
    return true;
}

bool
color_parse(const char *s, int *rgb)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    int v = 0;

    if (*s != '#' || strlen(s) != 7)
        return false;
    for (s++; *s != '\0'; s++) {
        const char *at = strchr(digits, *s);

        if (at == NULL)
            return false;
        v = v * 16 + (int)((at - digits) % 16);
    }
    *rgb = v;
    return true;
}
