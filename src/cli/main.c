/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* relatieprofiel: a filled interview, scoring rules and a layout to a PDF.
   main puts the process in order and hands over to a verb. */
#include "cli/apart.h"
#include "cli/folder.h"
#include "cli/guard.h"
#include "cli/inputs.h"
#include "cli/memory.h"
#include "cli/opener.h"
#include "cli/password.h"
#include "cli/session.h"
#include "cli/verb/verbs.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* No file of ours may become descriptor 0, 1 or 2: a message would be written
   into it.  What is put there can do nothing: that a result cannot be written
   to a closed output must not pass for success. */
static bool
descriptors_fill(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
        int flags = fd == STDIN_FILENO ? O_WRONLY : O_RDONLY;

        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", flags) != fd)
            return false;
    }
    return true;
}

/* A reader that goes away or a full disk must come back as an error of the
   call; and interviews are personal, so no core files, and no other process of
   the user may look into this one. */
static void
process_prepare(void)
{
    const struct rlimit none = {0, 0};
    struct sigaction ignore = {.sa_handler = SIG_IGN};

    sigemptyset(&ignore.sa_mask);
    sigaction(SIGPIPE, &ignore, NULL);
    sigaction(SIGXFSZ, &ignore, NULL);
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
}

/* The locale that the environment asks for, in POSIX's order; LANGUAGE is
   gettext's own and counts in every locale but C. */
static const char *
locale_asked(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    const char *language = getenv("LANGUAGE"), *locale = "";

    for (size_t i = 0; i < sizeof names / sizeof *names && locale[0] == '\0';
         i++) {
        const char *value = getenv(names[i]);

        locale = value != NULL ? value : "";
    }
    if (locale[0] == '\0' || strcmp(locale, "C") == 0 ||
        strcmp(locale, "POSIX") == 0)
        return "C";
    return language != NULL && language[0] != '\0' ? language : locale;
}

/* The language of messages.  Only LC_MESSAGES is set: numbers and sorting stay
   as they are in the C locale.  A system without the Dutch locale still speaks
   Dutch, through C.UTF-8, which Debian always has. */
static enum lang
messages_prepare(struct arena *a)
{
    const char *folder = paths_locale(a);

    if (strncmp(locale_asked(), "nl", 2) != 0)
        return LANG_EN;
    if (setlocale(LC_MESSAGES, "") == NULL)
        setlocale(LC_MESSAGES, "C.UTF-8");
    setenv("LANGUAGE", "nl", 1);
    if (folder != NULL)
        bindtextdomain(PROGRAM_NAME, folder);
    bind_textdomain_codeset(PROGRAM_NAME, "UTF-8");
    textdomain(PROGRAM_NAME);
    return LANG_NL;
}

#define TAKE(name) &verb_##name,
static const struct verb *const verbs[] = {VERBS(TAKE) NULL};
#undef TAKE

static enum status
help_print(struct arena *a, const struct console *console,
    const struct options *o, enum lang lang)
{
    struct buf out = buf_new(a);

    if (o->help) {
        opts_help(lang, verbs, o->verb, &out);
    } else {
        buf_puts(&out, ENGINE_VERSION "\n");
        engine_libraries(&out);
    }
    return console_out(console, out.p, out.len);
}

/* Opened while files of the system may still be read. */
static enum status
libraries_open(const struct console *console, const struct options *o)
{
    const char *missing = NULL;

    if (o->verb->typed || o->password != NULL)
        missing = engine_library_missing(ENGINE_FORMS);
    else if (o->verb->imports && o->from != NULL)
        missing = engine_library_missing(ENGINE_DOCUMENTS);
    return missing == NULL
               ? STATUS_OK
               : console_failure(console,
                     _("%s is missing or damaged, and this needs it: install "
                       "the program again"),
                     missing);
}

static enum status
program_run(struct arena *a, int argc, char **argv, enum lang lang)
{
    struct options options;
    struct console console;
    struct session session;
    const char *error;
    enum status status;
    struct trouble trouble = {false, false};
    bool understood = opts_parse(a, verbs, argc, argv, &options, &error);

    console = console_open(a, &options, &trouble);
    if (!understood) {
        console_error(&console, "%s", error);
        console_note(&console, _("%s --help shows how"), PROGRAM_NAME);
        return STATUS_USAGE;
    }
    if (options.help || options.version)
        return help_print(a, &console, &options, lang);
    if (!session_open(a, &options, &console, lang, &session))
        return STATUS_USAGE;
    opener_start(&session);
    status = apart(&session) ? password_read(&session) : STATUS_REFUSED;
    if (status == STATUS_OK)
        status = libraries_open(&console, &options);
    if (status == STATUS_OK && options.files_from != NULL &&
        !inputs_take_list(&session, &options))
        status = STATUS_REFUSED;
    guard_enter(&session);
    if (status == STATUS_OK)
        status = options.verb->run(&session);
    password_wipe(&session);
    opener_stop(&session);
    folders_drop_empty(&session);
    session_close(&session);
    if (session.ended != 0) {
        /* What was begun is done; whoever sent it sees that it was obeyed. */
        const struct sigaction usual = {.sa_handler = SIG_DFL};

        sigaction(session.ended, &usual, NULL);
        raise(session.ended);
    }
    return trouble.failed ? STATUS_FAILED : status;
}

int
main(int argc, char **argv)
{
    struct arena *a;
    enum lang lang;
    enum status status;

    if (!descriptors_fill())
        return STATUS_FAILED;
    process_prepare();
    a = arena_new();
    lang = messages_prepare(a);
    memory_line(_("relatieprofiel: out of memory\n"));
    status = program_run(a, argc, argv, lang);
    arena_free(a);
    return (int)status;
}
