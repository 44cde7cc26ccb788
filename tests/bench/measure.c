/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Runs a command several times and prints what it took: measure TIMES COMMAND
   [ARGUMENT...].  To standard output "WALL CPU PEAK": the least milliseconds by
   the clock, the least of processor time, and the most memory in MB. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double
clock_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Processor time of all children so far. */
static double
children_ms(void)
{
    struct rusage use;

    getrusage(RUSAGE_CHILDREN, &use);
    return (double)(use.ru_utime.tv_sec + use.ru_stime.tv_sec) * 1e3 +
           (double)(use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1e3;
}

/* The command's exit status; 3 where it cannot be run or ends by a signal. */
static int
run(char **argv)
{
    pid_t child = fork();
    int status;

    if (child == 0) {
        execvp(argv[0], argv);
        perror(argv[0]);
        _exit(3);
    }
    if (child < 0 || waitpid(child, &status, 0) < 0 || !WIFEXITED(status))
        return 3;
    return WEXITSTATUS(status);
}

int
main(int argc, char **argv)
{
    double wall = 0, cpu = 0;
    struct rusage use;
    long times;

    if (argc < 3 || (times = strtol(argv[1], NULL, 10)) < 1) {
        fputs("usage: measure TIMES COMMAND [ARGUMENT...]\n", stderr);
        return 2;
    }
    for (long i = 0; i < times; i++) {
        double wall_from = clock_ms(), cpu_from = children_ms(), took;
        int status = run(argv + 2);

        if (status != 0)
            return status;
        took = clock_ms() - wall_from;
        wall = i == 0 || took < wall ? took : wall;
        took = children_ms() - cpu_from;
        cpu = i == 0 || took < cpu ? took : cpu;
    }
    getrusage(RUSAGE_CHILDREN, &use);
    printf("%.2f %.2f %.1f\n", wall, cpu, (double)use.ru_maxrss / 1024);
    return 0;
}
