/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "rules/fields.h"

#include "format/field_table.h"
#include "rules/placeholder.h"

/* One line per key: name, type, place, range, default and a sentence of help
   in both languages. */

#define AT(type, member) .offset = offsetof(type, member)

enum {
    ANYWHERE = PLACEHOLDER_ANYWHERE,
    IN_PROMPT = ANYWHERE | 1 << PLACEHOLDER_PAGE,
    IN_WORD = ANYWHERE | 1 << PLACEHOLDER_WORD,
    IN_LIST = ANYWHERE | 1 << PLACEHOLDER_LIST,
    LIST_MAX = 20
};

static const struct field_word kind_words[] = {
    {{"open", "open"}, QUESTION_OPEN},
    {{"words", "words"}, QUESTION_WORDS},
    {{"word", "word"}, QUESTION_WORD},
    {{"moment", "moment"}, QUESTION_MOMENT},
};

static const struct field_word went_words[] = {
    {{"well", "well"}, WENT_WELL},
    {{"hard", "hard"}, WENT_HARD},
};

static const struct field_word mark_words[] = {
    {{"circle", "circle"}, MARKING_CIRCLE},
    {{"diamond", "diamond"}, MARKING_DIAMOND},
    {{"square", "square"}, MARKING_SQUARE},
};

static const struct field_word color_words[] = {
    {{"blue", "blue"}, GROUP_BLUE},
    {{"ochre", "ochre"}, GROUP_OCHRE},
    {{"plum", "plum"}, GROUP_PLUM},
    {{"slate", "slate"}, GROUP_SLATE},
};

static const struct field_word copy_words[] = {
    {{"teacher", "teacher"}, COPY_TEACHER},
    {{"coach", "coach"}, COPY_COACH},
};

static const struct field_word favours_words[] = {
    {{"high", "high"}, FAVOURS_HIGH},
    {{"low", "low"}, FAVOURS_LOW},
    {{"neither", "neither"}, FAVOURS_NEITHER},
};

static const struct field_word tone_words[] = {
    {{"light", "light"}, TONE_LIGHT},
    {{"mixed", "mixed"}, TONE_MIXED},
    {{"heavy", "heavy"}, TONE_HEAVY},
};

static const struct field_word settle_words[] = {
    {{"agreed", "agreed"}, SETTLE_AGREED},
    {{"median", "median"}, SETTLE_MEDIAN},
    {{"mean", "mean"}, SETTLE_MEAN},
    {{"first", "first"}, SETTLE_FIRST},
    {{"none", "none"}, SETTLE_NONE},
};

static const struct field_word language_words[] = {
    {{"nl", "nl"}, LANG_NL},
    {{"en", "en"}, LANG_EN},
};

static const struct field_word address_words[] = {
    {{"je", "je"}, 0},
    {{"u", "u"}, 1},
};

static const struct field_word combine_words[] = {
    {{"sum", "sum"}, 0},
    {{"mean", "mean"}, 1},
};

static const struct field_word status_words[] = {
    {{"published_sample", "published_sample"}, REFERENCE_PUBLISHED},
    {{"local_sample", "local_sample"}, REFERENCE_LOCAL},
    {{"norm", "norm"}, REFERENCE_NORM},
};

static const struct field_word from_words[] = {
    {{"relation_ended", "relation_ended"}, 0},
    {{"interview", "interview"}, 1},
};

static const struct field_word until_words[] = {
    {{"day", "day"}, 0},
    {{"year_end", "year_end"}, 1},
};

