/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The command line.  getopt_long splits it; what a word means stands in the
   verbs and in the table of options.  An option that is added is a line of that
   table and a member of struct options. */
#include "cli/opts.h"

#include <assert.h>
#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ARRAY_LEN(x) (sizeof(x) / sizeof *(x))

enum { WORDS_MAX = 100, VERBS_MAX = 32, SHORT_NONE = OPTS_NO_LETTER };

static const struct choice langs[] = {
    {"nl", LANG_NL}, {"en", LANG_EN}, {NULL, 0}};
static const struct choice yesno[] = {
    {"yes", 1}, {"no", 0}, {"ja", 1}, {"nee", 0}, {NULL, 0}};
static const struct choice stages[] = {{"interview", STAGE_INTERVIEW},
    {"rules", STAGE_RULES}, {"layout", STAGE_LAYOUT}, {"scores", STAGE_SCORES},
    {"profile", STAGE_PROFILE}, {"doc", STAGE_DOC}, {"pages", STAGE_PAGES},
    {"breaks", STAGE_BREAKS}, {NULL, 0}};
static const struct choice profiles[] = {{"2a", ENGINE_PDF_2A},
    {"2u", ENGINE_PDF_2U}, {"3a", ENGINE_PDF_3A}, {"1b", ENGINE_PDF_1B},
    {"none", ENGINE_PDF}, {NULL, 0}};
static const struct choice numberings[] = {
    {"continuous", 0}, {"case", 1}, {NULL, 0}};
static const struct choice forms[] = {{"text", 0}, {"json", 1}, {NULL, 0}};
static const struct choice formats[] = {{"text", FORMAT_TEXT},
    {"csv", FORMAT_CSV}, {"json", FORMAT_JSON}, {NULL, 0}};
static const struct choice separators[] = {{",", ENGINE_COMMA},
    {";", ENGINE_SEMICOLON}, {"tab", ENGINE_TAB}, {"comma", ENGINE_COMMA},
    {"semicolon", ENGINE_SEMICOLON}, {NULL, 0}};
static const struct choice colors[] = {{"auto", WHEN_AUTO},
    {"always", WHEN_ALWAYS}, {"never", WHEN_NEVER}, {NULL, 0}};

#define ON_RENDER "render watch"
#define ON_REPORT ON_RENDER " compare tally"
#define ON_PDF ON_REPORT " agree"
#define AT(member) offsetof(struct options, member)

