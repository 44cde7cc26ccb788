/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "tests/unit/sample.h"

#include "tests/unit/debian.h"

#include <string.h>

enum { SAMPLE_RIGHT = 533000, SAMPLE_FOOT = 780000 }; /* mpt */

static struct page *
sample_page_at(struct sample *s)
{
    return &s->pages.v[s->pages.n - 1];
}

static void
sample_mark(struct sample *s, struct mark m)
{
    page_mark(s->a, sample_page_at(s), m);
}

mpt
sample_line(struct sample *s, const struct block *b, enum face face, mpt size,
    mpt x, mpt y, const char *text, size_t len)
{
    const struct shaped *t = s->m.shape(s->m.ctx, face, text, len);
    mpt w = (mpt)((long)t->width * size / 1000);

    sample_mark(s, (struct mark){.kind = MARK_GLYPHS,
                       .x = x,
                       .y = y,
                       .w = w,
                       .fill = 0x14202B,
                       .stroke = -1,
                       .size = size,
                       .glyphs = t->glyphs,
                       .nglyphs = t->n,
                       .block = b});
    return w;
}

void
sample_page(struct sample *s)
{
    char foot[16] = "1";

    s->pages.n++;
    s->y = 60000;
    foot[0] = (char)('0' + s->pages.n % 10);
    sample_line(
        s, NULL, FACE_LIGHT, 8000, SAMPLE_LEFT, 30000, "Relatieprofiel", 14);
    sample_line(s, NULL, FACE_LIGHT, 8000, SAMPLE_LEFT, 815000, foot, 1);
}

/* Room for `h`, on a new page where it must be. */
static void
sample_need(struct sample *s, mpt h)
{
    if (s->y + h > SAMPLE_FOOT)
        sample_page(s);
}

struct block *
sample_text(struct sample *s, struct block *parent, enum role role,
    enum face face, mpt size, mpt x, const char *text)
{
    struct block *b = block_text(s->a, parent, role, STYLE_BODY, text);
    struct buf glyphs = buf_new(s->a);
    mpt width = 0;

    for (const char *p = text, *end; *p != '\0'; p = end) {
        const struct shaped *t;
        mpt w;
        struct mark m = {.kind = MARK_GLYPHS,
            .fill = 0x14202B,
            .stroke = -1,
            .size = size,
            .block = b};

        end = strchr(p, ' ');
        end = end != NULL ? end + 1 : p + strlen(p);
        t = s->m.shape(s->m.ctx, face, p, (size_t)(end - p));
        w = (mpt)((long)t->width * size / 1000);
        if (x + width + w <= SAMPLE_RIGHT) {
            buf_add(&glyphs, t->glyphs, (size_t)t->n * sizeof *t->glyphs);
            width += w;
            if (*end != '\0')
                continue;
            end = p + strlen(p);
        } else {
            end = p;
        }
        sample_need(s, size * 3 / 2);
        s->y += size * 3 / 2;
        m.x = x;
        m.y = s->y;
        m.w = width;
        m.glyphs = (const struct glyph *)(const void *)glyphs.p;
        m.nglyphs = (int)(glyphs.len / sizeof *t->glyphs);
        sample_mark(s, m);
        glyphs = buf_new(s->a);
        width = 0;
    }
    s->y += size / 2;
    return b;
}

static void
sample_list(struct sample *s, struct block *parent)
{
    static const char *const items[] = {"Een eerste zin over het contact.",
        "Een tweede, met een → pijl en ½ uur."};
    struct block *l = block_add(s->a, parent, BLOCK_GROUP);

    l->role = ROLE_L;
    for (size_t i = 0; i < 2; i++) {
        struct block *li = block_add(s->a, l, BLOCK_GROUP), *label;

        sample_need(s, 20000);
        li->role = ROLE_LI;
        label = block_text(s->a, li, ROLE_LBL, STYLE_BODY, i == 0 ? "1" : "2");
        sample_line(s, label, FACE_BOLD, 10000, SAMPLE_LEFT, s->y + 15000,
            i == 0 ? "1 " : "2 ", 2);
        sample_text(s, li, ROLE_LBODY, FACE_REGULAR, 10000, 80000, items[i]);
    }
}

