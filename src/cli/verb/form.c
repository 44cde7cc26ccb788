/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The verb `form`: opens the page for a browser, which lies installed beside
   the shipped files, or in the build tree. */
#include "base/file.h"
#include "cli/desktop.h"
#include "cli/session.h"
#include "cli/verb/verbs.h"

/* Below the folder of shipped files. */
static const char *const places[] = {
    "relatieprofiel.html", "build/web/relatieprofiel.html"};

static const char *
find_page(struct arena *a, const struct paths *paths)
{
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const char *path =
            paths->share == NULL ? NULL : path_join(a, paths->share, places[i]);

        if (path != NULL && file_exists(path))
            return path;
    }
    return NULL;
}

static enum status
form(struct session *session)
{
    const char *path = find_page(session->a, &session->files.paths);

    if (path == NULL) {
        console_error(session->console,
            _("form: the page is not there; \"make web\" makes it"));
        return STATUS_USAGE;
    }
    if (desktop_open(session->a, path))
        return STATUS_OK;
    console_error(
        session->console, _("form: open this file in a browser: %s"), path);
    return STATUS_FAILED;
}

const struct verb verb_form = {.name = "form",
    .operands = "",
    .min = 0,
    .max = 0,
    .help = {"het formulier in een browser openen",
        "open the form in a browser"},
    .example = {"form", "form"},
    .starts = true,
    .run = form};
