/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Messages as data: each with the way to the field of an interview that it is
   about. */
#include "base/visible.h"
#include "engine/state.h"
#include "interview/model.h"

/* The places of a source; NULL where it is no interview. */
struct sheet {
    const struct source *src;
    struct model_places *places;
    struct sheet *next;
};

struct sheets {
    struct arena *a;
    struct sheet *first;
};

static const struct model_places *
sheet_places(struct sheets *all, const struct source *src)
{
    struct sheet *s = all->first;
    struct yaml yaml;
    enum lang lang;

    while (s != NULL && s->src != src)
        s = s->next;
    if (s != NULL)
        return s->places;
    s = NEW(all->a, struct sheet, 1);
    s->src = src;
    s->next = all->first;
    all->first = s;
    yaml_parse(all->a, diag_new(all->a, NULL), src, &yaml);
    if (model_language(yaml.root, &lang))
        s->places = model_places(all->a, yaml.root);
    return s->places;
}

static void
put_place(struct sheets *all, struct pos at, const char *lacks, struct buf *out)
{
    const struct model_places *places =
        at.src == NULL || at.line == 0 ? NULL : sheet_places(all, at.src);

    buf_puts(out, "\"file\":");
    buf_json(out, at.src == NULL ? NULL : at.src->name);
    buf_printf(out, ",\"line\":%d,\"column\":%d", at.line, at.col);
    if (places != NULL) {
        buf_puts(out, ",\"path\":");
        model_path(places, at, lacks, out);
    }
}

/* A text for a person: what would act on the page that shows it is made visible
   and not just escaped. */
static void
put_text(struct arena *a, const char *text, struct buf *out)
{
    struct buf shown = buf_new(a);

    buf_visible_line(&shown, text);
    buf_json(out, shown.len > 0 ? shown.p : "");
}

/* A place in the source of `m`, as an editor counts them: the last one is not
   part of what goes away. */
static void
put_fix(const struct message *m, struct buf *out)
{
    struct pos from = diag_pos(m->at.src, m->fix.from);
    struct pos to = diag_pos(m->at.src, m->fix.to);

    buf_printf(out,
        ",\"fix\":{\"line\":%d,\"column\":%d,\"end_line\":%d,"
        "\"end_column\":%d,\"text\":",
        from.line, from.col, to.line, to.col);
    buf_json(out, m->fix.text);
    buf_putc(out, '}');
}

static void
put_message(struct sheets *all, const struct message *m, struct buf *out)
{
    static const char *const severity_name[] = {
        [SEVERITY_NOTE] = "note",
        [SEVERITY_WARNING] = "warning",
        [SEVERITY_ERROR] = "error",
    };

    buf_putc(out, '{');
    put_place(all, m->at, m->lacks, out);
    buf_printf(out, ",\"severity\":\"%s\",\"code\":\"%s\",\"message\":",
        severity_name[m->severity], m->code);
    put_text(all->a, m->text, out);
    if (m->help != NULL) {
        buf_puts(out, ",\"help\":");
        put_text(all->a, m->help, out);
    }
    if (m->fix.text != NULL)
        put_fix(m, out);
    if (m->note != NULL) {
        buf_puts(out, ",\"note\":{");
        put_place(all, m->note_at, NULL, out);
        buf_puts(out, ",\"message\":");
        put_text(all->a, m->note, out);
        buf_putc(out, '}');
    }
    buf_puts(out, "}\n");
}

void
engine_messages(
    struct arena *a, const struct diag *d, enum severity least, struct buf *out)
{
    struct sheets all = {.a = a};
    size_t n;
    const struct message *const *v = diag_sorted(a, d, least, &n);

    for (size_t i = 0; i < n; i++)
        put_message(&all, v[i], out);
}
