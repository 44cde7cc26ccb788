/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "base/reason.h"

#include "base/diag.h"

#include <errno.h>
#include <string.h>

const char *
file_reason(int error)
{
    static const struct {
        int error;
        const char *reason;
    } reasons[] = {
        {ENOENT, DIAG_WORDS("there is no such file or folder")},
        {EACCES, DIAG_WORDS("you have no right to")},
        {EPERM, DIAG_WORDS("you have no right to")},
        {ENOTDIR, DIAG_WORDS("a part of the path is no folder")},
        {EISDIR, DIAG_WORDS("it is a folder")},
        {ELOOP, DIAG_WORDS("its links lead in a circle")},
        {ENAMETOOLONG, DIAG_WORDS("its name is too long")},
        {EROFS, DIAG_WORDS("nothing can be written there")},
        {ENOSPC, DIAG_WORDS("the disk is full")},
        {EDQUOT, DIAG_WORDS("your part of the disk is full")},
        {EFBIG, DIAG_WORDS("it would be too large")},
        {EIO, DIAG_WORDS("the disk does not answer well")},
        {EMFILE, DIAG_WORDS("too many files are open")},
        {ENFILE, DIAG_WORDS("too many files are open")},
        {ENOMEM, DIAG_WORDS("there is not enough memory")},
        {EBADF, DIAG_WORDS("it is closed")},
    };

    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].error == error)
            return reasons[i].reason;
    return strerror(error);
}

bool
file_error_of_system(int error)
{
    static const int of_file[] = {ENOENT, EACCES, EPERM, ENOTDIR, EISDIR, ELOOP,
        ENAMETOOLONG, EINVAL, ENXIO, EROFS, EEXIST, ETXTBSY};

    if (error == 0)
        return false;
    for (size_t i = 0; i < sizeof of_file / sizeof *of_file; i++)
        if (error == of_file[i])
            return false;
    return true;
}

bool
file_interrupted(void)
{
    enum { MOST = 100000 }; /* of the whole run, which sets no timers */
    static int times;

    return errno == EINTR && times++ < MOST;
}