const struct option_def opts_table[] = {
    {'l', "layout", OPTION_LIST, "LAYOUT[,LAYOUT...]", AT(layouts),
        ON_RENDER " check verify", NULL,
        {"lay-outs, namen of paden (anders: handout,coach)",
            "layouts, names or paths (default: handout,coach)"}},
    {'r', "rules", OPTION_WORDS, "RULES", AT(report.rules),
        ON_REPORT " check score new tidy read verify agree schema", NULL,
        {"regels, een naam of een pad; mag vaker",
            "rules, a name or a path; may be repeated"}},
    {'o', "output", OPTION_TEXT, "FILE", AT(output), ON_PDF " read merge", NULL,
        {"een rapport in dit bestand, - is de uitvoer",
            "one report into this file, - is standard output"}},
    {'d', "directory", OPTION_TEXT, "DIR", AT(folder), ON_REPORT " new", NULL,
        {"rapporten in deze map (anders: naast het interview)",
            "reports into this folder (default: beside the interview)"}},
    {SHORT_NONE, "recursive", OPTION_FLAG, NULL, AT(recursive),
        "render watch check score agree tidy", NULL,
        {"ook de mappen in een map; -d krijgt dezelfde mappen",
            "the folders in a folder too; -d gets the same folders"}},
    {SHORT_NONE, "files-from", OPTION_TEXT, "FILE", AT(files_from),
        "render check score agree tidy", NULL,
        {"ook de interviews in deze lijst, een per regel",
            "the interviews in this list too, one a line"}},
    {SHORT_NONE, "list-refused", OPTION_TEXT, "FILE", AT(list_refused),
        "render check", NULL,
        {"een lijst van de interviews die niet lukten",
            "a list of the interviews that were refused"}},
    {'0', "null", OPTION_FLAG, NULL, AT(null), "render check score agree tidy",
        NULL,
        {"in lijsten eindigt elk pad met NUL, geen regeleinde",
            "in lists each path ends in NUL, not in a newline"}},
    {SHORT_NONE, "resume", OPTION_FLAG, NULL, AT(resume), "render", NULL,
        {"wat er al staat zoals het nu gemaakt zou worden, niet\n"
         "opnieuw maken",
            "not make again what stands there as it would be made"}},
    {SHORT_NONE, "shard", OPTION_SHARD, "I/N", AT(shard), "render", NULL,
        {"alleen deel I van N (van 0 af), gekozen naar het dossier",
            "part I of N only (from 0), chosen by the case id"}},
    {SHORT_NONE, "no-manifest", OPTION_FLAG, NULL, AT(no_manifest), "render",
        NULL,
        {"geen manifest.jsonl bij de rapporten",
            "no manifest.jsonl with the reports"}},
    {'j', "jobs", OPTION_COUNT, "N", AT(jobs), "render check score", NULL,
        {"processen tegelijk (anders: een per processor)",
            "processes at a time (default: one per processor)"}},
    {SHORT_NONE, "lang", OPTION_WORD, "nl|en", AT(report.lang),
        ON_REPORT " check score new tidy list agree explain schema", langs,
        {"taal van het rapport", "language of the report"}},
    {SHORT_NONE, "numbers", OPTION_WORD, "yes|no", AT(report.numbers),
        ON_REPORT, yesno,
        {"cijfers op het blad van de leerkracht",
            "numbers on the teacher's copy"}},
    {SHORT_NONE, "without", OPTION_TEXT, "BLOCK[,BLOCK...]", AT(report.without),
        ON_REPORT, NULL,
        {"deze blokken weglaten (naam of soort)",
            "leave these blocks out (name or kind)"}},
    {SHORT_NONE, "anonymise", OPTION_FLAG, NULL, AT(report.anonymise),
        ON_RENDER " compare agree tally", NULL,
        {"namen vervangen, met een lijst om na te lezen",
            "replace names, with a list to review"}},
    {SHORT_NONE, "profile", OPTION_WORD, "2a|2u|3a|1b|none", AT(report.profile),
        ON_PDF, profiles,
        {"PDF/A-profiel (anders: 2a)", "PDF/A profile (default: 2a)"}},
    {SHORT_NONE, "fillable", OPTION_FLAG, NULL, AT(report.fillable), ON_PDF,
        NULL,
        {"schrijflijnen zijn velden om in te typen",
            "writing lines are fields to type in"}},
    {SHORT_NONE, "large", OPTION_FLAG, NULL, AT(report.large), ON_PDF, NULL,
        {"grote letter (13 punts)", "large print (13 point)"}},
    {SHORT_NONE, "mono", OPTION_FLAG, NULL, AT(report.mono), ON_PDF, NULL,
        {"in grijs", "in grey"}},
    {SHORT_NONE, "booklet", OPTION_FLAG, NULL, AT(report.booklet), ON_PDF, NULL,
        {"twee pagina's naast elkaar, om te vouwen tot een boekje",
            "two pages side by side, to fold into a booklet"}},
    {SHORT_NONE, "password-file", OPTION_TEXT, "FILE", AT(password),
        ON_PDF " verify read list", NULL,
        {"ook een versleutelde kopie om te mailen; het\n"
         "wachtwoord is de eerste regel van dit bestand",
            "an encrypted copy for e-mail too; its password is\n"
            "the first line of this file"}},
    {SHORT_NONE, "collect", OPTION_TEXT, "FILE", AT(collect), "render", NULL,
        {"alle rapporten samen in dit bestand, met een inhoud",
            "all reports as one, into this file, with contents"}},
    {SHORT_NONE, "page-numbers", OPTION_WORD, "continuous|case", AT(numbered),
        "render", numberings,
        {"bij --collect: doorlopend, of per gesprek",
            "with --collect: through the whole, or of each case"}},
    {SHORT_NONE, "skip-refused", OPTION_FLAG, NULL, AT(skip_refused), "render",
        NULL,
        {"bij --collect: gesprekken met een fout weglaten;\n"
         "de inhoud noemt ze",
            "with --collect: leave out interviews with a fault;\n"
            "the contents name them"}},
    {SHORT_NONE, "names-in-title", OPTION_FLAG, NULL, AT(report.names_in_title),
        ON_RENDER, NULL,
        {"namen in de titel van de PDF", "names in the title of the PDF"}},
    {SHORT_NONE, "force", OPTION_FLAG, NULL, AT(force),
        ON_PDF " new tidy read merge", NULL,
        {"ook een bestand van een ander vervangen,\n"
         "en een afgekapt interview toch lezen",
            "replace any file, not only our own report,\n"
            "and read an interview that is cut off"}},
    {SHORT_NONE, "dump", OPTION_WORD, "STAGE", AT(dump), "render compare tally",
        stages,
        {"een tussenstap als tekst: interview, rules, layout,\n"
         "scores, profile, doc, pages of breaks",
            "a stage as text: interview, rules, layout, scores,\n"
            "profile, doc, pages or breaks"}},
    {SHORT_NONE, "key", OPTION_TEXT, "INTERVIEW", AT(key), "tally", NULL,
        {"het interview met de scores van de lezers",
            "the interview with the readers' scores"}},
    {SHORT_NONE, "format", OPTION_WORD, "text|csv|json", AT(print.format),
        "score agree tally", formats,
        {"vorm van de uitkomst", "form of what is printed"}},
    {SHORT_NONE, "separator", OPTION_WORD, "',' ';' tab", AT(print.separator),
        "score agree tally", separators,
        {"tussen de cellen van CSV; ';' is voor Nederlands Excel",
            "between the cells of CSV; ';' is for Dutch Excel"}},
    {SHORT_NONE, "explain", OPTION_FLAG, NULL, AT(print.explain), "score", NULL,
        {"waarom elke vraag wel of niet gekozen is",
            "why each prompt was or was not chosen"}},
    {SHORT_NONE, "example", OPTION_FLAG, NULL, AT(example), "new", NULL,
        {"een ingevuld voorbeeld", "a filled example"}},
    {SHORT_NONE, "open", OPTION_FLAG, NULL, AT(open), "render", NULL,
        {"het rapport daarna laten zien", "show the report afterwards"}},
    {SHORT_NONE, "keep-all", OPTION_FLAG, NULL, AT(keep_all), "render", NULL,
        {"naast een dossier alles waarvan het gemaakt is (.keep.tar)",
            "beside a dossier all that it was made from (.keep.tar)"}},
    {SHORT_NONE, "from", OPTION_TEXT, "FILE|CODE", AT(from), "new tidy", NULL,
        {"new: van een tabel (CSV) of uitgetypt gesprek (.docx,\n"
         ".odt); tidy: de tekens zijn windows-1252 of utf-16",
            "new: from a table (CSV) or a transcript (.docx, .odt);\n"
            "tidy: the letters are windows-1252 or utf-16"}},
    {SHORT_NONE, "write", OPTION_FLAG, NULL, AT(write), "tidy", NULL,
        {"in de plaats van het bestand", "in place of the file"}},
    {SHORT_NONE, "strict", OPTION_FLAG, NULL, AT(report.strict), NULL, NULL,
        {"waarschuwingen tellen als fouten", "warnings count as faults"}},
    {SHORT_NONE, "diagnostics", OPTION_WORD, "text|json", AT(json), NULL, forms,
        {"vorm van de meldingen", "form of the messages"}},
    {SHORT_NONE, "color", OPTION_WORD, "auto|always|never", AT(color), NULL,
        colors, {"kleur in de meldingen", "colour in the messages"}},
    {'q', "quiet", OPTION_FLAG, NULL, AT(quiet), NULL, NULL,
        {"alleen fouten en waarschuwingen", "faults and warnings only"}},
    {'v', "verbose", OPTION_FLAG, NULL, AT(verbose), NULL, NULL,
        {"een regel per rapport", "a line per report"}},
    {'h', "help", OPTION_FLAG, NULL, AT(help), NULL, NULL,
        {"deze hulp", "this help"}},
    {SHORT_NONE, "version", OPTION_FLAG, NULL, AT(version), NULL, NULL,
        {"versie", "version"}},
};

