/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Reading what is a file and nothing else; writing whole or not at all. */
#define _DEFAULT_SOURCE /* S_IFMT, mkdtemp */

#include "base/file.h"

#include "base/file_write.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

static char folder[] = "/tmp/test_file_XXXXXX";

static int
set_up(void **state)
{
    (void)state;
    return mkdtemp(folder) == NULL || chdir(folder) != 0;
}

/* Names in the folder, "." and ".." aside; removes them if asked. */
static int
count_names(bool remove_them)
{
    DIR *dir = opendir(folder);
    struct dirent *e;
    int n = 0;

    assert_non_null(dir);
    while ((e = readdir(dir)) != NULL) {
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        n++;
        if (remove_them && remove(e->d_name) != 0)
            perror(e->d_name);
    }
    closedir(dir);
    return n;
}

static int
tear_down(void **state)
{
    (void)state;
    count_names(true);
    return chdir("/") != 0 || rmdir(folder) != 0;
}

/* The code and text with which reading is refused. */
static void
check_refused(const char *path, size_t max, const char *code, const char *text)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new(a, NULL);
    struct source src;

    assert_false(file_read(a, d, path, max, &src));
    assert_string_equal(diag_first(d)->code, code);
    assert_non_null(strstr(diag_first(d)->text, text));
    assert_int_equal(diag_first(d)->at.line, 0);
    assert_string_equal(diag_first(d)->at.src->name, path);
    arena_free(a);
}

static void
check_content(const char *path, const char *want)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new(a, NULL);
    struct source src;

    assert_true(file_read(a, d, path, 1000, &src));
    assert_int_equal(src.len, strlen(want));
    assert_string_equal(src.text, want);
    arena_free(a);
}

static void
test_kinds(void **state)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "socket"};
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);

    (void)state;
    assert_int_equal(mkfifo("pipe", 0600), 0);
    assert_int_equal(
        bind(fd, (const struct sockaddr *)&address, sizeof address), 0);
    check_refused("absent", 10, "F101", "there is no such file");
    check_refused(".", 10, "F102", "a folder");
    check_refused("pipe", 10, "F102", "a named pipe");
    check_refused("socket", 10, "F102", "a socket");
    check_refused("/dev/zero", 10, "F102", "a device");
    assert_false(file_exists("pipe"));
    assert_false(file_exists("absent"));
    close(fd);
}

static void
test_limit(void **state)
{
    (void)state;
    assert_int_equal(file_write("ten", "0123456789", 10), FILE_WRITTEN);
    assert_true(file_exists("ten"));
    check_content("ten", "0123456789");
    check_refused("ten", 9, "F103", "larger than");
    check_refused("/proc/self/status", 100000, "F104", "changed");
}

static void
test_replace(void **state)
{
    struct stat st;
    mode_t mask = umask(0777);

    (void)state;
    assert_int_equal(file_write("new", "one", 3), FILE_WRITTEN);
    umask(0);
    assert_int_equal(file_write("new", "two and more", 12), FILE_WRITTEN);
    umask(mask);
    check_content("new", "two and more");
    assert_int_equal(stat("new", &st), 0);
    assert_int_equal(st.st_mode & 07777, 0600);
}

static void
test_link(void **state)
{
    (void)state;
    assert_int_equal(file_write("target", "kept", 4), FILE_WRITTEN);
    assert_int_equal(symlink("target", "link"), 0);
    assert_int_equal(file_write("link", "other", 5), FILE_WRITTEN);
    check_content("target", "kept");
    check_content("link", "other");
}

static void
test_refused(void **state)
{
    int names = count_names(false);
    char far[5000] = {0};

    (void)state;
    snprintf(far, sizeof far, "%4990s/x", "");
    assert_int_equal(file_write(far, "x", 1), FILE_LEFT);
    assert_int_equal(errno, ENAMETOOLONG);
    assert_int_equal(file_write("absent/name", "x", 1), FILE_LEFT);
    assert_int_equal(errno, ENOENT);
    assert_int_equal(file_write("folder/", "x", 1), FILE_LEFT);
    assert_int_equal(errno, EISDIR);
    assert_int_equal(mkdir("taken", 0700), 0);
    assert_int_equal(file_write("taken", "x", 1), FILE_LEFT);
    assert_int_equal(count_names(false), names + 1);
}

