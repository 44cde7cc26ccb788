/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "rules/read.h"

#include "rules/placeholder.h"

#include <string.h>

/* The keys that a table of fields cannot say: references, ranges, lists of
   words, conditions.  One function per kind of section reads them, before the
   table reads the rest. */

enum { RANGE_POINTS_MAX = 20, RANGE_LAST = 100 };

static const struct field *
own_field(enum rules_section kind, const char *key)
{
    return field_find(&rules_kinds[kind].record, LANG_EN, key);
}

bool
rules_missing_key(
    struct rules_loader *l, const struct ini_section *s, const char *key)
{
    return diag_error(l->d, s->at, "R252", "[%s] has no \"%s\"", s->name, key);
}

/* One of the words of a field, or its fallback. */
static bool
read_word(struct arena *a, struct rules_loader *l, enum rules_section kind,
    const struct ini_section *s, const char *key, int *value)
{
    struct field f = *own_field(kind, key);
    const struct ini_entry *e = field_ini_take(s, key);

    f.type = FIELD_WORD;
    f.offset = 0;
    return field_set(a, l->d, 'R', &f, LANG_EN,
        e != NULL ? e->value : f.fallback, e != NULL ? e->at : s->at, value);
}

static bool
read_flag(struct arena *a, struct rules_loader *l, enum rules_section kind,
    const struct ini_section *s, const char *key, bool *flag)
{
    int value = 0;
    bool ok = read_word(a, l, kind, s, key, &value);

    *flag = value != 0;
    return ok;
}

/* A list of words, or its fallback; without one, none. */
static bool
read_words(struct arena *a, struct rules_loader *l, enum rules_section kind,
    const struct ini_section *s, const char *key, int *values, int max, int *n)
{
    const struct field *f = own_field(kind, key);
    const struct ini_entry *e = field_ini_take(s, key);
    struct ini_entry fallback = {.value = f->fallback, .at = s->at};

    *n = 0;
    if (e == NULL && f->fallback == NULL)
        return true;
    return field_ini_words(
        a, l->d, f, e != NULL ? e : &fallback, values, max, n);
}

/* "1..7".  Absent: `*min` and `*max` stay. */
static bool
read_range(struct arena *a, struct rules_loader *l, const struct ini_section *s,
    int *min, int *max)
{
    const struct ini_entry *e = field_ini_take(s, "range");
    const char *dots;
    int from, to;

    if (e == NULL)
        return true;
    dots = strstr(e->value, "..");
    if (dots == NULL ||
        !int_parse(
            arena_strndup(a, e->value, (size_t)(dots - e->value)), &from) ||
        !int_parse(dots + 2, &to)) {
        diag_error(l->d, e->at, "R271", "a range cannot be \"%s\"", e->value);
        diag_help(l->d, "write the lowest and the highest point: 1..7");
        return false;
    }
    if (from >= to || to > RANGE_LAST || to - from >= RANGE_POINTS_MAX)
        return diag_error(l->d, e->at, "R272",
            "a range has 2 to %d points and ends at %d at most",
            RANGE_POINTS_MAX, RANGE_LAST);
    *min = from;
    *max = to;
    return true;
}

bool
rules_unknown(struct arena *a, struct rules_loader *l, enum rules_section kind,
    const char *id, struct pos at)
{
    const char *near = rules_nearest(a, l->out, kind, id);

    if (l->incomplete[kind])
        return false;
    diag_error(
        l->d, at, "R325", "unknown %s \"%s\"", rules_kinds[kind].name, id);
    if (near != NULL)
        diag_help(l->d, "did you mean \"%s\"?", near);
    return false;
}

/* The index of the item that `key` names; -1 where it is absent or unknown. */
static bool
read_ref(struct arena *a, struct rules_loader *l, enum rules_section kind,
    const struct ini_section *s, const char *key, int *index)
{
    const struct ini_entry *e = field_ini_take(s, key);

    *index = -1;
    if (e == NULL)
        return true;
    *index = rules_find(l->out, kind, e->value);
    return *index >= 0 || rules_unknown(a, l, kind, e->value, e->at);
}