static const struct field format_fields[] = {
    {NAME("kind"), .type = FIELD_OWN, HELP("altijd rules", "always rules")},
    {NAME("version"), .type = FIELD_OWN, HELP("altijd 1", "always 1")},
    {NAME("id"), .type = FIELD_ID, AT(struct rules, id),
        .flags = FIELD_REQUIRED,
        HELP("naam van deze regels", "name of these rules")},
    {NAME("include"), .type = FIELD_CASE, AT(struct rules, include),
        HELP("andere regels die hieronder liggen: wat hier staat, komt in de "
             "plaats van daar",
            "other rules that lie below these: what stands here takes the "
            "place of what stands there")},
    {NAME("languages"), .type = FIELD_OWN, WORDS(language_words),
        HELP("talen die elke tekst heeft", "languages every text has")},
    {NAME("edition"), .type = FIELD_TEXT, AT(struct rules, edition),
        HELP("uitgave van de regels zelf, voor het dossier",
            "the rules' own edition, for the dossier")},
    {NAME("range"), .type = FIELD_OWN,
        HELP("bereik van een schaal die er geen noemt: 1..7",
            "range of a scale that names none: 1..7")},
    {NAME("bands"), .type = FIELD_OWN,
        HELP("banden van een schaal die er geen noemt",
            "bands of a scale that names none")},
    {NAME("title"), .type = FIELD_BITEXT, AT(struct rules, title),
        .flags = FIELD_REQUIRED, HELP("titel", "title")},
    {NAME("note"), .type = FIELD_BITEXT, AT(struct rules, note),
        .placeholders = ANYWHERE,
        HELP("wat deze regels wel en niet zijn",
            "what these rules are and are not")},
    {NAME("caution"), .type = FIELD_BITEXT, AT(struct rules, caution),
        .placeholders = ANYWHERE,
        HELP("wat een hoge en een lage plek betekenen",
            "what a high and a low mark mean")},
};

static const struct field words_fields[] = {
    {NAME("address.nl"), .type = FIELD_OWN, WORDS(address_words),
        .fallback = "je",
        HELP("hoe de leerkracht wordt aangesproken",
            "how the teacher is addressed in Dutch")},
    {NAME("child"), .type = FIELD_BITEXT, AT(struct rules, child),
        .flags = FIELD_REQUIRED, HELP("kind of leerling", "child or pupil")},
    {NAME("teacher"), .type = FIELD_BITEXT, AT(struct rules, teacher),
        .flags = FIELD_REQUIRED,
        HELP("leerkracht of docent", "word for the teacher")},
    {NAME("coach"), .type = FIELD_BITEXT, AT(struct rules, coach),
        .flags = FIELD_REQUIRED,
        HELP("woord voor de coach", "word for the coach")},
};

static const struct field readers_fields[] = {
    {NAME("settle"), .type = FIELD_OWN, WORDS(settle_words),
        .fallback = "agreed, median",
        HELP("hoe een score wordt vastgesteld: de eerste die kan",
            "how a score is settled: the first that applies")},
    {NAME("differ_from"), .type = FIELD_NUM, AT(struct rules, differ_from),
        .min = 500, .max = 100000, .fallback = "2",
        HELP("verschil vanaf wanneer lezers het oneens zijn",
            "spread from which readers do not agree")},
    {NAME("half_points"), .type = FIELD_YESNO, AT(struct rules, half_points),
        .fallback = "no",
        HELP("of halve punten mogen", "whether half points may be entered")},
};

static const struct field compare_fields[] = {
    {NAME("same_at_most"), .type = FIELD_NUM, AT(struct rules, same_at_most),
        .min = 0, .max = 100000, .fallback = "1",
        HELP("verschil dat ongeveer gelijk heet",
            "difference that is called about the same")},
    {NAME("alike"), .type = FIELD_BITEXT, AT(struct rules, alike),
        .placeholders = IN_PROMPT,
        HELP("vraag bij wat gelijk is", "prompt for what is alike")},
    {NAME("differs"), .type = FIELD_BITEXT, AT(struct rules, differs),
        .placeholders = IN_PROMPT,
        HELP("vraag bij wat verschilt", "prompt for what differs")},
    {NAME("open"), .type = FIELD_BITEXT, AT(struct rules, open),
        .placeholders = IN_PROMPT,
        HELP("vraag bij wat open is", "prompt for what is open")},
    {NAME("more"), .type = FIELD_BITEXT, AT(struct rules, more),
        .placeholders = IN_LIST,
        HELP("zin met {list}: wat meer te horen is",
            "sentence with {list}: what is heard more")},
    {NAME("less"), .type = FIELD_BITEXT, AT(struct rules, less),
        .placeholders = IN_LIST,
        HELP("zin met {list}: wat minder te horen is",
            "sentence with {list}: what is heard less")},
};