enum { NOPTIONS = ARRAY_LEN(opts_table), CODE_FIRST = 256 };

const int opts_ntable = NOPTIONS;

/* Adds one word; false when there are too many. */
static bool
words_add(struct arena *a, struct engine_words *words, const char *word)
{
    if (words->v == NULL)
        words->v = NEW(a, const char *, WORDS_MAX);
    if (words->n == WORDS_MAX)
        return false;
    words->v[words->n++] = word;
    return true;
}

/* Adds the parts of "a,b"; false when one is empty or there are too many. */
static bool
words_split(struct arena *a, struct engine_words *words, const char *list)
{
    for (;;) {
        size_t len = strcspn(list, ",");

        if (len == 0 || !words_add(a, words, arena_strndup(a, list, len)))
            return false;
        if (list[len] == '\0')
            return true;
        list += len + 1;
    }
}

/* ", did you mean X?" or nothing. */
static const char *
suggest(struct arena *a, const char *word, const char *const *words, size_t n)
{
    const char *near = diag_nearest(word, words, n);

    return near == NULL ? ""
                        : arena_printf(a, _("; did you mean \"%s\"?"), near);
}

static const char *
choice_list(struct arena *a, const struct choice *choices)
{
    struct buf b = buf_new(a);

    for (; choices->name != NULL; choices++)
        buf_printf(&b, "%s%s", b.len > 0 ? ", " : "", choices->name);
    return b.p;
}

