/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "pdf/filled_open.h"

#include <stdlib.h>

enum filled_state
filled_fault(qpdf_data q)
{
    enum qpdf_error_code_e code = qpdf.get_error_code(q, qpdf.get_error(q));

    if (code == qpdf_e_password)
        return FILLED_LOCKED;
    return code == qpdf_e_system ? FILLED_FAILED : FILLED_BROKEN;
}

void
filled_say_failed(struct diag *d, struct pos at)
{
    diag_failure(d, at, "F214",
        "this file cannot be opened: the system gives libqpdf no memory or no "
        "random numbers");
}

qpdf_data
filled_open_with(const char *data, size_t len, const char *password,
    enum filled_state *state)
{
    qpdf_data q = NULL;
    QPDF_ERROR_CODE code;

    *state = FILLED_BROKEN;
    if (filled_missing() != NULL)
        return NULL;
    q = qpdf.init();
    qpdf.silence_errors(q);
    qpdf.set_suppress_warnings(q, QPDF_TRUE);
    code = qpdf.read_memory(q, "report", data, len, password);
    *state = FILLED_OPEN;
    if ((code & QPDF_ERRORS) != 0)
        *state = filled_fault(q);
    else if (password == NULL && qpdf.is_encrypted(q))
        *state = FILLED_LOCKED;
    return q;
}

qpdf_data
filled_open(const char *data, size_t len, enum filled_state *state)
{
    return filled_open_with(data, len, NULL, state);
}

void
filled_close(qpdf_data *q)
{
    if (*q != NULL)
        qpdf.cleanup(q);
}

bool
filled_stream(qpdf_data q, qpdf_oh stream, unsigned char **bytes, size_t *len)
{
    QPDF_BOOL whole = QPDF_FALSE;

    *bytes = NULL;
    *len = 0;
    if ((qpdf.oh_get_stream_data(q, stream, qpdf_dl_all, &whole, bytes, len) &
            QPDF_ERRORS) == 0 &&
        whole)
        return true;
    free(*bytes);
    *bytes = NULL;
    return false;
}
