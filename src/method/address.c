/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "method/address.h"

#include "base/buf.h"

#include <stdbool.h>
#include <string.h>

/* "je" is one word for what are three in the polite form: the subject "u", the
   possessive "uw" and the reflexive "zich".  Which of them a "je" is, the words
   beside it tell; they stand in the tables below, a blank around each.  Where
   no table knows them it is a subject or an object, "u" both. */

/* Verbs before "je" that take a -t before "u"; those that end in one, and past
   tenses, stay as they are. */
static const char verbs[] =
    " begin bekijk beleef begrijp ben bepaal bereik beschrijf bespreek bewaar "
    "bied blijf breng deel denk doe doorbreek draag durf erger ervaar geef "
    "gebruik geloof gun haal heb help herhaal herinner herken hoop hoor houd "
    "ken kies kijk kom krijg kun leer lees leg loop luister maak merk neem "
    "noem onderzoek onthoud oefen pak probeer raak reageer regel roep ruim "
    "schaam schrijf scoor speel spreek stel steun stop stuur toon trek twijfel "
    "vang verander verdeel verlies verplaats vertel vertrouw vind voel volg "
    "voorkom vraag waardeer werk wijk wil wissel word zeg zie zoek zorg zul ";

/* Those that become something else. */
static const char *const irregular[][2] = {
    {"ga", "gaat"}, {"sta", "staat"}, {"sla", "slaat"}, {"hou", "houdt"}};

/* Of "jullie": a verb for two. */
static const char *const plural[][2] = {{"bouwen", "bouwt"}, {"gaan", "gaat"},
    {"hebben", "hebt"}, {"kijken", "kijkt"}, {"kunnen", "kunt"},
    {"maken", "maakt"}, {"praten", "praat"}, {"willen", "wilt"},
    {"zien", "ziet"}, {"zijn", "bent"}};

/* What somebody has: behind "je" they make it a possessive. */
static const char owned[] =
    " antwoord antwoorden bedoeling blik coach collega collega's collega’s "
    "contact doel eerste eigen gevoel gevoelens goede groep hart hoofd "
    "klas kracht kruisen leerling leerlingen les lessen manier mening plan "
    "profiel reactie relatie rol school score scores stap stem stappen "
    "team toon verhaal verwachting verwachtingen vraag vragen werk werkvraag "
    "woord woorden twee drie vier vijf zes ";

/* Words that the subject or object "je" may stand before where a preposition
   stands before it; before others it is a possessive. */
static const char loose[] =
    " aan af als bij dan dat de die door een en heen het hoe in is maar mee "
    "met "
    "na naar niet nog nu of om ook op over te terug terecht toe uit van voor "
    "waar wat weg ";

static const char prepositions[] =
    " aan bij binnen door in met naar om op over tegen tijdens tussen uit van "
    "via volgens voor zonder ";

/* Verbs with which a second "je" is the reflexive. */
static const char reflexive[] =
    " concentreren ergeren erger ergert herinner herinneren herinnert inleven "
    "realiseren schaam schaamt schamen vergis vergissen verplaatsen voel "
    "voelde "
    "voelen voelt voorstellen ";

/* A word of the text: letters and the apostrophe within them. */
struct word {
    const char *s;
    size_t len;
    bool first;          /* nothing but blanks and stars since a mark */
    const char *instead; /* NULL: as it stands */
};

struct sentence {
    struct arena *a;
    struct word *v;
    int n;
};

