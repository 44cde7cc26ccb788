/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/xml.h"

#include "base/library.h"
#include "base/units.h"

#include <libxml/parser.h>
#include <limits.h>
#include <string.h>

/* The build asks the linker for the version that the header is of. */
#ifndef LIBRARY_XML2
#define LIBRARY_XML2 "libxml2.so"
#endif

#define CALLS(X)                                                               \
    X(CreatePushParserCtxt)                                                    \
    X(CtxtUseOptions)                                                          \
    X(FreeParserCtxt)                                                          \
    X(ParseChunk)                                                              \
    X(StopParser)

static struct xml_calls {
#define POINTER(name) __typeof__(xml##name) *name;
    CALLS(POINTER)
} libxml;

static const struct library_call calls[] = {
#define CALL(name)                                                             \
    {LIBRARY_XML2, "xml" #name, offsetof(struct xml_calls, name)},
    CALLS(CALL)};

/* libxml2's events make the tree in an arena.  A document type is where
   entities are declared, which can fetch files and grow without end; word
   processors write none, so one ends the reading. */

enum { DEPTH_MAX = 200, ATTRIBUTES_MAX = 200 };

struct builder {
    struct arena *a;
    struct xml *open[DEPTH_MAX], *last[DEPTH_MAX]; /* and its last child */
    int depth;
    struct xml *root;
    bool refused;
    xmlParserCtxtPtr parser;
};

static void
refuse(struct builder *b)
{
    b->refused = true;
    libxml.StopParser(b->parser);
}

static void
add(struct builder *b, struct xml *n)
{
    struct xml **last = &b->last[b->depth - 1];

    if (*last == NULL)
        b->open[b->depth - 1]->first = n;
    else
        (*last)->next = n;
    *last = n;
}

static const char *
copy(struct builder *b, const xmlChar *s)
{
    return arena_strndup(b->a, (const char *)s, strlen((const char *)s));
}

static void
on_start(void *ctx, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *uri, int nnamespaces, const xmlChar **namespaces,
    int nattributes, int ndefaulted, const xmlChar **attributes)
{
    struct builder *b = ctx;
    struct xml *n = NEW(b->a, struct xml, 1);

    (void)prefix, (void)uri, (void)nnamespaces, (void)namespaces;
    (void)ndefaulted;
    if (b->refused)
        return;
    if (b->depth == DEPTH_MAX) {
        refuse(b);
        return;
    }
    n->name = copy(b, name);
    n->nattributes = nattributes;
    n->attributes = NEW(b->a, struct xml_attribute, nattributes);
    /* Of each: name, prefix, URI, and where its value begins and ends. */
    for (int i = 0; i < nattributes; i++) {
        const xmlChar **v = attributes + (size_t)i * 5;

        n->attributes[i].name = copy(b, v[0]);
        n->attributes[i].value =
            arena_strndup(b->a, (const char *)v[3], (size_t)(v[4] - v[3]));
    }
    if (b->depth > 0)
        add(b, n);
    else
        b->root = n;
    b->open[b->depth] = n;
    b->last[b->depth++] = NULL;
}

static void
on_end(
    void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct builder *b = ctx;

    (void)name, (void)prefix, (void)uri;
    if (!b->refused)
        b->depth--;
}

static void
on_text(void *ctx, const xmlChar *text, int len)
{
    struct builder *b = ctx;
    struct xml *n;

    if (b->refused || b->depth == 0)
        return;
    n = NEW(b->a, struct xml, 1);
    n->text = arena_strndup(b->a, (const char *)text, (size_t)len);
    add(b, n);
}

static void
on_document_type(void *ctx, const xmlChar *name, const xmlChar *external,
    const xmlChar *system)
{
    (void)name, (void)external, (void)system;
    refuse(ctx);
}

/* The tag that begins at `p`: where it ends, or `end`; libxml2 compares each
   attribute of it with all others, so no more than a few are let through. */
static const char *
skip_tag(const char *p, const char *end, int *attributes)
{
    char quote = '\0';

    for (*attributes = 0; p < end; p++) {
        if (quote != '\0') {
            quote = *p == quote ? '\0' : quote;
        } else if (*p == '>') {
            break;
        } else if (*p == '"' || *p == '\'') {
            quote = *p;
            ++*attributes;
        }
    }
    return p;
}

static const char *
skip_comment(const char *p, const char *end)
{
    while (end - p > 2 && memcmp(p, "-->", 3) != 0)
        p++;
    return p;
}

static bool
has_few_attributes(const char *p, const char *end)
{
    int n = 0;

    while (p < end && (p = memchr(p, '<', (size_t)(end - p))) != NULL) {
        if (end - p > 4 && memcmp(p, "<!--", 4) == 0)
            p = skip_comment(p + 4, end);
        else
            p = skip_tag(p, end, &n);
        if (n > ATTRIBUTES_MAX)
            return false;
    }
    return true;
}

const char *
xml_missing(void)
{
    return library_open(calls, sizeof calls / sizeof *calls, &libxml)
               ? NULL
               : LIBRARY_XML2;
}

bool
xml_read(struct arena *a, const char *data, size_t len, struct xml **out)
{
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .internalSubset = on_document_type};
    struct builder *b = NEW(a, struct builder, 1);
    bool ok;

    *out = NULL;
    b->a = a;
    if (len == 0 || len > INT_MAX || !has_few_attributes(data, data + len) ||
        xml_missing() != NULL)
        return false;
    b->parser = libxml.CreatePushParserCtxt(&handler, b, NULL, 0, NULL);
    if (b->parser == NULL)
        return false;
    libxml.CtxtUseOptions(
        b->parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    libxml.ParseChunk(b->parser, data, (int)len, 1);
    ok = b->parser->wellFormed && !b->refused && b->root != NULL;
    libxml.FreeParserCtxt(b->parser);
    *out = b->root;
    return ok;
}

const char *
xml_attribute(const struct xml *n, const char *name)
{
    for (int i = 0; i < n->nattributes; i++)
        if (strcmp(n->attributes[i].name, name) == 0)
            return n->attributes[i].value;
    return NULL;
}

int
xml_number(const char *value, int otherwise)
{
    int n;

    return value != NULL && int_parse(value, &n) ? n : otherwise;
}

bool
xml_is(const struct xml *n, const char *name)
{
    return n->name != NULL && strcmp(n->name, name) == 0;
}

bool
xml_is_one_of(const struct xml *n, const char *const *names)
{
    for (; n->name != NULL && *names != NULL; names++)
        if (strcmp(n->name, *names) == 0)
            return true;
    return false;
}

const struct xml *
xml_child(const struct xml *n, const char *name)
{
    const struct xml *c = n->first;

    while (c != NULL && !xml_is(c, name))
        c = c->next;
    return c;
}

const char *
xml_library(void)
{
    return LIBXML_DOTTED_VERSION;
}
