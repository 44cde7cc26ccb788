/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "method/score_schema.h"

#include "base/json.h"
#include "method/questionnaire.h"
#include "method/score.h"
#include "method/score_filled.h"

/* What score_data.c and score_filled.c write; a test holds the one to the
   other. */

enum ids { IDS_NONE, IDS_SCALES, IDS_GROUPS, IDS_PATTERNS };

enum shape {
    SHAPED_TEXT,
    SHAPED_NUMBER,
    SHAPED_FLAG,
    SHAPED_WORDS,   /* one of `words` */
    SHAPED_IDS,     /* a list of ids */
    SHAPED_OBJECTS, /* a list of objects: `of` */
    SHAPED_READING  /* a number, "na" or null */
};

struct members;

struct member {
    const char *name;
    enum shape shape;
    bool optional;
    enum ids ids;
    const char *const *words;
    int nwords;
    const struct members *of;
    const char *help[LANG_COUNT];
};

struct members {
    const struct member *v;
    int n;
};

#define MEMBERS(table)                                                         \
    {                                                                          \
        (table), (int)(sizeof(table) / sizeof *(table))                        \
    }

static const struct member evidence_members[] = {
    {.name = "at",
        .shape = SHAPED_TEXT,
        .optional = true,
        .help = {"vraag; zonder: het hele interview",
            "question; without it: the whole interview"}},
    {.name = "found",
        .shape = SHAPED_FLAG,
        .help = {"of het citaat daar staat", "whether the quote stands there"}},
};
static const struct members evidence = MEMBERS(evidence_members);

static const struct member reference_members[] = {
    {.name = "id",
        .shape = SHAPED_TEXT,
        .help = {"vergelijkingswaarde", "reference value"}},
    {.name = "value", .shape = SHAPED_NUMBER, .help = {"waarde", "value"}},
    {.name = "low",
        .shape = SHAPED_NUMBER,
        .optional = true,
        .help = {"ondergrens", "lower end"}},
    {.name = "high",
        .shape = SHAPED_NUMBER,
        .optional = true,
        .help = {"bovengrens", "upper end"}},
    {.name = "n",
        .shape = SHAPED_NUMBER,
        .help = {"hoeveel personen", "how many persons"}},
    {.name = "status",
        .shape = SHAPED_WORDS,
        .words = reference_status_name,
        .nwords = REFERENCE_NORM + 1,
        .help = {"wat voor waarde het is", "what kind of value it is"}},
};
static const struct members reference = MEMBERS(reference_members);

static const struct member reader_members[] = {
    {.name = "by", .shape = SHAPED_TEXT, .help = {"lezer", "reader"}},
    {.name = "score",
        .shape = SHAPED_READING,
        .help = {"score; \"na\": niet te scoren; null: niet gescoord",
            "score; \"na\": cannot be scored; null: not scored"}},
    {.name = "evidence",
        .shape = SHAPED_OBJECTS,
        .of = &evidence,
        .help = {"citaten, in de volgorde van het interview",
            "quotes, in the order of the interview"}},
};
static const struct members reader = MEMBERS(reader_members);

static const struct member scale_members[] = {
    {.name = "id",
        .shape = SHAPED_TEXT,
        .ids = IDS_SCALES,
        .help = {"schaal", "scale"}},
    {.name = "group",
        .shape = SHAPED_TEXT,
        .ids = IDS_GROUPS,
        .help = {"groep van de schaal", "group of the scale"}},
    {.name = "state",
        .shape = SHAPED_WORDS,
        .words = score_state_name,
        .nwords = SCORE_SETTLED + 1,
        .help = {"of de schaal gescoord en vastgesteld is",
            "whether the scale is scored and settled"}},
    {.name = "score",
        .shape = SHAPED_NUMBER,
        .optional = true,
        .help = {"vastgestelde score", "settled score"}},
    {.name = "band",
        .shape = SHAPED_TEXT,
        .optional = true,
        .help = {"band waarin die ligt", "band that it lies in"}},
    {.name = "settled_by",
        .shape = SHAPED_WORDS,
        .optional = true,
        .words = score_settle_name,
        .nwords = SETTLE_NONE,
        .help = {"hoe die is vastgesteld", "how it was settled"}},
    {.name = "lowest",
        .shape = SHAPED_NUMBER,
        .optional = true,
        .help = {"laagste score van een lezer", "lowest score of a reader"}},
    {.name = "highest",
        .shape = SHAPED_NUMBER,
        .optional = true,
        .help = {"hoogste score van een lezer", "highest score of a reader"}},
    {.name = "differs",
        .shape = SHAPED_FLAG,
        .help = {"of de lezers zo ver uiteen liggen als de regels noemen",
            "whether readers are as far apart as the rules say"}},
    {.name = "readers",
        .shape = SHAPED_OBJECTS,
        .of = &reader,
        .help = {"elke lezer, in de volgorde van het interview",
            "each reader, in the order of the interview"}},
    {.name = "prompts",
        .shape = SHAPED_IDS,
        .help = {"aanzetten van de regels die gekozen zijn, op volgorde",
            "prompts of the rules that are chosen, in order"}},
    {.name = "references",
        .shape = SHAPED_OBJECTS,
        .of = &reference,
        .help = {"vergelijkingswaarden", "reference values"}},
};
static const struct members scale = MEMBERS(scale_members);

