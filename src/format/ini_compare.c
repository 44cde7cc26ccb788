/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memfd_create */

#include "format/ini_compare.h"

#include "base/reason.h"

#include <errno.h>
#include <iniparser/iniparser.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* iniparser's own messages: what they could say was reported already. */
static int
stay_quiet(const char *format, ...)
{
    (void)format;
    return 0;
}

static struct pos
whole_file(const struct source *src)
{
    return (struct pos){.src = src};
}

/* The text without byte order mark, with LF alone, ending in LF. */
static struct buf
normalised(struct arena *a, const struct source *src)
{
    struct buf b = buf_new(a);

    for (size_t i = ini_bom(src); i < src->len; i++)
        if (src->text[i] != '\r')
            buf_putc(&b, src->text[i]);
    buf_putc(&b, '\n');
    return b;
}

static bool
write_all(int fd, const char *p, size_t len)
{
    while (len > 0) {
        ssize_t n = write(fd, p, len);

        if (n < 0 && file_interrupted())
            continue;
        if (n <= 0)
            return false;
        p += n;
        len -= (size_t)n;
    }
    return true;
}

static void
not_compared(struct diag *d, const struct source *src)
{
    diag_failure(d, whole_file(src), "R901",
        "cannot be compared with iniparser's reading: %s",
        diag_words(d, file_reason(errno)));
}

/* iniparser looks through all that it holds for each entry, so that a large
   file would take it quadratic time.  It reads lines one by one, and no section
   and no key stands there twice: so it gets the text in portions of whole
   lines, and the rest of a section under its name once more.  All portions
   together are the file. */
enum { PORTION = 128 };

struct portion {
    struct arena *a;
    struct diag *d;
    const struct ini *ini;
    int fd;
    struct buf text;
    int n;                                    /* sections and entries in it */
    const struct ini_section *from, *section; /* the first, and that it is in */
    const struct ini_entry *first; /* of `from` in it, or NULL: none yet */
};

/* What iniparser reads in the portion; freed by the caller.  NULL where it
   cannot be handed over, which is reported. */
static dictionary *
hand_over(const struct portion *p)
{
    char path[40];
    dictionary *dict = NULL;

    if (ftruncate(p->fd, 0) != 0 || lseek(p->fd, 0, SEEK_SET) != 0 ||
        !write_all(p->fd, p->text.p, p->text.len)) {
        not_compared(p->d, p->ini->src);
        return NULL;
    }
    snprintf(path, sizeof path, "/proc/self/fd/%d", p->fd);
    iniparser_set_error_callback(stay_quiet);
    errno = 0;
    dict = iniparser_load(path);
    iniparser_set_error_callback(NULL);
    if (dict == NULL && errno != 0) /* no /proc, too many open files */
        not_compared(p->d, p->ini->src);
    else if (dict == NULL)
        diag_failure(p->d, whole_file(p->ini->src), "R902",
            "internal error: iniparser refuses a text that is sound");
    return dict;
}

/* Compares the entries from `first` to before `end`. */
static bool
compare_entries(const struct portion *p, const dictionary *dict,
    const struct ini_section *s, const struct ini_entry *first,
    const struct ini_entry *end)
{
    size_t prefix = strlen(s->name) + 1;
    const char **keys;
    int n = 0, i = 0;

    for (const struct ini_entry *e = first; e != end; e = e->next)
        n++;
    keys = NEW(p->a, const char *, n + 1);
    if (iniparser_getsecnkeys(dict, s->name) != n)
        return diag_failure(p->d, s->at, "R903",
            "internal error: iniparser sees %d keys in [%s], not %d",
            iniparser_getsecnkeys(dict, s->name), s->name, n);
    if (n > 0 && iniparser_getseckeys(dict, s->name, keys) == NULL)
        return diag_failure(p->d, s->at, "R903",
            "internal error: iniparser does not list [%s]", s->name);
    for (const struct ini_entry *e = first; e != end; e = e->next, i++) {
        const char *value = iniparser_getstring(dict, keys[i], NULL);

        if (strcmp(keys[i] + prefix, e->key) != 0 || value == NULL ||
            strcmp(value, e->value) != 0)
            return diag_failure(p->d, e->key_at, "R904",
                "internal error: iniparser reads this entry as \"%s\", \"%s\"",
                keys[i], value != NULL ? value : "");
    }
    return true;
}

/* Compares all sections of the portion, the last up to before `end`. */
static bool
compare(const struct portion *p, const dictionary *dict,
    const struct ini_entry *end)
{
    int n = iniparser_getnsec(dict), i = 0;
    const struct ini_section *s = p->from;

    for (bool last = s == NULL; !last; s = s->next, i++) {
        const char *name = i < n ? iniparser_getsecname(dict, i) : NULL;

        last = s == p->section;
        if (name == NULL || strcmp(name, s->name) != 0)
            return diag_failure(p->d, s->at, "R905",
                "internal error: iniparser does not see this section");
        if (!compare_entries(p, dict, s, s == p->from ? p->first : s->first,
                last ? end : NULL))
            return false;
    }
    if (i != n)
        return diag_failure(p->d, whole_file(p->ini->src), "R905",
            "internal error: iniparser sees %d sections, not %d", n, i);
    return true;
}

/* Compares what the portion holds, which ends before the entry `end`, and
   begins the next. */
static bool
portion_end(struct portion *p, const struct ini_entry *end)
{
    dictionary *dict = hand_over(p);
    bool same = dict != NULL && compare(p, dict, end);

    if (dict != NULL)
        iniparser_freedict(dict);
    p->n = 0;
    p->text.len = 0;
    return same;
}

/* The line at which the next section begins, 0 behind the last. */
static int
section_line(const struct ini_section *s)
{
    return s == NULL ? 0 : s->at.line;
}

/* Takes notice of what stands in a line, before it is added.  `*next` is the
   section that comes next, `*entry` the entry. */
static bool
portion_line(struct portion *p, int line, const struct ini_section **next,
    const struct ini_entry **entry)
{
    bool full = p->n >= PORTION, same = true;

    if (line == section_line(*next)) {
        if (full)
            same = portion_end(p, NULL);
        p->section = *next;
        if (p->n == 0) {
            p->from = p->section;
            p->first = p->section->first;
        }
        *entry = p->section->first;
        *next = p->section->next;
        p->n++;
    } else if (*entry != NULL && line == (*entry)->key_at.line) {
        if (full) {
            same = portion_end(p, *entry);
            p->from = p->section;
            p->first = *entry;
            buf_printf(&p->text, "[%s]\n", p->section->name);
        }
        *entry = (*entry)->next;
        p->n++;
    }
    return same;
}

static bool
compare_portions(struct portion *p, const struct buf *text)
{
    const struct ini_section *next = p->ini->first;
    const struct ini_entry *entry = NULL;
    const char *s = text->p, *end = s + text->len;

    for (int line = 1; s < end; line++) {
        const char *stop = memchr(s, '\n', (size_t)(end - s));

        if (!portion_line(p, line, &next, &entry))
            return false;
        buf_add(&p->text, s, (size_t)(stop + 1 - s));
        s = stop + 1;
    }
    return portion_end(p, NULL);
}

bool
ini_compare(struct arena *a, struct diag *d, const struct ini *ini)
{
    struct buf text = normalised(a, ini->src);
    struct portion p = {.a = a, .d = d, .ini = ini, .text = buf_new(a)};
    bool same;

    p.fd = memfd_create("ini", MFD_CLOEXEC);
    if (p.fd < 0) {
        not_compared(d, ini->src);
        return false;
    }
    same = compare_portions(&p, &text);
    close(p.fd);
    return same;
}
