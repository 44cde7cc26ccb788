#include "interview/fields.h"

#include "format/field_table.h"
#include "interview/interview.h"

/* Tables from the leaves to the root.  AT is one value, LIST a pointer with
   its number of items; a group of keys whose values lie in the interview
   itself has offset 0. */

#define AT(type, member) .offset = offsetof(struct type, member)
#define LIST(type, items, n)                                                   \
    .offset = offsetof(struct type, items), .count = offsetof(struct type, n)

const char interview_format[] = "interview/1";

const struct field_word interview_na = {{"nvt", "na"}, 0};

static const struct field_word pronouns[] = {
    {{"hij", "he"}, PRONOUN_HE},
    {{"zij", "she"}, PRONOUN_SHE},
    {{"die", "they"}, PRONOUN_THEY},
};

static const struct field_word languages[] = {
    {{"nl", "nl"}, LANG_NL},
    {{"en", "en"}, LANG_EN},
};

static const struct field teacher_fields[] = {
    {.name = {"naam", "name"},
        .type = FIELD_LINE,
        AT(person, name),
        .help = {"hoe de leerkracht op papier heet",
            "what the teacher is called on paper"}},
    {.name = {"code", "code"},
        .type = FIELD_LINE,
        AT(person, code),
        .help = {"code in het dossier, in plaats van de naam",
            "code in the file, instead of the name"}},
};
static const struct record teacher =
    RECORD("teacher", struct person, teacher_fields);

static const struct field child_fields[] = {
    {.name = {"naam", "name"},
        .type = FIELD_LINE,
        AT(person, name),
        .help = {"voornaam, zo komt hij op papier",
            "first name, as it comes on paper"}},
    {.name = {"code", "code"},
        .type = FIELD_LINE,
        AT(person, code),
        .help = {"code in het dossier, in plaats van de naam",
            "code in the file, instead of the name"}},
    {.name = {"groep", "group"},
        .type = FIELD_LINE,
        AT(person, group),
        .help = {"groep of klas", "class or year"}},
    {.name = {"voornaamwoord", "pronoun"},
        .type = FIELD_WORD,
        AT(person, pronoun),
        .words = pronouns,
        .nwords = sizeof pronouns / sizeof *pronouns,
        .help = {"hij, zij of die", "he, she or they"}},
    {.name = {"namen", "names"},
        .type = FIELD_TEXTS,
        AT(person, names),
        .help = {"alle namen van het kind in de teksten, om weg te laten; "
                 "komen nooit op papier",
            "all names of the child in the texts, to leave out; never "
            "printed"}},
};
static const struct record child = RECORD("child", struct person, child_fields);

static const struct field coach_fields[] = {
    {.name = {"naam", "name"},
        .type = FIELD_LINE,
        AT(person, name),
        .help = {"naam van de coach", "name of the coach"}},
    {.name = {"functie", "role"},
        .type = FIELD_LINE,
        AT(person, role),
        .help = {"functie van de coach", "role of the coach"}},
};
static const struct record coach = RECORD("coach", struct person, coach_fields);

static const struct field talk_fields[] = {
    {.name = {"datum", "date"},
        .type = FIELD_DATE,
        AT(interview, date),
        .help = {"JJJJ-MM-DD", "YYYY-MM-DD"}},
    {.name = {"duur", "minutes"},
        .type = FIELD_INT,
        AT(interview, minutes),
        .min = 1,
        .max = 600,
        .help = {"minuten", "minutes"}},
    {.name = {"opname_gewist", "recording_erased"},
        .type = FIELD_DATE,
        AT(interview, recording_erased),
        .help = {"datum waarop de opname is gewist",
            "date on which the recording was erased"}},
};
static const struct record talk =
    RECORD("interview", struct interview, talk_fields);

static const struct field reflection_fields[] = {
    {.name = {"datum", "date"},
        .type = FIELD_DATE,
        AT(interview, reflection),
        .help = {"datum van het reflectiegesprek",
            "date of the reflection talk"}},
    {.name = {"terugblik", "review"},
        .type = FIELD_DATE,
        AT(interview, review),
        .help = {"datum van de terugblik", "date of looking back"}},
};
static const struct record reflection =
    RECORD("reflection", struct interview, reflection_fields);