static bool
choose(const struct choice *choices, const char *word, int *value)
{
    for (; choices->name != NULL; choices++)
        if (strcmp(choices->name, word) == 0) {
            *value = choices->value;
            return true;
        }
    return false;
}

static bool
count_read(const char *word, int *value)
{
    size_t len = strlen(word);

    if (len == 0 || len > 3 || strspn(word, "0123456789") != len)
        return false;
    *value = (int)strtol(word, NULL, 10);
    return *value >= 1 && *value <= OPTS_COUNT_MAX;
}

/* Digits, few enough for an int; false where there are none. */
static bool
digits_read(const char **at, int *out)
{
    enum { DIGITS = 6, BASE = 10 };
    size_t n = strspn(*at, "0123456789");

    if (n == 0 || n > DIGITS)
        return false;
    *out = (int)strtol(*at, NULL, BASE);
    *at += n;
    return true;
}

static bool
shard_read(const char *word, struct shard *out)
{
    return digits_read(&word, &out->i) && *word++ == '/' &&
           digits_read(&word, &out->n) && *word == '\0' && out->i < out->n;
}

/* Puts one option's argument in its place; NULL or what is wrong. */
static const char *
option_set(struct arena *a, const struct option_def *def, const char *arg,
    struct options *out)
{
    void *place = (char *)out + def->offset;

