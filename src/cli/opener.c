/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* SOCK_SEQPACKET */

#include "cli/opener.h"

#include "cli/desktop.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* A packet is a kind and what to show; the answer is a byte.  The other side
   may be in the hands of a hostile file: a report is opened where reports go,
   and nothing else. */

enum { REPORT = 'r', TEXT = 't', PACKET_MAX = 32 * 1024, NONE = -1 };

/* Whether reports of this run may lie at `path`. */
static bool
is_report(struct session *session, const char *path)
{
    const struct options *o = session->opts;
    const char *input = o->operands.v[0], *dir = o->folder;
    struct stat st;

    if (o->output != NULL)
        return strcmp(path, o->output) == 0;
    if (dir == NULL && stat(input, &st) == 0 && S_ISDIR(st.st_mode))
        dir = input;
    else if (dir == NULL)
        dir = path_folder(session->a, input);
    return path_has_suffix(path, ".pdf") &&
           strcmp(path_folder(session->a, path),
               path_folder(session->a, path_join(session->a, dir, "x"))) == 0;
}

static bool
show(struct session *session, const char *packet, size_t len)
{
    const char *text = arena_strndup(session->a, packet + 1, len - 1);

    if (packet[0] == TEXT)
        return desktop_show(session->a, text, len - 1);
    return packet[0] == REPORT && is_report(session, text) &&
           desktop_open(session->a, text);
}

static _Noreturn void
serve(struct session *session, int fd)
{
    static char packet[PACKET_MAX];
    ssize_t n;

    while ((n = recv(fd, packet, sizeof packet, 0)) > 0) {
        char answer = show(session, packet, (size_t)n) ? 1 : 0;

        if (send(fd, &answer, 1, MSG_NOSIGNAL) != 1)
            break;
    }
    _exit(STATUS_OK);
}

void
opener_start(struct session *session)
{
    int fds[2];
    pid_t pid;

    session->opener = NONE;
    if (!session->opts->open || session->opts->operands.n == 0 ||
        socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, fds) != 0)
        return;
    pid = fork();
    if (pid == 0) {
        close(fds[0]);
        serve(session, fds[1]);
    }
    close(fds[1]);
    if (pid < 0) {
        close(fds[0]);
        return;
    }
    session->opener = fds[0];
    session->opener_pid = pid;
}

void
opener_stop(struct session *session)
{
    if (session->opener == NONE)
        return;
    close(session->opener);
    while (waitpid(session->opener_pid, NULL, 0) < 0 && errno == EINTR)
        ;
}

static bool
ask(const struct session *session, char kind, const char *text, size_t len)
{
    static char packet[PACKET_MAX];
    char answer = 0;

    if (session->opener == NONE)
        return false;
    if (len > sizeof packet - 1)
        len = sizeof packet - 1;
    packet[0] = kind;
    memcpy(packet + 1, text, len);
    return send(session->opener, packet, len + 1, MSG_NOSIGNAL) ==
               (ssize_t)len + 1 &&
           recv(session->opener, &answer, 1, 0) == 1 && answer == 1;
}

bool
opener_report(const struct session *session, const char *path)
{
    return ask(session, REPORT, path, strlen(path));
}

bool
opener_text(const struct session *session, const char *text, size_t len)
{
    return ask(session, TEXT, text, len);
}