static void
sample_table(struct sample *s, struct block *parent)
{
    struct block *table = block_add(s->a, parent, BLOCK_GROUP);

    table->role = ROLE_TABLE;
    sample_need(s, 80000);
    for (int row = 0; row < 3; row++) {
        struct block *tr = block_add(s->a, table, BLOCK_COLUMNS);

        tr->role = ROLE_TR;
        for (int column = 0; column < 3; column++) {
            enum role role = row == 0      ? ROLE_TH_COLUMN
                             : column == 0 ? ROLE_TH_ROW
                                           : ROLE_TD;
            struct block *cell = block_text(s->a, tr, role, STYLE_TABLE, "Cel");

            if (row != 2 || column != 2) /* one cell stays empty */
                sample_line(s, cell, role == ROLE_TD ? FACE_REGULAR : FACE_BOLD,
                    9000, SAMPLE_LEFT + column * 110000, s->y + 12000, "Cel ",
                    4);
        }
        sample_mark(s, (struct mark){.kind = MARK_LINE,
                           .x = SAMPLE_LEFT,
                           .y = s->y + 16000,
                           .w = 330000,
                           .fill = -1,
                           .stroke = 0xC9D2D9,
                           .weight = 500,
                           .artifact = true,
                           .block = table});
        s->y += 18000;
    }
}

/* Two pixels: blue and ochre. */
static const struct source sample_png = {
    .name = "sample.png", .text = "", .len = 0};
static const struct image sample_picture = {.w = 2,
    .h = 1,
    .pixels = (const unsigned char[]){11, 86, 136, 154, 91, 0},
    .file = &sample_png};

/* One shape of each kind, some filled, some stroked, some both. */
static void
sample_figure(struct sample *s, struct block *parent)
{
    static const struct mark shapes[] = {{.kind = MARK_RECT,
                                             .w = 120000,
                                             .h = 12000,
                                             .fill = 0xDCE8F0,
                                             .stroke = -1},
        {.kind = MARK_RECT,
            .x = 130000,
            .w = 80000,
            .h = 30000,
            .fill = -1,
            .stroke = 0x0B5688,
            .weight = 750,
            .radius = 6000},
        {.kind = MARK_DISC,
            .x = 240000,
            .y = 15000,
            .w = 10000,
            .fill = 0x0B5688,
            .stroke = 0xFFFFFF,
            .weight = 1500},
        {.kind = MARK_DIAMOND,
            .x = 280000,
            .y = 15000,
            .w = 10000,
            .fill = 0x9A5B00,
            .stroke = -1},
        {.kind = MARK_TRIANGLE,
            .x = 310000,
            .w = 20000,
            .h = 20000,
            .fill = 0x6E2A68,
            .stroke = -1},
        {.kind = MARK_LINE,
            .y = 30000,
            .w = 340000,
            .fill = -1,
            .stroke = 0x5B6770,
            .weight = 400,
            .dash = 2000},
        {.kind = MARK_IMAGE,
            .x = 350000,
            .w = 30000,
            .h = 20000,
            .fill = -1,
            .stroke = -1,
            .image = &sample_picture}};
    struct block *b = block_figure(
        s->a, parent, 40000, "Grafiek: één balk, een ruit en een schijf");

    b->role = ROLE_FIGURE;
    sample_need(s, 60000);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        struct mark m = shapes[i];

        m.x += SAMPLE_LEFT;
        m.y += s->y;
        m.block = b;
        sample_mark(s, m);
    }
    sample_line(s, b, FACE_LIGHT, 8000, SAMPLE_LEFT, s->y + 40000, "1 2 3", 5);
    s->y += 60000;
}