    switch (def->type) {
    case OPTION_FLAG:
        *(bool *)place = true;
        return NULL;
    case OPTION_TEXT:
        *(const char **)place = arg;
        return arg[0] != '\0'
                   ? NULL
                   : arena_printf(a, _("--%s: an empty argument"), def->name);
    case OPTION_WORDS:
        return words_add(a, place, arg)
                   ? NULL
                   : arena_printf(a, _("--%s: too often"), def->name);
    case OPTION_LIST:
        return words_split(a, place, arg)
                   ? NULL
                   : arena_printf(a, _("--%s: \"%s\" is no list of names"),
                         def->name, arg);
    case OPTION_WORD:
        return choose(def->choices, arg, place)
                   ? NULL
                   : arena_printf(a, _("--%s: \"%s\" is not one of %s"),
                         def->name, arg, choice_list(a, def->choices));
    case OPTION_SHARD:
        return shard_read(arg, place)
                   ? NULL
                   : arena_printf(a,
                         _("--%s: \"%s\" is no I/N, such as 0/10 to 9/10"),
                         def->name, arg);
    case OPTION_COUNT:
        return count_read(arg, place)
                   ? NULL
                   : arena_printf(a,
                         _("--%s: \"%s\" is not a number from 1 to %d"),
                         def->name, arg, OPTS_COUNT_MAX);
    }
    return NULL;
}

/* Tables as getopt_long wants them. */
static const char *
getopt_tables(struct arena *a, struct option *out)
{
    struct buf letters = buf_new(a);

    buf_putc(&letters, ':'); /* tell a missing argument apart */
    for (int i = 0; i < NOPTIONS; i++) {
        bool arg = opts_table[i].arg != NULL;

        out[i] = (struct option){.name = opts_table[i].name,
            .has_arg = arg ? required_argument : no_argument,
            .val = CODE_FIRST + i};
        if (opts_table[i].letter != SHORT_NONE)
            buf_printf(&letters, "%c%s", opts_table[i].letter, arg ? ":" : "");
    }
    return letters.p;
}

static const struct option_def *
option_find(int code)
{
    if (code >= CODE_FIRST)
        return &opts_table[code - CODE_FIRST];
    for (int i = 0; i < NOPTIONS; i++)
        if (opts_table[i].letter != SHORT_NONE && opts_table[i].letter == code)
            return &opts_table[i];
    return NULL;
}

/* What is wrong with the word getopt_long stopped at. */
static const char *
option_unknown(struct arena *a, const char *word)
{
    const char *names[NOPTIONS];

    if (strncmp(word, "--", 2) != 0)
        return arena_printf(a, _("unknown option -%c"), optopt);
    word = arena_strndup(a, word, strcspn(word, "="));
    for (int i = 0; i < NOPTIONS; i++)
        names[i] = arena_printf(a, "--%s", opts_table[i].name);
    return arena_printf(
        a, _("unknown option %s%s"), word, suggest(a, word, names, NOPTIONS));
}

static const char *
verb_read(struct arena *a, const struct verb *const *verbs, const char *word,
    struct options *out)
{
    const char *names[VERBS_MAX];
    size_t n = 0;

    for (; n < VERBS_MAX && verbs[n] != NULL; n++) {
        names[n] = verbs[n]->name;
        if (strcmp(word, names[n]) == 0) {
            out->verb = verbs[n];
            return NULL;
        }
    }
    return arena_printf(
        a, _("unknown verb \"%s\"%s"), word, suggest(a, word, names, n));
}

bool
opts_is_of(const struct option_def *def, const struct verb *verb)
{
    size_t len = strlen(verb->name), n;

    for (const char *p = def->verbs; p != NULL; p += n + 1) {
        n = strcspn(p, " ");
        if (n == len && memcmp(p, verb->name, n) == 0)
            return true;
        if (p[n] == '\0')
            return false;
    }
    return true;
}

