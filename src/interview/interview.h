/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The interview a coach typed: what stands in the file, checked against
   itself; what can only be checked against rules is in interview_match.
   The file's form is told in relatieprofiel-formats(5). */
#ifndef INTERVIEW_INTERVIEW_H
#define INTERVIEW_INTERVIEW_H

#include "format/text.h"
#include "rules/rules.h"

enum pronoun { PRONOUN_NONE, PRONOUN_HE, PRONOUN_SHE, PRONOUN_THEY };

struct person {
    struct text name, code, group, role; /* group: child; role: coach */
    enum pronoun pronoun;
    struct texts names; /* for --anonymise; never printed */
};

struct word {
    struct text word, example;
};

/* Parts of an answer, in order of the file format. */
enum slot {
    SLOT_EVENT,
    SLOT_DID,
    SLOT_WHY,
    SLOT_TEACHER_FELT,
    SLOT_CHILD_FELT,
    SLOT_NEEDED,
    SLOT_COUNT
};

struct answer {
    int question;      /* 1..99 */
    struct pos at;     /* of its key */
    bool slotted;      /* given as slots */
    struct text whole; /* the plain text, or all slots joined by a space */
    struct text slots[SLOT_COUNT];
    struct text lang; /* ISO 639 code where it is not the report's; or absent */
};

struct moment {
    struct text title, what, teacher, did, why, child, needed;
    struct qref at;
    enum went went;
};

struct fragment {
    struct qref at;
    struct text feeling; /* id as typed */
    int feeling_index;   /* in the rules; set by interview_match */
};

/* Which reason of a score a quote is for. */
enum quote_for { QUOTE_FOR_BOTH, QUOTE_FOR_NOT_LOWER, QUOTE_FOR_NOT_HIGHER };

struct quote {
    struct qref at; /* 0: the whole interview */
    struct text text;
    struct text lang; /* as of an answer; if absent, set by interview_match to
                         that of the answer it names */
    enum quote_for is_for;
    bool found; /* in the answer it names; set by interview_match */
};

/* What one reader says of one scale. */
struct scored {
    struct text scale; /* id as typed */
    int scale_index;   /* in the rules; set by interview_match, -1 unknown */
    bool na;           /* cannot be scored */
    int score;         /* thousandths; valid unless na */
    struct pos score_at;
    const char *mended; /* as typed, where that is no number but hides one */
    struct text reason, not_lower, not_higher;
    struct quote *quotes;
    int nquotes;
};

struct reading {
    struct text by;
    struct date date;
    struct scored *scores;
    int nscores;
    struct texts open; /* scales whose key stands there without a value */
};

struct strength {
    struct text claim, detail;
    struct qrefs at;
};

/* Own texts of a scale: prompts or meaning. */
struct scale_texts {
    struct text scale;
    int scale_index;
    struct texts texts;
};

struct step {
    struct text goal, step, when, sign;
    struct text outcome; /* looking back: what was done, what was noticed */
    int goal_index;      /* [goal.ID] of the rules, -1: own text or absent */
};

struct item {
    struct text name; /* item number or subscale id, as typed */
    int value;        /* thousandths */
    struct pos at;
    const char *mended; /* as in struct scored */
};

struct filled { /* one questionnaire */
    struct text id;
    int index; /* in the rules */
    struct date date;
    struct item *items, *scores;
    int nitems, nscores;
    struct texts open_items, open_scores; /* keys without a value */
};

struct change {
    struct date date;
    struct text what;
};

struct interview {
    const struct source *src;
    const struct node *root;        /* of the file; NULL: it has none */
    const struct comment *comments; /* as the file has them */
    int ncomments;
    bool ended;     /* the closing `...` stands there */
    bool known;     /* keys of an interview stand there */
    bool cut_off;   /* as in struct yaml: not told by interview_parse */
    struct pos end; /* end of the file */
    enum lang keys; /* language of the keys */
    struct text case_id;
    bool invented;
    enum lang lang;    /* language of the report */
    struct text rules; /* plain name, absent = llinc */
    struct person teacher, child, coach;
    struct texts others;
    struct date date, recording_erased;
    int minutes; /* 0 = absent */
    struct date reflection, review;
    struct word *words;
    int nwords;
    struct pos answers_at; /* of their key, or the file's beginning */
    struct answer *answers;
    int nanswers;
    bool answers_doubt, words_doubt;               /* a fault may hide some */
    struct qrefs unread;                           /* faulty answers */
    struct qrefs open_answers;                     /* keys without a value */
    struct texts open_scales, open_questionnaires; /* the same */
    struct qrefs skipped;
    struct moment *moments;
    int nmoments;
    struct fragment *fragments;
    int nfragments;
    struct reading *readings;
    int nreadings;
    struct date agreed_date;
    struct scored *agreed; /* score only */
    int nagreed;
    struct date own_date; /* on which the teacher placed own marks */
    struct text own_word; /* for that day */
    struct scored *own;   /* the marks: never scores, no reader's */
    int nown;
    struct strength *strengths;
    int nstrengths;
    bool focus_given; /* also for an empty list */
    struct texts focus;
    int *focus_index; /* set by interview_match, -1 unknown */
    struct text notice;
    struct scale_texts *prompts; /* aanzetten */
    int nprompts;
    struct scale_texts *means;
    int nmeans;
    struct text plan_question;
    struct step *steps;
    int nsteps;
    struct filled *questionnaires;
    int nquestionnaires;
    struct text exercise;
    struct text keep_regime;
    int keep_index; /* in the rules; -1 absent */
    struct date relation_ended;
    struct change *changes;
    int nchanges;
};

/* Reads an interview.  Always fills `out` as far as it goes; false when an
   error was reported. */
bool interview_parse(struct arena *a, struct diag *d, const struct source *src,
    struct interview *out);

/* Checks it against rules, also where interview_parse refused it and
   `iv->known`: questions answered or skipped, scale, feeling,
   questionnaire, regime and goal ids (sets the *_index members), scores in
   range and step, quotes in the answers they name.  False on an error. */
bool interview_match(struct arena *a, struct diag *d, struct interview *iv,
    const struct rules *rules);

/* The answer to question `n`, or NULL. */
const struct answer *interview_answer(const struct interview *iv, int n);

/* The date of the report: agreed, else last reading, else
   interview; year 0 where none is known. */
struct date interview_report_date(const struct interview *iv);

/* Calls `visit` for every text of the interview that may be printed, for
   checks of characters and wording. */
void interview_each_text(const struct interview *iv,
    void (*visit)(void *ctx, const struct text *text), void *ctx);

/* A copy in which every text that the tables of keys know (ids are none) is
   what `map` makes of it; `map` is given the text of `iv` itself.  Answers in
   slots are joined anew. */
struct interview *interview_map(struct arena *a, const struct interview *iv,
    struct text (*map)(void *ctx, const struct text *text), void *ctx);

/* Makes an answer's whole text of its slots. */
void interview_join(struct arena *a, struct answer *answer);

/* All of it as text, for --dump and tests. */
void interview_dump(const struct interview *iv, struct buf *out);

/* A commented interview to fill in, from the table of keys, questions of the
   rules and language of keys; `named` are the rules that it names, NULL:
   none. */
void interview_template(const struct rules *rules, const char *named,
    enum lang lang, struct buf *out);

/* The table of keys in one language: name, what it holds, help. */
void interview_list_keys(enum lang lang, struct buf *out);

#endif