static const struct field wording_fields[] = {
    {NAME("avoid.nl"), .type = FIELD_TEXTS,
        AT(struct rules, wording.avoid[LANG_NL]),
        HELP("woorden die teksten over iemand mijden",
            "words that Dutch texts about a person avoid")},
    {NAME("avoid.en"), .type = FIELD_TEXTS,
        AT(struct rules, wording.avoid[LANG_EN]),
        HELP("Engelse woorden die teksten over iemand mijden",
            "words that English texts about a person avoid")},
    {NAME("of_child.nl"), .type = FIELD_TEXTS,
        AT(struct rules, wording.of_child[LANG_NL]),
        HELP("woorden voor een kind, niet voor een relatie",
            "Dutch words for a child, not for a relationship")},
    {NAME("of_child.en"), .type = FIELD_TEXTS,
        AT(struct rules, wording.of_child[LANG_EN]),
        HELP("Engelse woorden voor een kind, niet voor een relatie",
            "English words for a child, not for a relationship")},
    {NAME("words_per_sentence.nl"), .type = FIELD_INT,
        AT(struct rules, wording.words_per_sentence[LANG_NL]), .min = 5,
        .max = 60,
        HELP("langste zin, in woorden", "longest Dutch sentence, in words")},
    {NAME("words_per_sentence.en"), .type = FIELD_INT,
        AT(struct rules, wording.words_per_sentence[LANG_EN]), .min = 5,
        .max = 60,
        HELP("langste Engelse zin, in woorden",
            "longest English sentence, in words")},
};

/* [bands.ID] names its keys itself; these stand for them in lists. */
static const struct field bands_fields[] = {
    {NAME("BAND"), .type = FIELD_OWN,
        HELP("ondergrens: from 3", "lower bound: from 3")},
};

static const struct field band_fields[] = {
    {NAME(""), .type = FIELD_BITEXT, AT(struct band, label),
        .flags = FIELD_REQUIRED, HELP("zoals gedrukt", "as it is printed")},
    {NAME("short"), .type = FIELD_BITEXT, AT(struct band, brief),
        HELP("kort, naast de grafiek", "short, beside the chart")},
    {NAME("about"), .type = FIELD_BITEXT, AT(struct band, about),
        .placeholders = ANYWHERE,
        HELP("de zin van pagina 2", "the sentence of page 2")},
};

static const struct field question_fields[] = {
    {NAME("kind"), .type = FIELD_WORD, AT(struct question, kind),
        WORDS(kind_words), .fallback = "open",
        HELP("soort vraag", "kind of question")},
    {NAME("word"), .type = FIELD_INT, AT(struct question, word), .min = 1,
        .max = 6,
        HELP("het hoeveelste woord, bij kind = word",
            "which word, with kind = word")},
    {NAME("went"), .type = FIELD_WORD, AT(struct question, went),
        WORDS(went_words),
        HELP("vraagt naar een moment dat goed ging (well) of moeilijk was "
             "(hard)",
            "asks for a moment that went well, or that was hard")},
    {NAME("optional"), .type = FIELD_YESNO, AT(struct question, optional),
        .fallback = "no",
        HELP("of een interview hem stil mag weglaten",
            "whether an interview may leave it out without saying so")},
    {NAME("title"), .type = FIELD_BITEXT, AT(struct question, title),
        .flags = FIELD_REQUIRED, .placeholders = IN_WORD,
        HELP("twee of drie woorden", "two or three words")},
    {NAME("text"), .type = FIELD_BITEXT, AT(struct question, text),
        .flags = FIELD_REQUIRED, .placeholders = IN_WORD,
        HELP("onderwerp van de vraag", "topic of the question")},
    {NAME("full"), .type = FIELD_BITEXT, AT(struct question, full),
        .placeholders = IN_WORD, HELP("de hele vraag", "the full question")},
    {NAME("probes"), .type = FIELD_BITEXTS, AT(struct question, probes),
        .placeholders = IN_WORD,
        HELP("doorvragen, een per nummer", "probes, one per number")},
};

static const struct field group_fields[] = {
    {NAME("also"), .type = FIELD_TEXTS, AT(struct group, is.also),
        .max = LIST_MAX, HELP("andere namen", "other accepted ids")},
    {NAME("mark"), .type = FIELD_WORD, AT(struct group, mark),
        WORDS(mark_words), .fallback = "circle",
        HELP("vorm van het teken", "shape of the mark")},
    {NAME("colour"), .type = FIELD_WORD, AT(struct group, color),
        WORDS(color_words), .fallback = "blue",
        HELP("kleur van de groep", "colour of the group")},
    {NAME("show"), .type = FIELD_OWN, WORDS(copy_words),
        .fallback = "teacher, coach", HELP("op wiens blad", "on whose copy")},
    {NAME("title"), .type = FIELD_BITEXT, AT(struct group, title),
        .flags = FIELD_REQUIRED, .placeholders = ANYWHERE,
        HELP("titel", "title")},
    {NAME("intro"), .type = FIELD_BITEXT, AT(struct group, intro),
        .placeholders = ANYWHERE,
        HELP("wat de schalen van de groep zeggen",
            "what the scales of the group say")},
};

