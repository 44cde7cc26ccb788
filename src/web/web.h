/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The program as a web page has it: a handle and flat functions, which the page
   calls through WebAssembly (web/program.js).  It compiles for this machine
   too, for its test.

       struct web *w = web_open();

       web_file(w, "layout", "handout", bytes, len);     and all other files
       web_options(w, "nl", -1, false, false, false, false, "2a", "nl");
       web_clear(w);
       web_add(w, "LP-0017.yaml", bytes, len);
       web_make(w, "handout");
       use(web_text(w), web_text_len(w));                what there is to say
       use(web_bytes(w), web_bytes_len(w));              the PDF

   Texts are UTF-8; what is handed in is copied.  web_text is JSON and web_bytes
   a PDF or empty; both are the answer to the last call, until the next.

   The answer of web_check and web_make is
       {"status":0,"messages":[...],"name":"LP-0017.handout.pdf"}
   with the numbers of enum status and the messages of engine_messages.  Out of
   memory ends the program; the page
   starts another (web/engine.js). */
#ifndef WEB_WEB_H
#define WEB_WEB_H

#include <stdbool.h>
#include <stddef.h>

struct web;

struct web *web_open(void);
void web_close(struct web *w);

/* A file that the program may ask for, in place of one with that kind and name:
   kind is "rules", "layout", "logo", "catalogue", "font", "patterns",
   "colours", or "messages" (a .mo file; its name is its language: "nl").  A
   folder and ".ini" do not belong to the names of rules and layouts.  False
   where the kind is another, or the text is larger than the program reads. */
bool web_file(struct web *w, const char *kind, const char *name,
    const char *data, size_t len);

/* How reports are made: `lang` is "nl", "en" or "" (as the interview says);
   `numbers` 0, 1 or -1 (as the layout says); `profile` as the command line has
   it; `speaks` the language of messages.  False where a word is another; then
   the options stay as they are. */
bool web_options(struct web *w, const char *lang, int numbers, bool large,
    bool mono, bool anonymise, bool fillable, const char *profile,
    const char *speaks);

/* The interviews that the next calls are about: none, and one more, which
   messages call `name`.  False where it is larger than the program reads. */
void web_clear(struct web *w);
bool web_add(struct web *w, const char *name, const char *text, size_t len);

/* What there is: {"version":"...","layouts":[{"id","title","over":"one|two|
   many","blank":true,"tells":true,"keeps":true}],"rules":[{"id","title"}]}; a
   layout that is `blank` needs no interview, one that `tells` prints what one
   has, and one that `keeps` wants the interview and its rules kept beside it.
   Titles in the language `lang`.  One that has faults has the title that it
   gives itself and "faulty":true. */
void web_list(struct web *w, const char *lang);

/* What a form for the interview is made of (engine_form_data), in "form"; for
   none the form of an empty one.  What was typed as data (engine_model), in
   "read".  And the text of its file (engine_tidy), in "yaml".  Null where they
   are refused. */
void web_form(struct web *w, const char *lang);
void web_read(struct web *w);
void web_write(struct web *w);

/* All that making reports of the interview would say; and "scores" as
   `relatieprofiel score --format json` has them, or null. */
void web_check(struct web *w);

/* The report in a layout, as the layout is: of one interview, of two, of many,
   or a blank form of none. */
void web_make(struct web *w, const char *layout);

/* Looks a file that was given over: rules or a layout. */
void web_check_file(struct web *w, const char *kind, const char *name);

const char *web_text(const struct web *w);
size_t web_text_len(const struct web *w);
const char *web_bytes(const struct web *w);
size_t web_bytes_len(const struct web *w);

#endif