static bool
is_letter(char c)
{
    unsigned char u = (unsigned char)c;

    return (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || u >= 0x80 ||
           c == '\'';
}

/* "{name}" counts as a word; no table knows it. */
static size_t
word_len(const char *s)
{
    size_t n = 0;

    if (*s == '{')
        return s[strcspn(s, "}")] == '}' ? strcspn(s, "}") + 1 : strlen(s);
    while (is_letter(s[n]))
        n++;
    return n;
}

static bool
same(const struct word *w, const char *word)
{
    size_t n = strlen(word);

    return w->len == n && w->s[0] != '{' &&
           (w->s[0] == word[0] || w->s[0] + 32 == word[0]) &&
           memcmp(w->s + 1, word + 1, n - 1) == 0;
}

/* Whether the word stands in a table, with or without a capital. */
static bool
among(const struct word *w, const char *table)
{
    for (const char *p = table + 1; *p != '\0'; p += strcspn(p, " ") + 1) {
        size_t n = strcspn(p, " ");

        if (n == w->len && (w->s[0] == p[0] || w->s[0] + 32 == p[0]) &&
            memcmp(w->s + 1, p + 1, n - 1) == 0)
            return true;
    }
    return false;
}

static bool
is_capital(const struct word *w)
{
    return w->s[0] >= 'A' && w->s[0] <= 'Z';
}

/* `instead`, with a capital where the word has one. */
static void
put(const struct sentence *t, int i, const char *instead)
{
    char *s = arena_strndup(t->a, instead, strlen(instead));

    if (is_capital(&t->v[i]))
        s[0] = (char)(s[0] - 32);
    t->v[i].instead = s;
}

/* The word beside `i` within its clause, or NULL. */
static struct word *
beside(const struct sentence *t, int i, int by)
{
    int k = i + by;

    if (k < 0 || k >= t->n || t->v[by > 0 ? k : i].first)
        return NULL;
    return &t->v[k];
}

/* Says the verb at `i` with "u". */
static bool
turn_verb(const struct sentence *t, int i)
{
    struct word *w = &t->v[i];

    for (size_t k = 0; k < sizeof irregular / sizeof *irregular; k++)
        if (same(w, irregular[k][0])) {
            put(t, i, irregular[k][1]);
            return true;
        }
    if (!among(w, verbs))
        return false;
    w->instead = arena_printf(t->a, "%.*st", (int)w->len, w->s);
    return true;
}

/* Whether a reflexive verb stands in the clause of `i`. */
static bool
has_reflexive(const struct sentence *t, int i)
{
    int from = i;

    while (from > 0 && !t->v[from].first)
        from--;
    for (int k = from; k < t->n && (k == from || !t->v[k].first); k++)
        if (among(&t->v[k], reflexive))
            return true;
    return false;
}

/* "vraag je af", "stel je voor": told to do so, not asked whether. */
static bool
is_told(const struct sentence *t, int i)
{
    const struct word *verb = beside(t, i, -1), *next = beside(t, i, 1);

    return verb != NULL && next != NULL &&
           ((same(verb, "vraag") && same(next, "af")) ||
               (same(verb, "stel") && same(next, "voor")));
}

/* A finite verb or what stands at the end of a clause: "als het in je
   opkomt". */
static bool
ends_in_t(const struct word *w)
{
    return w->s[w->len - 1] == 't';
}

static bool
is_possessive(const struct sentence *t, int i)
{
    const struct word *before = beside(t, i, -1), *next = beside(t, i, 1);

    if (next == NULL || next->s[0] == '{')
        return false;
    if (among(next, owned))
        return true;
    return before != NULL && among(before, prepositions) &&
           !among(next, loose) && !ends_in_t(next);
}

static bool
is_infinitive(const struct word *w)
{
    return w != NULL && w->len > 2 && memcmp(w->s + w->len - 2, "en", 2) == 0 &&
           among(w, reflexive);
}

static void
turn_je(const struct sentence *t, int i)
{
    const struct word *before = beside(t, i, -1);
    bool second = before != NULL && (same(before, "je") || same(before, "jij"));

    if (!second && i > 1 && before != NULL && beside(t, i - 1, -1) != NULL)
        second = among(before, reflexive) &&
                 (same(&t->v[i - 2], "je") || same(&t->v[i - 2], "jij"));
    if (before == NULL && is_infinitive(beside(t, i, 1)))
        put(t, i, "zich"); /* the name of something to do */
    else if (second && has_reflexive(t, i))
        put(t, i, "zich");
    else if (before != NULL && !second && !is_told(t, i) &&
             !(is_capital(before) && is_possessive(t, i)) &&
             turn_verb(t, i - 1))
        put(t, i, "u");
    else
        put(t, i, is_possessive(t, i) ? "uw" : "u");
}

/* The teacher and the child together. */
static void
turn_jullie(const struct sentence *t, int i)
{
    const struct word *before = beside(t, i, -1);
    struct word *next = beside(t, i, 1);

    for (size_t k = 0; before != NULL && k < sizeof plural / sizeof *plural;
         k++)
        if (same(before, plural[k][0])) {
            put(t, i - 1, plural[k][1]);
            put(t, i, "u samen");
            return;
        }
    if (next != NULL && same(next, "twee")) {
        put(t, i, "u en");
        next->instead = "{kind}";
    } else {
        put(t, i, is_possessive(t, i) ? "uw" : "u en {kind}");
    }
}

static void
turn(const struct sentence *t)
{
    for (int i = 0; i < t->n; i++) {
        const struct word *w = &t->v[i];

        if (same(w, "je"))
            turn_je(t, i);
        else if (same(w, "jullie"))
            turn_jullie(t, i);
        else if (same(w, "jouw"))
            put(t, i, "uw");
        else if (same(w, "jezelf") || same(w, "jouzelf"))
            put(t, i, "uzelf");
        else if (same(w, "jou"))
            put(t, i, "u");
        else if (same(w, "jij")) {
            if (beside(t, i, -1) != NULL)
                (void)turn_verb(t, i - 1);
            put(t, i, "u");
        }
    }
}

static void
read_words(struct sentence *t, const char *s)
{
    bool first = true;

    while (*s != '\0') {
        size_t len = word_len(s);

        if (len == 0) {
            first |= strchr(".,:;?!()", *s) != NULL;
            s++;
            continue;
        }
        t->v[t->n++] = (struct word){.s = s, .len = len, .first = first};
        first = false;
        s += len;
    }
}

const char *
address_formal(struct arena *a, const char *s)
{
    struct sentence t = {.a = a, .v = NEW(a, struct word, strlen(s) / 2 + 1)};
    struct buf out = buf_new(a);
    const char *from = s;

    read_words(&t, s);
    turn(&t);
    for (int i = 0; i < t.n; i++) {
        if (t.v[i].instead == NULL)
            continue;
        buf_add(&out, from, (size_t)(t.v[i].s - from));
        buf_puts(&out, t.v[i].instead);
        from = t.v[i].s + t.v[i].len;
    }
    if (from == s)
        return s;
    buf_puts(&out, from);
    return out.p;
}