static const struct field scale_fields[] = {
    {NAME("also"), .type = FIELD_TEXTS, AT(struct scale, is.also),
        .max = LIST_MAX, HELP("andere namen", "other accepted ids")},
    {NAME("code"), .type = FIELD_LINE, AT(struct scale, code),
        HELP("code voor het dossier: H1", "code for the dossier: H1")},
    {NAME("group"), .type = FIELD_OWN, HELP("groep", "group")},
    {NAME("range"), .type = FIELD_OWN,
        HELP("bereik: 1..7; anders dat van [format]",
            "range: 1..7; else that of [format]")},
    {NAME("bands"), .type = FIELD_OWN,
        HELP("banden; anders die van [format]",
            "bands; else those of [format]")},
    {NAME("favours"), .type = FIELD_WORD, AT(struct scale, favours),
        WORDS(favours_words), .fallback = "neither",
        HELP("welke kant helpt", "which end is helpful")},
    {NAME("show"), .type = FIELD_OWN, WORDS(copy_words),
        HELP("op wiens blad; anders als de groep",
            "on whose copy; else as the group")},
    {NAME("title"), .type = FIELD_BITEXT, AT(struct scale, title),
        .flags = FIELD_REQUIRED, .placeholders = ANYWHERE,
        HELP("naam", "name")},
    {NAME("about"), .type = FIELD_BITEXT, AT(struct scale, about),
        .placeholders = ANYWHERE, HELP("omschrijving", "definition")},
    {NAME("means"), .type = FIELD_BITEXT, AT(struct scale, means),
        .flags = FIELD_BY_BAND, .placeholders = ANYWHERE,
        HELP("wat een band kan betekenen", "what a band can mean")},
    {NAME("anchor"), .type = FIELD_BITEXT, AT(struct scale, anchor),
        .flags = FIELD_BY_BAND, .placeholders = ANYWHERE,
        HELP("waar een lezer op let", "what a reader listens for")},
};

static const struct field feeling_fields[] = {
    {NAME("also"), .type = FIELD_TEXTS, AT(struct feeling, is.also),
        .max = LIST_MAX, HELP("andere namen", "other accepted ids")},
    {NAME("tone"), .type = FIELD_WORD, AT(struct feeling, tone),
        WORDS(tone_words), .fallback = "light",
        HELP("hoe het vakje is gevuld", "how the square is filled")},
    {NAME("title"), .type = FIELD_BITEXT, AT(struct feeling, title),
        .flags = FIELD_REQUIRED, .placeholders = ANYWHERE,
        HELP("naam", "name")},
};

static const struct field phase_fields[] = {
    {NAME("minutes"), .type = FIELD_INT, AT(struct phase, minutes), .min = 1,
        .max = 240, HELP("duur in minuten", "length in minutes")},
    {NAME("title"), .type = FIELD_BITEXT, AT(struct phase, title),
        .flags = FIELD_REQUIRED, .placeholders = ANYWHERE,
        HELP("titel", "title")},
};

static const struct field goal_fields[] = {
    {NAME("title"), .type = FIELD_BITEXT, AT(struct goal, title),
        .flags = FIELD_REQUIRED, .placeholders = ANYWHERE,
        HELP("richting voor het plan", "a direction for the plan")},
    {NAME("idea"), .type = FIELD_BITEXT, AT(struct goal, idea),
        .placeholders = ANYWHERE, HELP("idee erbij", "an idea with it")},
};

static const struct field self_fields[] = {
    {NAME(""), .type = FIELD_BITEXT, AT(struct selfq, text),
        .flags = FIELD_REQUIRED, .placeholders = IN_PROMPT,
        HELP("vraag aan jezelf", "a question to oneself")},
};