/* No room: an old file stays as it was and nothing is left behind. */
static void
test_full(void **state)
{
    struct rlimit old, small;
    char data[5000] = "";
    int names;

    (void)state;
    assert_int_equal(file_write("old", "old", 3), FILE_WRITTEN);
    names = count_names(false);
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &old);
    small = old;
    small.rlim_cur = 1000;
    setrlimit(RLIMIT_FSIZE, &small);
    assert_int_equal(file_write("old", data, sizeof data), FILE_LEFT);
    assert_int_equal(errno, EFBIG);
    assert_int_equal(file_write("fresh", data, sizeof data), FILE_LEFT);
    setrlimit(RLIMIT_FSIZE, &old);
    check_content("old", "old");
    assert_int_equal(count_names(false), names);
}

/* Several files ------------------------------------------------------- */

static const struct file_part triple[] = {
    {.path = "one", .data = "new one", .len = 7},
    {.path = "two", .data = "new two", .len = 7},
    {.path = "pdf", .data = "new", .len = 3}};

static void
write_text(const char *path, const char *text, size_t len)
{
    FILE *f = fopen(path, "w");

    assert_non_null(f);
    assert_int_equal(fwrite(text, 1, len, f), len);
    assert_int_equal(fclose(f), 0);
}

static void
test_set(void **state)
{
    const char *failed;
    int names = count_names(false);

    (void)state;
    write_text("two", "old two", 7);
    assert_int_equal(file_write_all(triple, 3, &failed), FILE_WRITTEN);
    check_content("one", "new one");
    check_content("two", "new two");
    check_content("pdf", "new");
    assert_int_equal(count_names(false), names + 3);
}

/* A name that cannot be given: what was replaced before is put back. */
static void
test_set_back(void **state)
{
    const char *failed;
    int names;

    (void)state;
    assert_int_equal(remove("pdf") | remove("one"), 0);
    assert_int_equal(mkdir("pdf", 0700), 0);
    write_text("two", "old two", 7);
    names = count_names(false);
    assert_int_equal(file_write_all(triple, 3, &failed), FILE_LEFT);
    assert_int_equal(errno, EISDIR);
    assert_string_equal(failed, "pdf");
    assert_false(file_exists("one"));
    check_content("two", "old two");
    assert_int_equal(count_names(false), names);
    assert_int_equal(rmdir("pdf"), 0);
}

/* Several sets ---------------------------------------------------------- */

/* Sets that wait for the disk together: each ends by itself. */
static void
test_together(void **state)
{
    static const char *const texts[] = {"first", "second", "third"};
    struct arena *a = arena_new();
    struct file_set *v[5];
    const char *failed;
    int names;

    (void)state;
    assert_int_equal(mkdir("below", 0700), 0);
    for (int i = 0; i < 3; i++)
        write_text(triple[i].path, "old", 3);
    write_text("s1", "old", 3);
    names = count_names(false);
    for (int i = 0; i < 3; i++) {
        char data[16], path[3] = {'s', (char)('0' + i), '\0'};
        const struct file_part part = {.path = arena_strndup(a, path, 2),
            .data = data,
            .len = strlen(texts[i]),
            .fresh = i != 1};

        memcpy(data, texts[i], part.len);
        v[i] = file_set_make(a, &part, 1, &failed);
        assert_non_null(v[i]);
        memset(data, 0, sizeof data); /* is not needed any more */
    }
    v[3] = file_set_make(a, triple, 3, &failed);
    v[4] = file_set_make(a,
        &(struct file_part){.path = "below/b", .data = "b", .len = 1}, 1,
        &failed);
    assert_false(file_exists("s0"));
    write_text("s0", "first", 5); /* came meanwhile, and is alike */
    write_text("s2", "another's", 9);
    file_sweep("."); /* that of another run takes nothing of ours */
    file_sets_place(v, 5);
    for (int i = 0; i < 5; i++)
        assert_int_equal(
            file_set_end(v[i], &failed), i == 2 ? FILE_LEFT : FILE_WRITTEN);
    assert_int_equal(file_set_end(v[2], &failed), FILE_LEFT);
    assert_int_equal(errno, EEXIST);
    assert_string_equal(failed, "s2");
    check_content("s0", "first");
    check_content("s1", "second");
    check_content("s2", "another's");
    check_content("two", "new two");
    check_content("below/b", "b");
    /* s0 and s2 are new, and nothing else is left. */
    assert_int_equal(count_names(false), names + 2);
    assert_int_equal(remove("below/b"), 0);
    assert_null(file_set_make(a,
        &(struct file_part){.path = "absent/x", .data = "x", .len = 1}, 1,
        &failed));
    arena_free(a);
}

