/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "cli/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

/* A line is drawn so often at most, in ms; what takes less than the first has
   none.  The time that is left is told by what was done so far. */
enum {
    DRAW_AFTER = 300,
    DRAW_EACH = 100,
    SECOND = 1000,
    MINUTE = 60,
    HOUR = 3600,
    LINE_MAX_SIZE = 512,
    COLUMNS = 80
};

static long long
clock_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * (long long)SECOND + t.tv_nsec / 1000000;
}

struct progress
progress_open(const struct console *c, const struct options *o, int total)
{
    const char *term = getenv("TERM");
    long long now = clock_ms();

    return (struct progress){
        .shown = total > 1 && !o->verbose && !c->quiet && !c->json &&
                 c->held == NULL && isatty(STDERR_FILENO) && term != NULL &&
                 term[0] != '\0' && strcmp(term, "dumb") != 0,
        .total = total,
        .began = now,
        .last = now + DRAW_AFTER - DRAW_EACH};
}

void
progress_clear(struct progress *p)
{
    if (p->drawn)
        fputs("\r\033[K", stderr);
    p->drawn = false;
}

static void
print_left(char *out, size_t size, long seconds)
{
    if (seconds < HOUR)
        snprintf(out, size, "%ld:%02ld", seconds / MINUTE, seconds % MINUTE);
    else
        snprintf(out, size, "%ld:%02ld:%02ld", seconds / HOUR,
            seconds % HOUR / MINUTE, seconds % MINUTE);
}

/* A line that is wider than the terminal could not be taken away. */
static void
put_fitting(const char *line)
{
    struct winsize is;
    int columns = ioctl(STDERR_FILENO, TIOCGWINSZ, &is) == 0 && is.ws_col > 0
                      ? is.ws_col
                      : COLUMNS;
    int n = 0;

    for (const char *s = line; *s != '\0'; s++) {
        n += ((unsigned char)*s & 0xc0) != 0x80;
        if (n >= columns)
            break;
        putc(*s, stderr);
    }
    fflush(stderr);
}

static void
draw(struct progress *p, long long now)
{
    long long took = now - p->began;
    double rate = took > 0 ? p->done * (double)SECOND / (double)took : 0;
    char left[32], line[LINE_MAX_SIZE];

    print_left(left, sizeof left,
        rate > 0 ? (long)((p->total - p->done) / rate + 0.5) : 0);
    snprintf(line, sizeof line,
        _("%d of %d; not made: %d; %.0f a second; %s left"), p->done, p->total,
        p->refused, rate, left);
    fputs("\r\033[K", stderr);
    put_fitting(line);
    p->drawn = true;
    p->last = now;
}

void
progress_step(struct progress *p, bool refused)
{
    long long now;

    p->done++;
    p->refused += refused;
    if (!p->shown)
        return;
    now = clock_ms();
    if (p->done < p->total && now - p->last >= DRAW_EACH)
        draw(p, now);
}
