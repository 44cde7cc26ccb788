/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* syscall, O_PATH, CLONE_THREAD */

#include "cli/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The C library has no functions for Landlock, and the headers of a system may
   be older than its kernel: so its numbers stand here, as the kernel's
   documentation of userspace-api/landlock has them. */

enum {
    LANDLOCK_CREATE = 444, /* the same on every architecture */
    LANDLOCK_ADD = 445,
    LANDLOCK_RESTRICT = 446,
    LANDLOCK_VERSION = 1, /* a flag of LANDLOCK_CREATE */
    LANDLOCK_BENEATH = 1, /* a kind of rule */
};

#define RIGHT(bit) (UINT64_C(1) << (bit))

static const uint64_t write_file = RIGHT(1), read_file = RIGHT(2),
                      read_dir = RIGHT(3), remove_file = RIGHT(5),
                      make_regular = RIGHT(8), remove_dir = RIGHT(4),
                      make_dir = RIGHT(7), refer = RIGHT(13),
                      truncate_file = RIGHT(14);

/* The number of rights in each version, from 1; a later one has those of the
   last here too. */
static const int rights_of[] = {0, 13, 14, 15, 15, 16};

static int
landlock_version(void)
{
    return (int)syscall(LANDLOCK_CREATE, NULL, 0, LANDLOCK_VERSION);
}

static uint64_t
rights_all(int version)
{
    int last = (int)(sizeof rights_of / sizeof *rights_of) - 1;

    return RIGHT(rights_of[version < last ? version : last]) - 1;
}

/* False where the rule cannot be made; what is not there needs none, and
   neither does a pipe. */
static bool
allow(int rules, const char *path, uint64_t rights)
{
    struct __attribute__((packed)) {
        uint64_t rights;
        int32_t fd;
    } rule = {rights, open(path, O_PATH | O_CLOEXEC)};
    bool ok;

    if (rule.fd < 0)
        return errno == ENOENT || errno == ENOTDIR || errno == EACCES;
    ok = syscall(LANDLOCK_ADD, rules, LANDLOCK_BENEATH, &rule, 0) == 0;
    /* A right of folders is none of a file. */
    if (!ok && errno == EINVAL) {
        rule.rights &= read_file | write_file | truncate_file;
        ok = syscall(LANDLOCK_ADD, rules, LANDLOCK_BENEATH, &rule, 0) == 0;
    }
    ok = ok || errno == EBADFD;
    close(rule.fd);
    return ok;
}

static void
files_limit(const struct sandbox *s)
{
    int version = landlock_version();
    uint64_t all = version > 0 ? rights_all(version) : 0;
    uint64_t reading = read_file | read_dir;
    uint64_t writing = (reading | write_file | remove_file | make_regular |
                           remove_dir | make_dir | refer | truncate_file) &
                       all;
    bool ok = true;
    int rules;

    if (version <= 0)
        return;
    rules = (int)syscall(LANDLOCK_CREATE, &all, sizeof all, 0);
    if (rules < 0)
        return;
    for (int i = 0; ok && i < s->nread; i++)
        ok = allow(rules, s->read[i], reading);
    for (int i = 0; ok && i < s->nlook; i++)
        ok = allow(rules, s->look[i], read_dir);
    for (int i = 0; ok && i < s->nwrite; i++)
        ok = allow(rules, s->write[i], writing);
    /* With a rule too few a file that is needed would seem forbidden. */
    if (ok)
        syscall(LANDLOCK_RESTRICT, rules, 0);
    close(rules);
}

/* Calls ------------------------------------------------------------------- */

#if defined(__x86_64__)
#define THIS_MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define THIS_MACHINE AUDIT_ARCH_AARCH64
#endif

bool
sandbox_has_files(void)
{
    return landlock_version() > 0;
}

bool
sandbox_has_calls(void)
{
#ifdef THIS_MACHINE
    return prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0;
#else
    return false;
#endif
}

#ifdef THIS_MACHINE

/* Programs, connections, other processes, and ways around; behind those what
   makes processes, which the first process of a batch needs. */