static const struct field word_fields[] = {
    {.name = {"woord", "word"},
        .type = FIELD_LINE,
        AT(word, word),
        .flags = FIELD_REQUIRED,
        .help = {"een woord dat bij de relatie past",
            "a word that fits the relationship"}},
    {.name = {"voorbeeld", "example"},
        .type = FIELD_TEXT,
        AT(word, example),
        .help = {"het moment dat bij dit woord hoort",
            "the moment that belongs to this word"}},
};
static const struct record word = RECORD("word", struct word, word_fields);

static const struct field slot_fields[] = {
    {.name = {"gebeurtenis", "event"},
        .type = FIELD_TEXT,
        AT(answer, slots[SLOT_EVENT]),
        .help = {"wat er gebeurde", "what happened"}},
    {.name = {"gedaan", "did"},
        .type = FIELD_TEXT,
        AT(answer, slots[SLOT_DID]),
        .help = {"wat de leerkracht deed", "what the teacher did"}},
    {.name = {"waarom", "why"},
        .type = FIELD_TEXT,
        AT(answer, slots[SLOT_WHY]),
        .help = {"waarom de leerkracht dat deed", "why the teacher did so"}},
    {.name = {"gevoel_leerkracht", "teacher_felt"},
        .type = FIELD_TEXT,
        AT(answer, slots[SLOT_TEACHER_FELT]),
        .help = {"hoe de leerkracht zich voelde", "how the teacher felt"}},
    {.name = {"gevoel_kind", "child_felt"},
        .type = FIELD_TEXT,
        AT(answer, slots[SLOT_CHILD_FELT]),
        .help = {"hoe het kind zich voelde", "how the child felt"}},
    {.name = {"nodig", "needed"},
        .type = FIELD_TEXT,
        AT(answer, slots[SLOT_NEEDED]),
        .help = {"wat er nodig was", "what was needed"}},
};
static const struct record slots = RECORD("answer", struct answer, slot_fields);

static const struct field moment_fields[] = {
    {.name = {"titel", "title"},
        .type = FIELD_LINE,
        AT(moment, title),
        .help = {"kort, zoals Rekenles", "short, such as Spelling test"}},
    {.name = {"bij", "at"},
        .type = FIELD_QREF,
        AT(moment, at),
        .help = {"nummer van de vraag, zoals v04",
            "number of the question, such as v04"}},
    {.name = {"wat", "what"},
        .type = FIELD_TEXT,
        AT(moment, what),
        .help = {"wat er gebeurde", "what happened"}},
    {.name = {"leerkracht", "teacher"},
        .type = FIELD_TEXT,
        AT(moment, teacher),
        .help = {"de kant van de leerkracht", "the teacher's side"}},
    {.name = {"kind", "child"},
        .type = FIELD_TEXT,
        AT(moment, child),
        .help = {"de kant van het kind", "the child's side"}},
    {.name = {"nodig", "needed"},
        .type = FIELD_TEXT,
        AT(moment, needed),
        .help = {"wat nodig was; leeg geeft schrijflijnen",
            "what was needed; empty prints writing lines"}},
};
static const struct record moment =
    RECORD("moment", struct moment, moment_fields);

static const struct field fragment_fields[] = {
    {.name = {"bij", "at"},
        .type = FIELD_QREF,
        AT(fragment, at),
        .flags = FIELD_REQUIRED,
        .help = {"nummer van de vraag, zoals v04",
            "number of the question, such as v04"}},
    {.name = {"gevoel", "feeling"},
        .type = FIELD_ID,
        AT(fragment, feeling),
        .flags = FIELD_REQUIRED,
        .help = {"een gevoel uit de regels", "a feeling of the rules"}},
};
static const struct record fragment =
    RECORD("fragment", struct fragment, fragment_fields);

static const struct field quote_fields[] = {
    {.name = {"bij", "at"},
        .type = FIELD_QREF,
        AT(quote, at),
        .help = {"nummer van de vraag; leeg is het hele gesprek",
            "number of the question; empty is the whole interview"}},
    {.name = {"citaat", "quote"},
        .type = FIELD_TEXT,
        AT(quote, text),
        .flags = FIELD_REQUIRED,
        .help = {"letterlijk uit het antwoord; ... laat iets weg",
            "word for word from the answer; ... leaves something out"}},
};
static const struct record quote = RECORD("quote", struct quote, quote_fields);

