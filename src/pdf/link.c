/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "pdf/link.h"

#include <assert.h>

enum { FLAG_PRINT = 4 }; /* ISO 32000-1 table 165; PDF/A asks for it */

HPDF_Array
link_destination(
    struct hpdf *h, const struct pages *pages, HPDF_Page page, mpt y)
{
    HPDF_Array to = hpdf_array(h);

    hpdf_push(to, page);
    hpdf_push_name(to, "XYZ");
    hpdf_push(to, HPDF_Null_New(h->doc->mmgr));
    hpdf_push_int(to, (pages->h - y + 999) / 1000);
    hpdf_push(to, HPDF_Null_New(h->doc->mmgr));
    return to;
}

static const struct landing *
link_landing(const struct pages *pages, const struct block *link)
{
    for (int i = 0; i < pages->nlandings; i++)
        if (pages->landings[i].block == link->leads_to)
            return &pages->landings[i];
    return NULL;
}

/* Whole points around the marks. */
static HPDF_Array
rectangle(struct hpdf *h, mpt page_h, const struct link_box *box)
{
    HPDF_Array v = hpdf_array(h);

    hpdf_push_int(v, box->left / 1000);
    hpdf_push_int(v, (page_h - box->bottom) / 1000);
    hpdf_push_int(v, (box->right + 999) / 1000);
    hpdf_push_int(v, (page_h - box->top + 999) / 1000);
    return v;
}

HPDF_Dict
link_annotation(struct arena *a, struct hpdf *h, const struct pages *pages,
    const HPDF_Page *objects, const struct block *link,
    const struct link_box *box, int key)
{
    const struct landing *to = link_landing(pages, link);
    HPDF_Dict dict = hpdf_object(h);
    HPDF_Array border = hpdf_array(h);

    assert(to != NULL && link->alt != NULL);
    for (int i = 0; i < 3; i++)
        hpdf_push_int(border, 0);
    hpdf_add_name(dict, "Type", "Annot");
    hpdf_add_name(dict, "Subtype", "Link");
    hpdf_add(dict, "Rect", rectangle(h, pages->h, box));
    hpdf_add(dict, "Border", border);
    hpdf_add_int(dict, "F", FLAG_PRINT);
    hpdf_add_text(a, h, dict, "Contents", link->alt);
    hpdf_add(
        dict, "Dest", link_destination(h, pages, objects[to->page], to->y));
    hpdf_add_int(dict, "StructParent", key);
    return dict;
}