static const int denied[] = {
    SYS_execve,
    SYS_execveat,
    SYS_socket,
    SYS_connect,
    SYS_bind,
    SYS_listen,
    SYS_accept,
    SYS_accept4,
    SYS_ptrace,
    SYS_process_vm_readv,
    SYS_process_vm_writev,
    SYS_pidfd_open,
    SYS_pidfd_getfd,
    SYS_io_uring_setup,
    SYS_io_uring_enter,
    SYS_io_uring_register,
    SYS_bpf,
    SYS_perf_event_open,
    SYS_userfaultfd,
    SYS_open_by_handle_at,
    SYS_add_key,
    SYS_request_key,
    SYS_keyctl,
    SYS_mount,
    SYS_umount2,
    SYS_chroot,
    SYS_pivot_root,
    SYS_setns,
    SYS_unshare,
    SYS_socketpair,
#ifdef SYS_fork
    SYS_fork,
    SYS_vfork,
#endif
};

#ifdef SYS_fork
enum { MAKING = 3 }; /* the last of them */
#else
enum { MAKING = 1 };
#endif

enum { DENIED = sizeof denied / sizeof *denied, FILTER_MAX = DENIED + 16 };

static const uint32_t no = SECCOMP_RET_ERRNO | EPERM;

#define LOAD(at) (struct sock_filter) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, at)
#define UNLESS(test, value, skip)                                              \
    (struct sock_filter) BPF_JUMP(BPF_JMP | (test) | BPF_K, value, 0, skip)
#define ANSWER(what) (struct sock_filter) BPF_STMT(BPF_RET | BPF_K, what)

/* The word of an argument that holds flags; both machines are little-endian. */
#define ARGUMENT(i) (offsetof(struct seccomp_data, args) + (i)*8)

/* A thread is no process: librsvg draws in several.  clone3 keeps its flags in
   memory, where no filter looks: the C library knows clone too. */
static unsigned short
threads_only(struct sock_filter *v, unsigned short n)
{
    v[n++] = UNLESS(BPF_JEQ, SYS_clone3, 1);
    v[n++] = ANSWER(SECCOMP_RET_ERRNO | ENOSYS);
    v[n++] = UNLESS(BPF_JEQ, SYS_clone, 4);
    v[n++] = LOAD(ARGUMENT(0));
    v[n++] = UNLESS(BPF_JSET, CLONE_THREAD, 1);
    v[n++] = ANSWER(SECCOMP_RET_ALLOW);
    v[n++] = ANSWER(no);
    return n;
}

/* Numbers of another machine (32-bit calls, x32) mean other calls: all of them
   are denied. */
static void
calls_limit(bool forks)
{
    struct sock_filter v[FILTER_MAX];
    struct sock_fprog program = {.filter = v};
    int ndenied = forks ? DENIED - MAKING : DENIED;
    unsigned short n = 0;

    v[n++] = LOAD(offsetof(struct seccomp_data, arch));
    v[n++] = (struct sock_filter)BPF_JUMP(
        BPF_JMP | BPF_JEQ | BPF_K, THIS_MACHINE, 1, 0);
    v[n++] = ANSWER(no);
    v[n++] = LOAD(offsetof(struct seccomp_data, nr));
    v[n++] = UNLESS(BPF_JGE, UINT32_C(0x40000000), 1);
    v[n++] = ANSWER(no);
    for (int i = 0; i < ndenied; i++)
        v[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K,
            (uint32_t)denied[i], (uint8_t)(ndenied - i), 0);
    v[n++] = (struct sock_filter)BPF_STMT(BPF_JMP | BPF_JA, 1);
    v[n++] = ANSWER(no);
    if (!forks)
        n = threads_only(v, n);
    v[n++] = ANSWER(SECCOMP_RET_ALLOW);
    program.len = n;
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

#else

static void
calls_limit(bool forks)
{
    (void)forks;
}

#endif

void
sandbox_enter(const struct sandbox *s)
{
    /* Both ask for it: a program that is run gains nothing by it. */
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return;
    files_limit(s);
    calls_limit(s->forks);
}
