/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Documents of word processors, which are ZIP files with parts in XML. */
#include "format/document_parts.h"

#include <string.h>

static bool
damaged(struct document_maker *m)
{
    m->ok = diag_error(m->d, (struct pos){.src = m->file}, "N102",
        "this document is damaged, or was not saved whole");
    diag_help(m->d, "open it in the word processor, save it under another name "
                    "and try that");
    return false;
}

const struct xml *
document_part(struct document_maker *m, const char *name, bool due)
{
    const char *data;
    size_t len;
    struct xml *root;

    if (!m->ok)
        return NULL;
    switch (unzip_part(m->a, m->zip, name, &data, &len)) {
    case UNZIP_NONE:
        if (due)
            damaged(m);
        return NULL;
    case UNZIP_DAMAGED:
        damaged(m);
        return NULL;
    case UNZIP_LOCKED:
        m->ok = false;
        document_locked(m->d, m->file);
        return NULL;
    case UNZIP_LARGE:
        m->ok = diag_error(m->d, (struct pos){.src = m->file}, "N104",
            "this document is larger than any interview");
        diag_help(m->d, "copy its text into a new document");
        return NULL;
    case UNZIP_READ:
        break;
    }
    if (xml_read(m->a, data, len, &root))
        return root;
    damaged(m);
    return NULL;
}

static bool
has_part(const struct unzip *z, const char *begin)
{
    const char *name;

    for (int i = 0; (name = unzip_name(z, i)) != NULL; i++)
        if (strncmp(name, begin, strlen(begin)) == 0)
            return true;
    return false;
}

/* OpenDocument says in a part of its own what it holds. */
static bool
is_open_sheet(struct document_maker *m)
{
    static const char sheet[] = "application/vnd.oasis.opendocument.spread";
    const char *data;
    size_t len;

    return unzip_part(m->a, m->zip, "mimetype", &data, &len) == UNZIP_READ &&
           strncmp(data, sheet, sizeof sheet - 1) == 0;
}

static bool
read_zip(struct document_maker *m)
{
    if (has_part(m->zip, "word/"))
        docx_read(m);
    else if (has_part(m->zip, "xl/") || is_open_sheet(m))
        return document_refuse(m->d, m->file, DIAG_WORDS("a workbook"),
            DIAG_WORDS("save the table as CSV (UTF-8)"));
    else if (has_part(m->zip, "content.xml"))
        odt_read(m);
    else
        return document_refuse(m->d, m->file,
            DIAG_WORDS("a ZIP file, but no text document"),
            DIAG_WORDS("save it as a Word document (.docx) or as OpenDocument "
                       "(.odt)"));
    return m->ok;
}

bool
document_read(struct arena *a, struct diag *d, const struct source *src,
    struct document *out)
{
    struct document_maker m = document_begin(a, d, src, out);
    bool ok;

    m.zip = unzip_open(a, src->text, src->len);
    ok = m.zip == NULL ? damaged(&m) : read_zip(&m);
    unzip_close(m.zip);
    document_end(&m);
    return ok;
}
