/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the bytes of a file are, as far as they are no text that a person
   typed. */
#include "format/document_parts.h"

#include <string.h>

struct kind {
    const char *begins, *what, *help;
};

static const struct kind kinds[] = {
    {"%PDF-", DIAG_WORDS("a PDF"),
        DIAG_WORDS("copy its text into a document, with the questions above "
                   "the answers, and save that as .docx or .odt")},
    {"{\\rtf", DIAG_WORDS("a text in RTF"),
        DIAG_WORDS(
            "save it as a Word document (.docx) or as OpenDocument (.odt)")},
    {"<!doctype html", DIAG_WORDS("a web page"),
        DIAG_WORDS(
            "save it as a Word document (.docx) or as OpenDocument (.odt)")},
    {"<html", DIAG_WORDS("a web page"),
        DIAG_WORDS(
            "save it as a Word document (.docx) or as OpenDocument (.odt)")},
    {"<?xml", DIAG_WORDS("an XML file"),
        DIAG_WORDS(
            "save it as a Word document (.docx) or as OpenDocument (.odt)")},
};

/* The same of old office files: a name that is in them. */
static const struct kind old_kinds[] = {
    {"Workbook", DIAG_WORDS("an Excel workbook (.xls)"),
        DIAG_WORDS("save the table as CSV (UTF-8)")},
    {"WordDocument", DIAG_WORDS("an old Word document (.doc)"),
        DIAG_WORDS("save it as a Word document (.docx) or as OpenDocument "
                   "(.odt)")},
};

static const char ole_begin[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
static const char zip_begin[] = "PK\x03\x04";

static bool
begins(const struct source *src, const char *with)
{
    size_t len = strlen(with), skip = 0;

    if (src->len >= 3 && memcmp(src->text, "\xef\xbb\xbf", 3) == 0)
        skip = 3;
    if (src->len < skip + len)
        return false;
    for (size_t i = 0; i < len; i++) {
        char c = src->text[skip + i];

        if (c >= 'A' && c <= 'Z' && with[0] == '<')
            c = (char)(c - 'A' + 'a');
        if (c != with[i])
            return false;
    }
    return true;
}

/* Whether the bytes hold a name in UTF-16, as the folder of an old office file
   has them. */
static bool
holds_wide(const struct source *src, const char *name)
{
    size_t n = strlen(name);

    for (size_t i = 0; i + 2 * n <= src->len; i++) {
        size_t k = 0;

        while (k < n && src->text[i + 2 * k] == name[k] &&
               src->text[i + 2 * k + 1] == '\0')
            k++;
        if (k == n)
            return true;
    }
    return false;
}

void
document_locked(struct diag *d, const struct source *src)
{
    diag_error(d, (struct pos){.src = src}, "N103",
        "this document is locked with a password");
    diag_help(d, "open it in the word processor, save it without a password "
                 "and try that");
}

bool
document_refuse(struct diag *d, const struct source *src, const char *what,
    const char *help)
{
    diag_error(d, (struct pos){.src = src}, "N101",
        "this is %s, which is not read here", diag_words(d, what));
    diag_help(d, "%s", diag_words(d, help));
    return false;
}

static bool
refuse_ole(struct diag *d, const struct source *src)
{
    if (holds_wide(src, "EncryptedPackage")) {
        document_locked(d, src);
        return false;
    }
    for (size_t i = 0; i < sizeof old_kinds / sizeof *old_kinds; i++)
        if (holds_wide(src, old_kinds[i].begins))
            return document_refuse(
                d, src, old_kinds[i].what, old_kinds[i].help);
    return document_refuse(d, src, DIAG_WORDS("an old kind of office file"),
        DIAG_WORDS("save it as a Word document (.docx) or as OpenDocument "
                   "(.odt)"));
}

bool
document_refuse_kind(struct diag *d, const struct source *src)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (begins(src, kinds[i].begins))
            return document_refuse(d, src, kinds[i].what, kinds[i].help);
    return refuse_ole(d, src);
}

enum document_kind
document_kind(const struct source *src)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (begins(src, kinds[i].begins))
            return DOCUMENT_OTHER;
    if (begins(src, ole_begin))
        return DOCUMENT_OTHER;
    return begins(src, zip_begin) ? DOCUMENT_ZIP : DOCUMENT_TEXT;
}
