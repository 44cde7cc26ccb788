/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "pdf/filled_calls.h"

#include "base/library.h"

/* The build asks the linker for the version that the header is of. */
#ifndef LIBRARY_QPDF
#define LIBRARY_QPDF "libqpdf.so"
#endif

struct qpdf_calls qpdf;

#define CALL(name)                                                             \
    {LIBRARY_QPDF, "qpdf_" #name, offsetof(struct qpdf_calls, name)},
static const struct library_call calls[] = {QPDF_CALLS(CALL)};
#undef CALL

const char *
filled_missing(void)
{
    return library_open(calls, sizeof calls / sizeof *calls, &qpdf)
               ? NULL
               : LIBRARY_QPDF;
}
