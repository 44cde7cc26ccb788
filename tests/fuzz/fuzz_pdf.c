/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Any bytes as an interview that becomes a PDF in memory: what is looked over
   without a fault is made, the ledger of its pages balances (else E507), and
   libqpdf finds nothing wrong with the file. */
#include "fuzz.h"

#include "engine/engine.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>

static void
check_pdf(const struct buf *pdf)
{
    qpdf_data q = qpdf_init();

    qpdf_silence_errors(q);
    qpdf_set_suppress_warnings(q, QPDF_TRUE);
    if (qpdf_read_memory(q, "pdf", pdf->p, pdf->len, NULL) != QPDF_SUCCESS ||
        qpdf_check_pdf(q) != QPDF_SUCCESS)
        abort();
    qpdf_cleanup(&q);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct engine *e = fuzz_engine();
    struct fuzz *f = fuzz_begin(data, size);
    struct buf out = buf_new(f->a);
    struct engine_case *c;

    if (engine_read(f->a, f->d, e, &f->src, &c) == STATUS_OK) {
        struct diag *looked = diag_new(f->a, NULL);

        engine_check(f->a, looked, e, c);
        if (engine_make(f->a, f->d, e, c, engine_form(e, size % 2 == 1),
                STAGE_PDF, &out) == STATUS_OK)
            check_pdf(&out);
        else if (diag_errors(looked, NULL) == 0)
            abort();
    }
    engine_trim(e);
    fuzz_end(f);
    return 0;
}