/* --- sections that stand once --- */

static bool
own_format(struct arena *a, struct rules_loader *l, const struct ini_section *s,
    void *item)
{
    struct rules *r = item;
    int languages[LANG_COUNT], n = 0;
    bool ok = read_words(
        a, l, RULES_FORMAT, s, "languages", languages, LANG_COUNT, &n);

    if (ini_entry(s, "languages") == NULL)
        ok = rules_missing_key(l, s, "languages");
    for (int i = 0; i < n; i++)
        l->in.needs[languages[i]] = r->has_lang[languages[i]] = true;
    ok &= read_range(a, l, s, &l->min, &l->max);
    ok &= read_ref(a, l, RULES_BANDS, s, "bands", &r->default_bands);
    l->format_failed = !ok;
    return ok;
}

/* The words for the three people, where [words] gives no others. */
static bool
own_words(struct arena *a, struct rules_loader *l, const struct ini_section *s,
    void *item)
{
    struct rules *r = item;

    r->child = (struct bitext){{{"kind", s->at}, {"child", s->at}}};
    r->teacher = (struct bitext){{{"leerkracht", s->at}, {"teacher", s->at}}};
    r->coach = (struct bitext){{{"coach", s->at}, {"coach", s->at}}};
    return read_flag(a, l, RULES_WORDS, s, "address.nl", &r->formal);
}

static bool
own_readers(struct arena *a, struct rules_loader *l,
    const struct ini_section *s, void *item)
{
    struct rules *r = item;
    int ways[sizeof r->settle / sizeof r->settle[0]];
    bool ok = read_words(a, l, RULES_READERS, s, "settle", ways,
        (int)(sizeof ways / sizeof ways[0]), &r->nsettle);

    for (int i = 0; i < r->nsettle; i++)
        r->settle[i] = (enum settle)ways[i];
    return ok;
}

/* --- bands --- */

/* "from 3". */
static bool
read_bound(struct rules_loader *l, const struct ini_entry *e, int *from)
{
    static const char word[] = "from ";
    size_t n = sizeof word - 1;

    if (strncmp(e->value, word, n) == 0 &&
        num_parse(e->value + n + strspn(e->value + n, " "), from))
        return true;
    diag_error(l->d, e->at, "R273", "a band cannot begin \"%s\"", e->value);
    diag_help(l->d, "write its lowest value: from 3");
    return false;
}

/* A band with a wrong bound is there all the same: what the scales say of it
   is no fault of theirs. */
static bool
read_band(struct rules_loader *l, const struct ini_entry *e, struct bands *b)
{
    struct band *band = &b->v[b->n];
    bool ok;

    if (b->n == BAND_MAX)
        return diag_error(l->d, e->key_at, "R274",
            "[bands.%s] has more than %d bands", b->is.id, BAND_MAX);
    ok = read_bound(l, e, &band->from);
    if (ok && b->n > 0 && band->from <= band[-1].from)
        ok = diag_error(l->d, e->at, "R275",
            "band \"%s\" does not begin above band \"%s\"", e->key,
            band[-1].id);
    band->id = e->key;
    b->n++;
    return ok;
}

/* The texts of a band that was refused are not unknown. */
static void
pass_over(const struct ini_section *s, const char *band)
{
    size_t n = strlen(band);

    for (struct ini_entry *e = s->first; e != NULL; e = e->next)
        e->used |= strncmp(e->key, band, n) == 0 && e->key[n] == '.';
}

/* The short form is the label where none is given. */
static void
default_brief(struct band *band)
{
    for (int i = 0; i < LANG_COUNT; i++)
        if (band->brief.t[i].s == NULL)
            band->brief.t[i] = band->label.t[i];
}