static const struct member subscale_members[] = {
    {.name = "id", .shape = SHAPED_TEXT, .help = {"subschaal", "subscale"}},
    {.name = "state",
        .shape = SHAPED_WORDS,
        .words = subscale_state_name,
        .nwords = SUBSCALE_COMPUTED + 1,
        .help = {"of de score berekend is, of zo ingevuld",
            "whether the score was computed, or entered as it is"}},
    {.name = "score",
        .shape = SHAPED_NUMBER,
        .optional = true,
        .help = {"score", "score"}},
    {.name = "band",
        .shape = SHAPED_TEXT,
        .optional = true,
        .help = {"band waarin die ligt", "band that it lies in"}},
    {.name = "answered",
        .shape = SHAPED_NUMBER,
        .help = {"items met een antwoord", "items with an answer"}},
    {.name = "items",
        .shape = SHAPED_NUMBER,
        .help = {"items van de subschaal", "items of the subscale"}},
    {.name = "references",
        .shape = SHAPED_OBJECTS,
        .of = &reference,
        .help = {"vergelijkingswaarden", "reference values"}},
};
static const struct members subscale = MEMBERS(subscale_members);

static const struct member questionnaire_members[] = {
    {.name = "id",
        .shape = SHAPED_TEXT,
        .help = {"vragenlijst", "questionnaire"}},
    {.name = "subscales",
        .shape = SHAPED_OBJECTS,
        .of = &subscale,
        .help = {"subschalen", "subscales"}},
};
static const struct members questionnaire = MEMBERS(questionnaire_members);

static const struct member whole_members[] = {
    {.name = "case",
        .shape = SHAPED_TEXT,
        .help = {"nummer van het dossier", "number of the case"}},
    {.name = "rules",
        .shape = SHAPED_TEXT,
        .help = {"id van de regels", "id of the rules"}},
    {.name = "scales",
        .shape = SHAPED_OBJECTS,
        .of = &scale,
        .help = {"alle schalen, in de volgorde van de regels",
            "all scales, in the order of the rules"}},
    {.name = "patterns",
        .shape = SHAPED_IDS,
        .ids = IDS_PATTERNS,
        .help = {"patronen die opgaan", "patterns that hold"}},
    {.name = "focus",
        .shape = SHAPED_IDS,
        .ids = IDS_SCALES,
        .help = {"uitgelichte schalen", "scales in focus"}},
    {.name = "questionnaires",
        .shape = SHAPED_OBJECTS,
        .optional = true,
        .of = &questionnaire,
        .help = {"ingevulde vragenlijsten", "questionnaires filled in"}},
};
static const struct members whole = MEMBERS(whole_members);

struct schema {
    struct json json;
    struct arena *a;
    const struct rules *rules;
    enum lang lang;
};

static void add_members(struct schema *s, const struct members *of);

/* The ids of a kind; 0 where they are not known. */
static int
find_ids(const struct schema *s, enum ids which, const char ***out)
{
    const struct rules *r = s->rules;
    int n = 0;

    if (r == NULL)
        return 0;
    *out = NEW(s->a, const char *, r->nscales + r->ngroups + r->npatterns);
    switch (which) {
    case IDS_NONE:
        return 0;
    case IDS_SCALES:
        for (; n < r->nscales; n++)
            (*out)[n] = r->scales[n].is.id;
        return n;
    case IDS_GROUPS:
        for (; n < r->ngroups; n++)
            (*out)[n] = r->groups[n].is.id;
        return n;
    case IDS_PATTERNS:
        for (; n < r->npatterns; n++)
            (*out)[n] = r->patterns[n].is.id;
        return n;
    }
    return n;
}

static void
add_text(struct schema *s, const struct member *m)
{
    const char **v;
    int n = find_ids(s, m->ids, &v);

    json_text(&s->json, "type", "string");
    if (n > 0)
        json_texts(&s->json, "enum", v, n);
}

static void
add_shape(struct schema *s, const struct member *m)
{
    static const char *const reading[] = {"number", "string", "null"};

    switch (m->shape) {
    case SHAPED_TEXT:
        add_text(s, m);
        return;
    case SHAPED_NUMBER:
        json_text(&s->json, "type", "number");
        return;
    case SHAPED_FLAG:
        json_text(&s->json, "type", "boolean");
        return;
    case SHAPED_WORDS:
        json_texts(&s->json, "enum", m->words, m->nwords);
        return;
    case SHAPED_IDS:
        json_text(&s->json, "type", "array");
        json_open(&s->json, "items", '{');
        add_text(s, m);
        json_close(&s->json, '{');
        return;
    case SHAPED_OBJECTS:
        json_text(&s->json, "type", "array");
        json_open(&s->json, "items", '{');
        json_text(&s->json, "type", "object");
        add_members(s, m->of);
        json_close(&s->json, '{');
        return;
    case SHAPED_READING:
        json_texts(&s->json, "type", reading, 3);
        json_text(&s->json, "pattern", "^na$");
        return;
    }
}

static void
add_members(struct schema *s, const struct members *of)
{
    const char **required = NEW(s->a, const char *, of->n);
    int n = 0;

    json_open(&s->json, "properties", '{');
    for (int i = 0; i < of->n; i++) {
        const struct member *m = &of->v[i];

        json_open(&s->json, m->name, '{');
        json_text(&s->json, "description", m->help[s->lang]);
        add_shape(s, m);
        json_close(&s->json, '{');
        if (!m->optional)
            required[n++] = m->name;
    }
    json_close(&s->json, '{');
    json_texts(&s->json, "required", required, n);
    json_bool(&s->json, "additionalProperties", false);
}

void
score_schema(const struct rules *rules, enum lang lang, struct buf *out)
{
    struct schema s = {
        .json = json_new(out), .a = out->a, .rules = rules, .lang = lang};

    json_open(&s.json, NULL, '{');
    json_text(&s.json, "$schema", "http://json-schema.org/draft-07/schema#");
    json_text(&s.json, "title", "score");
    json_text(&s.json, "type", "object");
    add_members(&s, &whole);
    json_close(&s.json, '{');
}
