/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the files font*.c share: the open font files, the
   cache of shaped words and which glyphs a report used.  Nobody else includes
   this. */
#ifndef PDF_FONT_SET_H
#define PDF_FONT_SET_H

#include "base/hash.h"
#include "pdf/font.h"
#include "pdf/font_known.h"

/* A (glyph, text) pair that the report shows. */
struct font_cid {
    bool used;
    uint8_t len; /* bytes of text; 0: a further glyph of a cluster */
    uint16_t gid;
    int width;
    const char *text;
};

/* A subset made before, to be had again for the same glyphs. */
struct font_kept {
    struct hb_set_t *glyphs; /* NULL: none is kept here */
    struct hb_map_t *map;    /* glyph to glyph of the subset */
    struct hb_blob_t *program;
};

enum { FONT_KEPT = 4, FONT_SLOTS = 1024 };

struct font_file {
    const struct source *src;
    char name[100]; /* PostScript name, as a PDF can write it */
    struct hb_blob_t *blob;
    struct hb_face_t *face, *lean; /* lean: only what a PDF needs */
    struct hb_font_t *font;
    int upem;
    bool cff;
    char hash[HASH_DIGITS + 1];     /* of its length and its beginning */
    const struct font_known *known; /* NULL: all is left to HarfBuzz */
    /* Of the current report. */
    struct font_cid *cids;
    int ncids, cap;
    int slots[FONT_SLOTS]; /* hash to first CID, chained by `chain` */
    int *chain;
    /* Over reports, the oldest replaced first. */
    struct font_kept kept[FONT_KEPT];
    int next_kept;
};

struct font_word;

struct font_set {
    struct font_file files[FONT_MAX];
    int nfiles;
    int family[FACE_COUNT], fallback[FACE_COUNT]; /* indices in files */
    struct arena *words; /* shaped words and their table */
    struct font_word **table;
    const struct shaped *space[FACE_COUNT]; /* asked for most; NULL: not yet */
    size_t nwords, nglyphs;
    bool failed;           /* a word is not as it should be */
    struct arena *scratch; /* of one call */
    struct arena *lines;   /* of one paragraph (metrics.work) */
    struct arena *use;     /* CIDs of the current report */
    struct hb_buffer_t *buffer;
    char hash[HASH_DIGITS + 1];
};

/* `v` in font units to 1/1000 em, rounded half away from zero. */
int font_milli(const struct font_file *file, int v);

/* The advance of a glyph by itself, 1/1000 em. */
int font_advance(const struct font_file *file, unsigned gid);

/* What font_shape.c keeps: shaped words and HarfBuzz's buffer. */
void font_shape_open(struct font_set *f);
void font_shape_close(struct font_set *f);

/* Frees what font_subset.c keeps of a file. */
void font_subset_close(struct font_file *file);

#endif