static const struct field questionnaire_fields[] = {
    {NAME("also"), .type = FIELD_TEXTS, AT(struct questionnaire, is.also),
        .max = LIST_MAX, HELP("andere namen", "other accepted ids")},
    {NAME("range"), .type = FIELD_OWN,
        HELP("bereik van een antwoord: 1..5", "range of an answer: 1..5")},
    {NAME("items"), .type = FIELD_INT, AT(struct questionnaire, items),
        .flags = FIELD_REQUIRED, .min = 1, .max = 300,
        HELP("aantal items", "number of items")},
    {NAME("title"), .type = FIELD_BITEXT, AT(struct questionnaire, title),
        .flags = FIELD_REQUIRED, .placeholders = ANYWHERE,
        HELP("titel", "title")},
};

static const struct field subscale_fields[] = {
    {NAME("items"), .type = FIELD_OWN,
        HELP("items, r voor omgekeerd: 1, 2r, 3",
            "items, r for reversed: 1, 2r, 3")},
    {NAME("combine"), .type = FIELD_OWN, WORDS(combine_words),
        .fallback = "sum", HELP("som of gemiddelde", "sum or mean")},
    {NAME("missing_at_most"), .type = FIELD_INT,
        AT(struct subscale, missing_at_most), .max = 300, .fallback = "0",
        HELP("hoeveel items mogen ontbreken", "how many items may be missing")},
    {NAME("bands"), .type = FIELD_OWN, HELP("banden", "bands")},
    {NAME("title"), .type = FIELD_BITEXT, AT(struct subscale, title),
        .flags = FIELD_REQUIRED, .placeholders = ANYWHERE,
        HELP("titel", "title")},
};

static const struct field prompt_fields[] = {
    {NAME("for"), .type = FIELD_OWN,
        HELP("scale ID, group ID, phase ID of profile",
            "scale ID, group ID, phase ID or profile")},
    {NAME("when.N"), .type = FIELD_OWN,
        HELP("voorwaarden die alle gelden", "conditions that all hold")},
    {NAME("any.N"), .type = FIELD_OWN,
        HELP("voorwaarden waarvan er een geldt",
            "conditions of which one holds")},
    {NAME("priority"), .type = FIELD_INT, AT(struct prompt, priority),
        .max = 1000, .fallback = "0", HELP("hoger gaat voor", "higher first")},
    {NAME(""), .type = FIELD_BITEXT, AT(struct prompt, text),
        .flags = FIELD_REQUIRED, .placeholders = IN_PROMPT,
        HELP("open vraag", "an open question")},
};

static const struct field pattern_fields[] = {
    {NAME("when.N"), .type = FIELD_OWN,
        HELP("voorwaarden die alle gelden", "conditions that all hold")},
    {NAME("any.N"), .type = FIELD_OWN,
        HELP("voorwaarden waarvan er een geldt",
            "conditions of which one holds")},
    {NAME("priority"), .type = FIELD_INT, AT(struct pattern, priority),
        .max = 1000, .fallback = "0", HELP("hoger gaat voor", "higher first")},
    {NAME("notice"), .type = FIELD_BITEXT, AT(struct pattern, notice),
        .placeholders = ANYWHERE, HELP("wat opvalt", "what stands out")},
    {NAME("prompt"), .type = FIELD_BITEXT, AT(struct pattern, prompt),
        .placeholders = IN_PROMPT, HELP("open vraag", "an open question")},
    {NAME("for"), .type = FIELD_OWN, .fallback = "profile",
        HELP("waar de vraag bij hoort", "what the prompt belongs to")},
    {NAME("focus"), .type = FIELD_OWN,
        HELP("schalen om uit te lichten", "scales to open as full cards")},
};

static const struct field reference_fields[] = {
    {NAME("for"), .type = FIELD_OWN,
        HELP("scale ID of subscale QID.ID", "scale ID or subscale QID.ID")},
    {NAME("value"), .type = FIELD_NUM, AT(struct reference, value),
        .flags = FIELD_REQUIRED, HELP("waarde", "value")},
    {NAME("low"), .type = FIELD_OWN,
        HELP("ondergrens erbij", "lower end beside it")},
    {NAME("high"), .type = FIELD_OWN,
        HELP("bovengrens erbij", "upper end beside it")},
    {NAME("source"), .type = FIELD_BITEXT, AT(struct reference, source),
        .flags = FIELD_REQUIRED, HELP("bron", "source")},
    {NAME("n"), .type = FIELD_INT, AT(struct reference, n),
        .flags = FIELD_REQUIRED, .min = 1, .max = 999999,
        HELP("aantal in de steekproef", "size of the sample")},
    {NAME("population"), .type = FIELD_BITEXT, AT(struct reference, population),
        .flags = FIELD_REQUIRED, HELP("populatie", "population")},
    {NAME("status"), .type = FIELD_WORD, AT(struct reference, status),
        .flags = FIELD_REQUIRED, WORDS(status_words),
        HELP("wat voor getal het is", "what kind of number it is")},
};

