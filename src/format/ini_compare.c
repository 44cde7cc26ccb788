/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memfd_create */

#include "format/ini_compare.h"

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

        if (n < 0 && errno == EINTR)
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
        "cannot be compared with iniparser's reading: %s", strerror(errno));
}

/* What iniparser reads in `text`; freed by the caller.  NULL where it cannot
   be handed over, which is reported. */
static dictionary *
hand_over(struct diag *d, const struct source *src, const struct buf *text)
{
    char path[40];
    dictionary *dict = NULL;
    int fd = memfd_create("ini", MFD_CLOEXEC);

    if (fd < 0 || !write_all(fd, text->p, text->len)) {
        not_compared(d, src);
    } else {
        snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
        iniparser_set_error_callback(stay_quiet);
        errno = 0;
        dict = iniparser_load(path);
        iniparser_set_error_callback(NULL);
        if (dict == NULL && errno != 0) /* no /proc, too many open files */
            not_compared(d, src);
        else if (dict == NULL)
            diag_failure(d, whole_file(src), "R902",
                "internal error: iniparser refuses a text that is sound");
    }
    if (fd >= 0)
        close(fd);
    return dict;
}

static int
count_entries(const struct ini_section *s)
{
    int n = 0;

    for (const struct ini_entry *e = s->first; e != NULL; e = e->next)
        n++;
    return n;
}

static bool
compare_entries(struct arena *a, struct diag *d, const dictionary *dict,
    const struct ini_section *s)
{
    int n = count_entries(s);
    const char **keys = NEW(a, const char *, n + 1);
    size_t prefix = strlen(s->name) + 1;
    int i = 0;

    if (iniparser_getsecnkeys(dict, s->name) != n)
        return diag_failure(d, s->at, "R903",
            "internal error: iniparser sees %d keys in [%s], not %d",
            iniparser_getsecnkeys(dict, s->name), s->name, n);
    if (n > 0 && iniparser_getseckeys(dict, s->name, keys) == NULL)
        return diag_failure(d, s->at, "R903",
            "internal error: iniparser does not list [%s]", s->name);
    for (const struct ini_entry *e = s->first; e != NULL; e = e->next, i++) {
        const char *value = iniparser_getstring(dict, keys[i], NULL);

        if (strcmp(keys[i] + prefix, e->key) != 0 || value == NULL ||
            strcmp(value, e->value) != 0)
            return diag_failure(d, e->key_at, "R904",
                "internal error: iniparser reads this entry as \"%s\", \"%s\"",
                keys[i], value != NULL ? value : "");
    }
    return true;
}

static bool
compare(struct arena *a, struct diag *d, const dictionary *dict,
    const struct ini *ini)
{
    int n = iniparser_getnsec(dict), i = 0;

    for (const struct ini_section *s = ini->first; s != NULL;
         s = s->next, i++) {
        const char *name = i < n ? iniparser_getsecname(dict, i) : NULL;

        if (name == NULL || strcmp(name, s->name) != 0)
            return diag_failure(d, s->at, "R905",
                "internal error: iniparser does not see this section");
        if (!compare_entries(a, d, dict, s))
            return false;
    }
    if (i != n)
        return diag_failure(d, whole_file(ini->src), "R905",
            "internal error: iniparser sees %d sections, not %d", n, i);
    return true;
}

bool
ini_compare(struct arena *a, struct diag *d, const struct ini *ini)
{
    struct buf text = normalised(a, ini->src);
    dictionary *dict = hand_over(d, ini->src, &text);
    bool same = dict != NULL && compare(a, d, dict, ini);

    if (dict != NULL)
        iniparser_freedict(dict);
    return same;
}