static bool
own_bands(struct arena *a, struct rules_loader *l, const struct ini_section *s,
    void *item)
{
    struct bands *b = item;
    bool ok;

    for (struct ini_entry *e = s->first; e != NULL; e = e->next)
        if (strchr(e->key, '.') == NULL) {
            e->used = true;
            if (!read_band(l, e, b)) {
                pass_over(s, e->key);
                b->refused = true;
            }
        }
    ok = !b->refused;
    for (int i = 0; i < b->n; i++) {
        ok &= field_ini_read(
            a, &l->in, &rules_band_record, b->v[i].id, s, &b->v[i]);
        default_brief(&b->v[i]);
    }
    if (ok && b->n < BAND_MIN)
        ok = diag_error(l->d, s->at, "R276", "[%s] has fewer than %d bands",
            s->name, BAND_MIN);
    return ok;
}

/* --- groups, scales, questions --- */

static bool
own_question(struct arena *a, struct rules_loader *l,
    const struct ini_section *s, void *item)
{
    const struct ini_entry *e = ini_entry(s, "kind");

    (void)a;
    (void)item;
    if (e == NULL || strcmp(e->value, "word") != 0)
        l->in.barred = 1U << PLACEHOLDER_WORD;
    return true;
}

static bool
read_show(struct arena *a, struct rules_loader *l, enum rules_section kind,
    const struct ini_section *s, bool show[COPY_COUNT])
{
    int copies[COPY_COUNT], n;
    bool ok = read_words(a, l, kind, s, "show", copies, COPY_COUNT, &n);

    for (int i = 0; i < n; i++)
        show[copies[i]] = true;
    return ok;
}

static bool
own_group(struct arena *a, struct rules_loader *l, const struct ini_section *s,
    void *item)
{
    struct group *g = item;

    return read_show(a, l, RULES_GROUP, s, g->show);
}

static bool
scale_range(struct arena *a, struct rules_loader *l,
    const struct ini_section *s, struct scale *x)
{
    x->min = l->min;
    x->max = l->max;
    if (!read_range(a, l, s, &x->min, &x->max))
        return false;
    if (x->min < x->max)
        return true;
    if (l->format_failed)
        return false;
    rules_missing_key(l, s, "range");
    diag_help(l->d, "give range here or in [format]");
    return false;
}

static bool
scale_bands(struct arena *a, struct rules_loader *l,
    const struct ini_section *s, struct scale *x)
{
    if (!read_ref(a, l, RULES_BANDS, s, "bands", &x->bands))
        return false;
    if (x->bands < 0)
        x->bands = l->out->default_bands;
    if (x->bands >= 0)
        return true;
    if (l->format_failed)
        return false;
    rules_missing_key(l, s, "bands");
    diag_help(l->d, "give bands here or in [format]");
    return false;
}

/* Names of the bands, for keys such as means.low.nl. */
static void
name_parts(struct arena *a, struct rules_loader *l, int bands)
{
    const struct bands *b = &l->out->bands[bands];
    const char **names = NEW(a, const char *, BAND_MAX);

    for (int i = 0; i < b->n; i++)
        names[i] = b->v[i].id;
    l->in.parts = names;
    l->in.nparts = b->n;
}

static bool
own_scale(struct arena *a, struct rules_loader *l, const struct ini_section *s,
    void *item)
{
    struct scale *x = item;
    bool ok = read_ref(a, l, RULES_GROUP, s, "group", &x->group);

    if (ini_entry(s, "group") == NULL)
        ok = rules_missing_key(l, s, "group");
    ok &= scale_range(a, l, s, x);
    ok &= scale_bands(a, l, s, x);
    if (x->bands >= 0)
        name_parts(a, l, x->bands);
    ok &= read_show(a, l, RULES_SCALE, s, x->show);
    if (x->group >= 0 && ini_entry(s, "show") == NULL)
        memcpy(x->show, l->out->groups[x->group].show, sizeof x->show);
    return ok;
}

/* --- questionnaires --- */

static bool
own_questionnaire(struct arena *a, struct rules_loader *l,
    const struct ini_section *s, void *item)
{
    struct questionnaire *q = item;

    if (ini_entry(s, "range") == NULL)
        return rules_missing_key(l, s, "range");
    return read_range(a, l, s, &q->min, &q->max);
}