static const struct field scored_fields[] = {
    {.name = {"score", "score"},
        .type = FIELD_OWN,
        .own = INTERVIEW_SCORE,
        .flags = FIELD_REQUIRED,
        .help = {"een getal van de schaal, of nvt (niet te scoren)",
            "a number of the scale, or na (cannot be scored)"}},
    {.name = {"reden", "reason"},
        .type = FIELD_TEXT,
        AT(scored, reason),
        .help = {"bij nvt: waarom het niet te scoren is",
            "with na: why it cannot be scored"}},
    {.name = {"bewijs", "evidence"},
        .type = FIELD_RECORDS,
        LIST(scored, quotes, nquotes),
        .of = &quote,
        .help = {"citaten waarop de score rust",
            "quotes that the score rests on"}},
    {.name = {"niet_lager", "not_lower"},
        .type = FIELD_TEXT,
        AT(scored, not_lower),
        .help = {"waarom de score niet lager is",
            "why the score is not lower"}},
    {.name = {"niet_hoger", "not_higher"},
        .type = FIELD_TEXT,
        AT(scored, not_higher),
        .help = {"waarom de score niet hoger is",
            "why the score is not higher"}},
};
static const struct record scored =
    RECORD("score", struct scored, scored_fields);

static const struct field reading_fields[] = {
    {.name = {"door", "by"},
        .type = FIELD_LINE,
        AT(reading, by),
        .flags = FIELD_REQUIRED,
        .help = {"coach, of de code van een andere lezer",
            "coach, or the code of another reader"}},
    {.name = {"datum", "date"},
        .type = FIELD_DATE,
        AT(reading, date),
        .help = {"datum van het scoren", "date of scoring"}},
    {.name = {"scores", "scores"},
        .type = FIELD_OWN,
        .own = INTERVIEW_SCORES,
        .of = &scored,
        .help = {"per schaal; wat leeg blijft, is niet gescoord",
            "per scale; what is left empty is not scored"}},
};
static const struct record reading =
    RECORD("reading", struct reading, reading_fields);

static const struct field agreed_fields[] = {
    {.name = {"datum", "date"},
        .type = FIELD_DATE,
        AT(interview, agreed_date),
        .help = {"datum van het overleg", "date of the consultation"}},
    {.name = {"scores", "scores"},
        .type = FIELD_OWN,
        .own = INTERVIEW_AGREED,
        .help = {"per schaal het getal", "the number per scale"}},
};
static const struct record agreed =
    RECORD("agreed", struct interview, agreed_fields);

static const struct field strength_fields[] = {
    {.name = {"zin", "claim"},
        .type = FIELD_LINE,
        AT(strength, claim),
        .flags = FIELD_REQUIRED,
        .help = {"een zin over wat sterk is", "a sentence on what is strong"}},
    {.name = {"toelichting", "detail"},
        .type = FIELD_TEXT,
        AT(strength, detail),
        .help = {"waaruit dat blijkt", "what shows it"}},
    {.name = {"bij", "at"},
        .type = FIELD_QREFS,
        AT(strength, at),
        .help = {"nummers van vragen, zoals [v04, v07]",
            "numbers of questions, such as [v04, v07]"}},
};
static const struct record strength =
    RECORD("strength", struct strength, strength_fields);

static const struct field step_fields[] = {
    {.name = {"doel", "goal"},
        .type = FIELD_LINE,
        AT(step, goal),
        .help = {"een doel uit de regels, of eigen tekst",
            "a goal of the rules, or your own text"}},
    {.name = {"stap", "step"},
        .type = FIELD_TEXT,
        AT(step, step),
        .help = {"een kleine stap", "a small step"}},
    {.name = {"wanneer", "when"},
        .type = FIELD_TEXT,
        AT(step, when),
        .help = {"wanneer", "when"}},
    {.name = {"merkbaar", "sign"},
        .type = FIELD_TEXT,
        AT(step, sign),
        .help = {"waaraan je het merkt", "how you will notice"}},
};
static const struct record step = RECORD("step", struct step, step_fields);

static const struct field plan_fields[] = {
    {.name = {"werkvraag", "question"},
        .type = FIELD_TEXT,
        AT(interview, plan_question),
        .help = {"de vraag waarmee de leerkracht verder gaat",
            "the question that the teacher goes on with"}},
    {.name = {"stappen", "steps"},
        .type = FIELD_RECORDS,
        LIST(interview, steps, nsteps),
        .of = &step,
        .max = 20,
        .help = {"wat de leerkracht gaat doen",
            "what the teacher is going to do"}},
};
static const struct record plan = RECORD("plan", struct interview, plan_fields);