static void
sample_room(struct sample *s, struct block *parent)
{
    struct block *b =
        block_lines(s->a, parent, 2, 20000, "ruimte om te schrijven");

    sample_need(s, 50000);
    for (int i = 1; i <= 2; i++)
        sample_mark(s, (struct mark){.kind = MARK_LINE,
                           .x = SAMPLE_LEFT,
                           .y = s->y + i * 20000,
                           .w = 400000,
                           .fill = -1,
                           .stroke = 0x8A959D,
                           .weight = 500,
                           .block = b});
    s->y += 50000;
}

static struct input *
sample_input(struct sample *s, enum input_kind kind, const char *what)
{
    struct input *is = NEW(s->a, struct input, 1);
    int n = s->pages.nbookmarks;

    *is = (struct input){.kind = kind,
        .name = arena_printf(s->a, "room.%s.%d", what, n),
        .label = arena_printf(s->a, "%s – één, in hoofdstuk %d", what, n),
        .of = arena_printf(s->a, "kies één %s in hoofdstuk %d", what, n)};
    return is;
}

/* A strip of `input`, `y` below the last text; `x` from the margin. */
static void
sample_place(struct sample *s, const struct block *b, const struct input *input,
    mpt x, mpt y, mpt w, mpt h)
{
    sample_mark(s, (struct mark){.kind = MARK_INPUT,
                       .x = SAMPLE_LEFT + x,
                       .y = s->y + y,
                       .w = w,
                       .h = h,
                       .size = 10500,
                       .fill = -1,
                       .stroke = -1,
                       .input = input,
                       .block = b});
}

/* Two lines to type in, a date, and two circles to choose from. */
static void
sample_fields(struct sample *s, struct block *parent)
{
    struct block *b = block_lines(s->a, parent, 2, 20000, "ruimte");

    sample_need(s, 120000);
    b->as.lines.input = sample_input(s, INPUT_TEXT, "stap");
    for (int i = 0; i < 2; i++)
        sample_place(
            s, b, b->as.lines.input, 0, i * 20000, 400000 - i * 9000, 20000);
    b = block_lines(s->a, parent, 1, 30000, "regel");
    b->as.lines.input = sample_input(s, INPUT_DATE, "datum");
    sample_place(s, b, b->as.lines.input, 0, 50000, 90000, 30000);
    b = block_figure(s->a, parent, 20000, "rondjes");
    for (int i = 0; i < 2; i++) {
        struct input *is = sample_input(s, INPUT_CHOICE, "rondje");

        is->choice = i == 0 ? "1" : "2.5";
        block_shape(s->a, b, (struct shape){.kind = SHAPE_INPUT, .input = is});
        sample_place(s, b, is, i * 30000, 95000, 18000, 18000);
    }
    s->y += 120000;
}

/* A paragraph that is a link to the first heading. */
static void
sample_link(struct sample *s, struct block *parent)
{
    struct block *p = block_add(s->a, parent, BLOCK_GROUP), *link;

    p->role = ROLE_P;
    link = sample_text(
        s, p, ROLE_LINK, FACE_REGULAR, 9000, SAMPLE_LEFT, "zie pagina 1");
    link->leads_to = s->pages.landings->block;
    link->alt = "naar het begin";
}

