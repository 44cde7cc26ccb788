/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Reports, each with what lies beside it, are brought to the disk: at once, or
   in a worker of a batch together with those before and after it, so that the
   disk is waited for once. */
#ifndef CLI_DELIVER_H
#define CLI_DELIVER_H

#include "base/file_write.h"
#include "cli/session.h"

/* One that waits for the others. */
struct delivery {
    struct file_set *set;
    const char *path;
    struct buf after; /* what is said where it went well */
    int task, line;   /* of which task, and which report of it */
    size_t at;        /* what that task had said before */
};

struct deliveries {
    struct arena *a;
    struct delivery *v;
    int n, cap;
    int placed;           /* so many of them have come to their end */
    int files, files_max; /* open */
    int task, line;       /* of what comes next */
};

/* For a worker: they keep a part of the files open that the system allows
   it. */
struct deliveries *deliveries_new(struct arena *a);

/* Brings files of one folder to the disk as one: all of them or none.  `path`
   is what they are called together; `after` is said where that went well.  The
   reason why not is said.  Where the session gathers deliveries they are only
   made: how it ends is for delivery_tell to say. */
enum status deliver(const struct session *session, const char *path,
    struct file_part *parts, int n, const struct buf *after);

/* Brings a set that is complete to its end, at once. */
enum status deliver_set(
    const struct session *session, const char *path, struct file_set *set);

/* Another file is not replaced, and that is said. */
enum status deliver_refuse(const struct session *session, const char *path);

/* How writing ended, said: `failed` is the file that an error was about. */
enum status deliver_ended(const struct session *session, enum file_end end,
    const char *path, const char *failed);

/* Brings all that is made to the disk. */
void deliveries_place(struct deliveries *all);

/* How one of them ended, said as deliver says it. */
enum status delivery_tell(
    const struct session *session, const struct delivery *one);

/* All is told. */
void deliveries_reset(struct deliveries *all);

#endif