/* One of "1, 2r, 3". */
static bool
read_item(struct arena *a, struct rules_loader *l, const struct text *t,
    struct subscale *s)
{
    const struct questionnaire *q =
        s->questionnaire < 0 ? NULL : &l->out->questionnaires[s->questionnaire];
    size_t len = strlen(t->s);
    bool reversed = len > 0 && t->s[len - 1] == 'r';
    int number;

    if (!int_parse(arena_strndup(a, t->s, len - reversed), &number)) {
        diag_error(l->d, t->at, "R277", "an item cannot be \"%s\"", t->s);
        diag_help(l->d, "write numbers, r behind a reversed one: 1, 2r, 3");
        return false;
    }
    if (q != NULL && q->items > 0 && (number < 1 || number > q->items))
        return diag_error(l->d, t->at, "R326",
            "item %d: questionnaire \"%s\" has items 1 to %d", number, q->is.id,
            q->items);
    for (int i = 0; i < s->nitems; i++)
        if (s->items[i] == number)
            return diag_error(
                l->d, t->at, "R258", "\"%s\" stands here a second time", t->s);
    s->items[s->nitems] = number;
    s->reversed[s->nitems++] = reversed;
    return true;
}

static bool
read_items(struct arena *a, struct rules_loader *l, const struct ini_section *s,
    struct subscale *x)
{
    static const struct field list = {
        .name = {"items", "items"}, .type = FIELD_TEXTS};
    const struct ini_entry *e = field_ini_take(s, "items");
    struct texts items = {0};
    bool ok;

    if (e == NULL)
        return rules_missing_key(l, s, "items");
    ok = field_set(a, l->d, 'R', &list, LANG_EN, e->value, e->at, &items);
    x->items = NEW(a, int, items.n);
    x->reversed = NEW(a, bool, items.n);
    for (int i = 0; i < items.n; i++)
        ok &= read_item(a, l, &items.v[i], x);
    if (ok && x->nitems == 0)
        ok = rules_missing_key(l, s, "items");
    return ok;
}

static bool
own_subscale(struct arena *a, struct rules_loader *l,
    const struct ini_section *s, void *item)
{
    struct subscale *x = item;
    bool ok = read_items(a, l, s, x);

    ok &= read_flag(a, l, RULES_SUBSCALE, s, "combine", &x->mean);
    return read_ref(a, l, RULES_BANDS, s, "bands", &x->bands) && ok;
}

/* --- retention --- */

static bool
own_retention(struct arena *a, struct rules_loader *l,
    const struct ini_section *s, void *item)
{
    struct retention *x = item;
    bool ok = read_flag(a, l, RULES_RETENTION, s, "from", &x->from_interview);

    return read_flag(a, l, RULES_RETENTION, s, "until", &x->until_year_end) &&
           ok;
}

/* --- any section --- */

static rules_own_keys *const own[RULES_SECTIONS] = {
    [RULES_FORMAT] = own_format,
    [RULES_WORDS] = own_words,
    [RULES_READERS] = own_readers,
    [RULES_BANDS] = own_bands,
    [RULES_QUESTION] = own_question,
    [RULES_GROUP] = own_group,
    [RULES_SCALE] = own_scale,
    [RULES_QUESTIONNAIRE] = own_questionnaire,
    [RULES_SUBSCALE] = own_subscale,
    [RULES_PROMPT] = rules_own_prompt,
    [RULES_PATTERN] = rules_own_pattern,
    [RULES_REFERENCE] = rules_own_reference,
    [RULES_RETENTION] = own_retention,
};

bool
rules_read_section(struct arena *a, struct rules_loader *l,
    enum rules_section kind, const struct ini_section *s, void *item)
{
    const struct record *record = &rules_kinds[kind].record;
    bool ok = true;

    l->in.parts = NULL;
    l->in.nparts = 0;
    l->in.barred = 0;
    if (own[kind] != NULL)
        ok = own[kind](a, l, s, item);
    ok &= field_ini_read(a, &l->in, record, "", s, item);
    return field_ini_rest(a, &l->in, record, s) && ok;
}