#define LEFT ".relatieprofiel-0123456789abcdef"

/* A run that ended between two names. */
static void
test_finished(void **state)
{
    static const char journal[] =
        LEFT "-0.tmp\0one\0" LEFT "-1.tmp\0two\0" LEFT "-2.tmp\0pdf";
    int names;

    (void)state;
    write_text("one", "new one", 7); /* has its name already */
    write_text("two", "old two", 7);
    names = count_names(false);
    write_text(LEFT "-1.tmp", "new two", 7);
    write_text(LEFT "-2.tmp", "new", 3);
    write_text(LEFT "-11.tmp", "old two", 7);
    write_text(LEFT ".set", journal, sizeof journal);
    file_sweep(".");
    check_content("one", "new one");
    check_content("two", "new two");
    check_content("pdf", "new");
    assert_int_equal(count_names(false), names + 1);
}

/* While another sweep holds the journal, what it speaks of stays. */
static void
test_journal_held(void **state)
{
    static const char journal[] = LEFT "-0.tmp\0held";
    char other[64];
    int held;

    (void)state;
    write_text(LEFT "-0.tmp", "new", 3);
    write_text(LEFT ".set", journal, sizeof journal);
    /* Looking for the journals of others, most of them before, finds none. */
    for (int i = 0; i < 40; i++) {
        snprintf(other, sizeof other, ".relatieprofiel-%d-0.tmp", 1000 + i);
        write_text(other, "x", 1);
    }
    held = open(LEFT ".set", O_RDONLY);
    assert_int_equal(flock(held, LOCK_EX), 0);
    file_sweep(".");
    assert_true(file_exists(LEFT "-0.tmp"));
    assert_true(file_exists(LEFT ".set"));
    close(held);
    file_sweep(".");
    check_content("held", "new");
    assert_false(file_exists(LEFT ".set"));
    assert_int_equal(remove("held"), 0);
}

/* A journal that somebody else might lay down: nothing of another folder, and
   no other file, gets another name. */
static void
test_journal_hostile(void **state)
{
    static const char journal[] =
        "two\0one\0" LEFT "-0.tmp\0../out\0" LEFT "-0.tmp\0" /* cut off */;

    (void)state;
    write_text("two", "kept", 4);
    write_text(LEFT "-0.tmp", "left", 4);
    write_text(LEFT ".set", journal, sizeof journal);
    file_sweep(".");
    check_content("two", "kept");
    assert_false(file_exists("../out"));
    assert_false(file_exists(LEFT "-0.tmp"));
    assert_false(file_exists(LEFT ".set"));
}

/* Only what has a name of ours and is held by nobody. */
static void
test_sweep(void **state)
{
    static const char *const others[] = {".relatieprofiel-.tmp",
        ".relatieprofiel-notes.tmp", ".relatieprofiel-0123.txt",
        "relatieprofiel-0123-4.tmp"};
    size_t n = sizeof others / sizeof *others;
    int held;

    (void)state;
    for (size_t i = 0; i < n; i++)
        write_text(others[i], "x", 1);
    write_text(".relatieprofiel-4711-0.tmp", "of an earlier version", 21);
    write_text(LEFT "-0.tmp", "left", 4);
    write_text(LEFT "-1.tmp", "held", 4);
    held = open(LEFT "-1.tmp", O_RDONLY);
    assert_int_equal(flock(held, LOCK_EX), 0);
    file_sweep(".");
    for (size_t i = 0; i < n; i++)
        assert_true(file_exists(others[i]));
    assert_false(file_exists(".relatieprofiel-4711-0.tmp"));
    assert_false(file_exists(LEFT "-0.tmp"));
    assert_true(file_exists(LEFT "-1.tmp"));
    close(held);
    file_sweep(".");
    assert_false(file_exists(LEFT "-1.tmp"));
    file_sweep("absent");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_limit),
        cmocka_unit_test(test_replace),
        cmocka_unit_test(test_link),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_full),
        cmocka_unit_test(test_set),
        cmocka_unit_test(test_set_back),
        cmocka_unit_test(test_finished),
        cmocka_unit_test(test_journal_hostile),
        cmocka_unit_test(test_together),
        cmocka_unit_test(test_journal_held),
        cmocka_unit_test(test_sweep),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