static const struct field filled_fields[] = {
    {.name = {"datum", "date"},
        .type = FIELD_DATE,
        AT(filled, date),
        .help = {"datum van invullen", "date of filling in"}},
    {.name = {"items", "items"},
        .type = FIELD_OWN,
        .own = INTERVIEW_ITEMS,
        .help = {"per item het antwoord, zoals {1: 4, 2: 3}",
            "the answer per item, such as {1: 4, 2: 3}"}},
    {.name = {"scores", "scores"},
        .type = FIELD_OWN,
        .own = INTERVIEW_SUBSCALES,
        .help = {"of per subschaal de score", "or the score per subscale"}},
};
static const struct record filled =
    RECORD("questionnaire", struct filled, filled_fields);

static const struct field course_fields[] = {
    {.name = {"oefening", "exercise"},
        .type = FIELD_LINE,
        AT(interview, exercise),
        .help = {"naam van de oefening, boven de cursusbladen",
            "name of the exercise, at the head of the course forms"}},
};
static const struct record course =
    RECORD("course", struct interview, course_fields);

static const struct field keep_fields[] = {
    {.name = {"regime", "regime"},
        .type = FIELD_ID,
        AT(interview, keep_regime),
        .help = {"een bewaartermijn uit de regels",
            "a retention period of the rules"}},
    {.name = {"einde_relatie", "relation_ended"},
        .type = FIELD_DATE,
        AT(interview, relation_ended),
        .help = {"datum waarop de begeleiding eindigde",
            "date on which the coaching ended"}},
};
static const struct record keep = RECORD("keep", struct interview, keep_fields);

static const struct field change_fields[] = {
    {.name = {"datum", "date"},
        .type = FIELD_DATE,
        AT(change, date),
        .flags = FIELD_REQUIRED,
        .help = {"datum van de wijziging", "date of the change"}},
    {.name = {"wat", "what"},
        .type = FIELD_TEXT,
        AT(change, what),
        .flags = FIELD_REQUIRED,
        .help = {"wat er gewijzigd is", "what was changed"}},
};
static const struct record change =
    RECORD("change", struct change, change_fields);