static void
sample_section(struct sample *s, const char *title, int paragraphs)
{
    static const char *const texts[] = {
        "Bij het voorlezen kwam hij vooraan zitten en lachte hardop; de "
        "officiële afspraak over de fietsen was efficiënt en flink. ‘Moet "
        "ik niet,’ zei Zoë Şükrü tegen Łukasz – en toen bleef het even "
        "stil… Wat viel op in de relatie, en waaraan merk je dat?",
        "De leerkracht beschrijft drie momenten waarop het contact goed "
        "verliep: samen opruimen, een grapje in de gang en de week van de "
        "kwaliteits\u00adrapportage. Tussen 10\u00a0en 12\u202fuur ging "
        "het beter. Score ≥ 3 of ½ punt → vervolg.",
        "Types AVATAR, Te Wo, Va: hier telt de spatiëring. Vergoedingen, "
        "offerte, affiniteit, uitgefilterd en fjord hebben ligaturen. Een "
        "x\u0302 met dakje, een q\u0323\u0301 met twee tekens, en 😀."};
    struct block *sect = block_add(s->a, s->doc.root, BLOCK_GROUP);

    sect->role = ROLE_SECT;
    sample_need(s, 120000);
    s->bookmarks[s->pages.nbookmarks++] =
        (struct bookmark){.text = title, .page = s->pages.n - 1, .y = s->y};
    sample_text(s, sect, ROLE_H2, FACE_BOLD, 14000, SAMPLE_LEFT, title);
    for (int i = 0; i < paragraphs; i++)
        sample_text(s, sect, ROLE_P, i % 3 == 2 ? FACE_LIGHT : FACE_REGULAR,
            10500, SAMPLE_LEFT, texts[i % 3]);
    sample_list(s, sect);
    sample_table(s, sect);
    sample_figure(s, sect);
    sample_room(s, sect);
    sample_fields(s, sect);
    sample_text(s, sect, ROLE_NOTE, FACE_LIGHT, 8000, SAMPLE_LEFT,
        "Een voorbeeld met verzonnen gegevens.");
    sample_link(s, sect);
}

void
sample_make(struct sample *s, struct arena *a, struct font_set *fonts,
    int sections, int paragraphs)
{
    *s = (struct sample){.a = a, .m = font_metrics(fonts)};
    s->doc = (struct doc){.root = block_add(a, NULL, BLOCK_GROUP),
        .title = "LP-0017 – handout",
        .case_id = "LP-0017",
        .layout_id = "handout"};
    s->doc.root->role = ROLE_DOCUMENT;
    s->pages = (struct pages){.doc = &s->doc,
        .w = 595276,
        .h = 841890,
        .v = NEW(a, struct page, sections * 4 + 4),
        .bookmarks = s->bookmarks};
    sample_page(s);
    GROW(a, s->pages.landings, s->pages.nlandings, s->pages.caplandings, 1);
    s->pages.landings[s->pages.nlandings++] = (struct landing){
        .block = sample_text(s, s->doc.root, ROLE_H1, FACE_BOLD, 22000,
            SAMPLE_LEFT, "De relatie in drie woorden"),
        .y = 60000};
    for (int i = 0; i < sections; i++)
        sample_section(
            s, arena_printf(a, "Hoofdstuk %d & één vraag", i + 1), paragraphs);
}

struct pdf_meta
sample_meta(struct arena *a, enum pdf_profile profile)
{
    static const struct pdf_attachment files[] = {
        {.name = "regels.ini",
            .mime = "text/plain",
            .description = "Regels",
            .relation = "Supplement",
            .data = "[format]\nkind = rules\n",
            .len = 22},
        {.name = "gesprek.yaml",
            .mime = "text/yaml",
            .description = "Het gesprek, ingevuld",
            .relation = "Source",
            .data = "dossier: LP-0017\n",
            .len = 17}};

    return (struct pdf_meta){.profile = profile,
        .lang = LANG_NL,
        .title = "LP-0017 – hand-out <Zoë & Łukasz>",
        .date = {2026, 1, 13},
        .epoch = -1,
        .icc = debian_colours(a),
        .version = "relatieprofiel 0.1",
        .hash_interview = "9f86d081884c7d659a2feaa0c55ad015"
                          "a3bf4f1b2b0b822cd15d6c15b0f00a08",
        .options = "layout=handout",
        .attachments = files,
        .nattachments = 2};
}