/* Options and operands behind the verb. */
static const char *
options_read(struct arena *a, int argc, char **argv, struct options *out)
{
    struct option longs[NOPTIONS + 1] = {0};
    const char *letters = getopt_tables(a, longs);
    int code;

    opterr = 0;
    optind = 1;
    while ((code = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
        const struct option_def *def;
        const char *error;

        if (code == ':')
            return arena_printf(a, _("%s needs an argument"), argv[optind - 1]);
        if (code == '?')
            return optopt >= CODE_FIRST
                       ? arena_printf(a, _("--%s takes no argument"),
                             opts_table[optopt - CODE_FIRST].name)
                       : option_unknown(a, argv[optind - 1]);
        def = option_find(code);
        assert(def != NULL);
        if (out->verb != NULL && !opts_is_of(def, out->verb))
            return arena_printf(
                a, _("--%s does not belong to %s"), def->name, out->verb->name);
        error = option_set(a, def, optarg, out);
        if (error != NULL)
            return error;
    }
    out->operands.v = NEW(a, const char *, argc - optind + 1);
    for (; optind < argc; optind++) {
        if (argv[optind][0] == '\0')
            return _("an operand is empty");
        out->operands.v[out->operands.n++] = argv[optind];
    }
    return NULL;
}

const char *
opts_missing(struct arena *a, const struct verb *verb)
{
    return arena_printf(a, _("%s: operands are missing; it takes %s"),
        verb->name, verb->operands);
}

/* The copy with a password lies beside a report. */
static const char *
password_refuse(const struct options *o)
{
    if (o->verb->makes &&
        (o->dump != STAGE_PDF ||
            (o->output != NULL && strcmp(o->output, "-") == 0)))
        return _(
            "--password-file makes a copy beside a report, which must be a "
            "file");
    for (int i = 0; i < o->operands.n; i++)
        if (strcmp(o->operands.v[i], "-") == 0 && strcmp(o->password, "-") == 0)
            return _("standard input (-) is the interview or the password");
    return NULL;
}

/* What no single option can see. */
static const char *
options_refuse(struct arena *a, const struct options *o)
{
    const struct verb *verb = o->verb;
    const char *error = NULL;

    if (o->operands.n < verb->min && o->files_from == NULL)
        return opts_missing(a, verb);
    if (o->operands.n > verb->max)
        return arena_printf(a, _("%s: too many operands; it takes %s"),
            verb->name, verb->operands);
    for (int i = 0; i < o->operands.n; i++)
        if (o->operands.n > 1 && strcmp(o->operands.v[i], "-") == 0)
            return _("standard input (-) is one interview; give no other");
    if (verb->refuse != NULL)
        error = verb->refuse(a, o);
    if (error == NULL && o->password != NULL)
        error = password_refuse(o);
    if (error == NULL && o->null && o->files_from == NULL &&
        o->list_refused == NULL)
        return _("-0 goes with --files-from or --list-refused");
    if (error == NULL && o->output != NULL && o->folder != NULL)
        return _("-o and -d exclude one another");
    if (error == NULL && o->report.booklet && o->report.fillable)
        return _("a booklet is for pen: not with --fillable");
    if (error == NULL && o->report.booklet &&
        o->report.profile == ENGINE_PDF_3A)
        return _("a booklet has no tags, which PDF/A-3a asks for; "
                 "--profile 2u, 1b or none");
    return error;
}

bool
opts_parse(struct arena *a, const struct verb *const *verbs, int argc,
    char **argv, struct options *out, const char **error)
{
    *out = (struct options){.report = engine_defaults};
    *error = NULL;
    if (argc < 2) {
        *error = _("no verb");
        return false;
    }
    if (strcmp(argv[1], "help") == 0) { /* help VERB is VERB --help */
        out->help = true;
        argc--;
        argv++;
    }
    if (argc > 1 && argv[1][0] != '-') {
        *error = verb_read(a, verbs, argv[1], out);
        argc--;
        argv++;
    }
    if (out->verb != NULL && out->verb->raw) {
        out->operands =
            (struct engine_words){(const char **)argv + 1, argc - 1};
        return true;
    }
    if (*error == NULL)
        *error = options_read(a, argc, argv, out);
    if (*error != NULL || out->help || out->version)
        return *error == NULL;
    if (out->verb == NULL)
        *error = _("no verb");
    else
        *error = options_refuse(a, out);
    return *error == NULL;
}