static const struct field interview_fields[] = {
    {.name = {"formaat", "format"},
        .type = FIELD_OWN,
        .own = INTERVIEW_FORMAT,
        .flags = FIELD_REQUIRED,
        .help = {"soort bestand en versie: interview/1",
            "kind of file and version: interview/1"}},
    {.name = {"dossier", "case"},
        .type = FIELD_CASE,
        AT(interview, case_id),
        .flags = FIELD_REQUIRED,
        .fallback = "LP-0001",
        .help = {"nummer van het dossier, zoals LP-0017, zonder naam erin",
            "number of the case, such as LP-0017, without a name in it"}},
    {.name = {"verzonnen", "invented"},
        .type = FIELD_YESNO,
        AT(interview, invented),
        .help = {"ja als alles verzonnen is; dat staat dan op elk blad",
            "yes if all is made up; every sheet then says so"}},
    {.name = {"taal", "language"},
        .type = FIELD_WORD,
        AT(interview, lang),
        .words = languages,
        .nwords = sizeof languages / sizeof *languages,
        .help = {"taal van het verslag, nl of en",
            "language of the report, nl or en"}},
    {.name = {"regels", "rules"},
        .type = FIELD_CASE,
        AT(interview, rules),
        .help = {"naam van de regels; leeg is llinc",
            "name of the rules; empty is llinc"}},
    {.name = {"leerkracht", "teacher"},
        .type = FIELD_RECORD,
        AT(interview, teacher),
        .of = &teacher,
        .help = {"over wie het profiel gaat", "whose profile it is"}},
    {.name = {"kind", "child"},
        .type = FIELD_RECORD,
        AT(interview, child),
        .of = &child,
        .help = {"het kind of de leerling", "the child or pupil"}},
    {.name = {"anderen", "others"},
        .type = FIELD_TEXTS,
        AT(interview, others),
        .help = {"namen van anderen in de teksten, om weg te laten; komen "
                 "nooit op papier",
            "names of others in the texts, to leave out; never printed"}},
    {.name = {"coach", "coach"},
        .type = FIELD_RECORD,
        AT(interview, coach),
        .of = &coach,
        .help = {"wie het gesprek voerde", "who held the interview"}},
    {.name = {"gesprek", "interview"},
        .type = FIELD_RECORD,
        .of = &talk,
        .help = {"het gesprek", "the interview"}},
    {.name = {"reflectie", "reflection"},
        .type = FIELD_RECORD,
        .of = &reflection,
        .help = {"het gesprek over dit profiel",
            "the talk about this profile"}},
    {.name = {"drie_woorden", "three_words"},
        .type = FIELD_RECORDS,
        LIST(interview, words, nwords),
        .of = &word,
        .max = 6,
        .help = {"drie woorden voor de relatie, elk met een moment",
            "three words for the relationship, each with a moment"}},
    {.name = {"antwoorden", "answers"},
        .type = FIELD_OWN,
        .own = INTERVIEW_ANSWERS,
        .of = &slots,
        .help = {"per vraag de tekst, of onderdelen",
            "the text per question, or parts"}},
    {.name = {"overgeslagen", "skipped"},
        .type = FIELD_QREFS,
        AT(interview, skipped),
        .help = {"vragen die niet gesteld zijn of geen antwoord gaven",
            "questions that were not asked or had no answer"}},
    {.name = {"momenten", "moments"},
        .type = FIELD_RECORDS,
        LIST(interview, moments, nmoments),
        .of = &moment,
        .max = 5,
        .help = {"momenten van twee kanten, een tot vijf",
            "moments from two sides, one to five"}},
    {.name = {"fragmenten", "fragments"},
        .type = FIELD_RECORDS,
        LIST(interview, fragments, nfragments),
        .of = &fragment,
        .help = {"stukjes van het gesprek met hun gevoel",
            "pieces of the interview with their feeling"}},
    {.name = {"beoordelingen", "readings"},
        .type = FIELD_RECORDS,
        LIST(interview, readings, nreadings),
        .of = &reading,
        .max = 20,
        .help = {"wat elke lezer scoorde", "what each reader scored"}},
    {.name = {"vastgesteld", "agreed"},
        .type = FIELD_RECORD,
        .of = &agreed,
        .help = {"wat de lezers samen vaststelden",
            "what the readers settled on"}},
    {.name = {"sterk", "strengths"},
        .type = FIELD_RECORDS,
        LIST(interview, strengths, nstrengths),
        .of = &strength,
        .max = 5,
        .help = {"wat sterk is, twee of drie", "what is strong, two or three"}},
    {.name = {"uitgelicht", "focus"},
        .type = FIELD_TEXTS,
        AT(interview, focus),
        .help = {"schalen met een grote kaart; [] is geen, leeg is volgens de "
                 "regels",
            "scales with a large card; [] is none, empty is as the rules "
            "say"}},
    {.name = {"wat_opvalt", "notice"},
        .type = FIELD_TEXT,
        AT(interview, notice),
        .help = {"een of twee zinnen; leeg is volgens de regels",
            "one or two sentences; empty is as the rules say"}},
    {.name = {"aanzetten", "prompts"},
        .type = FIELD_OWN,
        .own = INTERVIEW_PROMPTS,
        .help = {"eigen vragen per schaal, als lijst",
            "your own questions per scale, as a list"}},
    {.name = {"betekent", "means"},
        .type = FIELD_OWN,
        .own = INTERVIEW_MEANS,
        .help = {"eigen tekst per schaal onder \"Dit kan betekenen\"",
            "your own text per scale under \"This may mean\""}},
    {.name = {"plan", "plan"},
        .type = FIELD_RECORD,
        .of = &plan,
        .help = {"hoe het verder gaat", "how it goes on"}},
    {.name = {"vragenlijsten", "questionnaires"},
        .type = FIELD_OWN,
        .own = INTERVIEW_QUESTIONNAIRES,
        .of = &filled,
        .help = {"ingevulde vragenlijsten uit de regels",
            "questionnaires of the rules, filled in"}},
    {.name = {"cursus", "course"},
        .type = FIELD_RECORD,
        .of = &course,
        .help = {"voor cursusbladen", "for course forms"}},
    {.name = {"bewaren", "keep"},
        .type = FIELD_RECORD,
        .of = &keep,
        .help = {"hoe lang het dossier bewaard wordt",
            "how long the file is kept"}},
    {.name = {"wijzigingen", "changes"},
        .type = FIELD_RECORDS,
        LIST(interview, changes, nchanges),
        .of = &change,
        .help = {"wat er later aan het dossier veranderd is",
            "what was changed in the file later"}},
};

const struct record interview_record =
    RECORD("interview", struct interview, interview_fields);
