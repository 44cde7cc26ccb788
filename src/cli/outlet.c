/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "cli/outlet.h"

#include "cli/deliver.h"
#include "cli/output.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

static bool
take(void *ctx, const char *bytes, size_t len)
{
    struct outlet *o = ctx;

    o->len += len;
    o->too_large = o->len > OUTPUT_REPORT_MAX;
    if (o->too_large)
        return false;
    if (o->set == NULL) {
        buf_add(&o->held, bytes, len);
        return true;
    }
    if (!file_set_add(o->set, bytes, len))
        o->error = errno;
    return o->error == 0;
}

static bool
is_held(const char *path, bool *there)
{
    struct stat st;

    *there = lstat(path, &st) == 0;
    return strcmp(path, "-") == 0 || (*there && S_ISCHR(st.st_mode));
}

enum status
outlet_open(struct arena *a, const struct session *session, const char *path,
    struct outlet *o)
{
    struct file_part part = {.path = path, .data = ""};
    const char *failed;
    bool there;

    *o = (struct outlet){.session = session,
        .path = path,
        .sink = {take, o},
        .held = buf_new(a)};
    if (is_held(path, &there))
        return STATUS_OK;
    part.fresh = !there && !session->opts->force;
    o->set = file_set_make(a, &part, 1, &failed);
    return o->set != NULL ? STATUS_OK
                          : deliver_ended(session, FILE_LEFT, path, failed);
}

enum status
outlet_close(struct outlet *o)
{
    if (o->set != NULL)
        return deliver_set(o->session, o->path, o->set);
    return strcmp(o->path, "-") == 0
               ? console_bytes(o->session->console, o->held.p, o->held.len)
               : output_device(o->session, o->path, &o->held);
}

enum status
outlet_drop(struct outlet *o, enum status status)
{
    if (o->set != NULL)
        file_set_drop(o->set);
    if (o->too_large) {
        console_error(o->session->console,
            _("this would be more than %d MB: make several of it"),
            OUTPUT_REPORT_MAX >> 20);
        return STATUS_REFUSED;
    }
    errno = o->error;
    return o->error == 0
               ? status
               : deliver_ended(o->session, FILE_LEFT, o->path, o->path);
}
