/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "base/library.h"

#include <dlfcn.h>
#include <string.h>

/* What a library was opened for once costs a look into a list from then on. */
bool
library_open(const struct library_call *calls, size_t n, void *table)
{
    for (size_t i = 0; i < n; i++) {
        void *file = dlopen(calls[i].file, RTLD_NOW | RTLD_LOCAL);
        void *call = file == NULL ? NULL : dlsym(file, calls[i].name);

        if (call == NULL)
            return false;
        memcpy((char *)table + calls[i].at, &call, sizeof call);
    }
    return true;
}