static const struct field retention_fields[] = {
    {NAME("also"), .type = FIELD_TEXTS, AT(struct retention, is.also),
        .max = LIST_MAX, HELP("andere namen", "other accepted ids")},
    {NAME("years"), .type = FIELD_INT, AT(struct retention, years),
        .flags = FIELD_REQUIRED, .max = 100, HELP("jaren", "years")},
    {NAME("from"), .type = FIELD_OWN, WORDS(from_words),
        .fallback = "relation_ended", HELP("vanaf wanneer", "from when")},
    {NAME("until"), .type = FIELD_OWN, WORDS(until_words), .fallback = "day",
        HELP("tot die dag of het einde van dat jaar",
            "until that day or the end of that year")},
    {NAME("text"), .type = FIELD_BITEXT, AT(struct retention, text),
        .flags = FIELD_REQUIRED, .placeholders = ANYWHERE,
        HELP("zoals gedrukt", "as it is printed")},
};

const struct record rules_band_record =
    RECORD("band", struct band, band_fields);

/* A section that stands once, and one whose items are an array in struct
   rules. */
#define ONCE(section, array)                                                   \
    {                                                                          \
        .name = (section), .record = RECORD(section, struct rules, array)      \
    }
#define ITEMS(section, nids, type, array, items_at, count_at)                  \
    {                                                                          \
        .name = (section), .ids = (nids),                                      \
        .record = RECORD(section, type, array),                                \
        .items = offsetof(struct rules, items_at),                             \
        .count = offsetof(struct rules, count_at)                              \
    }

const struct rules_kind rules_kinds[RULES_SECTIONS] = {
    [RULES_FORMAT] = ONCE("format", format_fields),
    [RULES_WORDS] = ONCE("words", words_fields),
    [RULES_READERS] = ONCE("readers", readers_fields),
    [RULES_COMPARE] = ONCE("compare", compare_fields),
    [RULES_WORDING] = ONCE("wording", wording_fields),
    [RULES_BANDS] =
        ITEMS("bands", 1, struct bands, bands_fields, bands, nbands),
    [RULES_QUESTION] = ITEMS(
        "question", 1, struct question, question_fields, questions, nquestions),
    [RULES_GROUP] =
        ITEMS("group", 1, struct group, group_fields, groups, ngroups),
    [RULES_SCALE] =
        ITEMS("scale", 1, struct scale, scale_fields, scales, nscales),
    [RULES_FEELING] = ITEMS(
        "feeling", 1, struct feeling, feeling_fields, feelings, nfeelings),
    [RULES_PHASE] =
        ITEMS("phase", 1, struct phase, phase_fields, phases, nphases),
    [RULES_GOAL] = ITEMS("goal", 1, struct goal, goal_fields, goals, ngoals),
    [RULES_SELF] = ITEMS("self", 1, struct selfq, self_fields, selves, nselves),
    [RULES_QUESTIONNAIRE] = ITEMS("questionnaire", 1, struct questionnaire,
        questionnaire_fields, questionnaires, nquestionnaires),
    [RULES_SUBSCALE] = ITEMS(
        "subscale", 2, struct subscale, subscale_fields, subscales, nsubscales),
    [RULES_PROMPT] =
        ITEMS("prompt", 1, struct prompt, prompt_fields, prompts, nprompts),
    [RULES_PATTERN] = ITEMS(
        "pattern", 1, struct pattern, pattern_fields, patterns, npatterns),
    [RULES_REFERENCE] = ITEMS("reference", 1, struct reference,
        reference_fields, references, nreferences),
    [RULES_RETENTION] = ITEMS("retention", 1, struct retention,
        retention_fields, retentions, nretentions),
};
