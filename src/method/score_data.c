/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The settled scores as CSV and JSON.  Numbers have a decimal point in every
   language; ids and case ids need no quoting, only readers' names do. */
#include "method/score_text.h"

#include "method/score_filled.h"
#include "method/score_grounds.h"

static void
json_reader(const struct reader_score *r, struct buf *out)
{
    if (r->from == NULL)
        buf_puts(out, "null");
    else if (r->from->na)
        buf_puts(out, "\"na\"");
    else
        buf_milli(out, r->from->score);
}

void
score_csv_head(struct csv_put *out)
{
    static const char *const heads[] = {"case", "group", "scale", "state",
        "score", "band", "settled_by", "readers_scored", "lowest", "highest",
        "differs", "readers", "evidence_found", "evidence_not_found", "prompts",
        "references"};

    csv_put_head(out);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        csv_put_text(out, heads[i]);
    csv_put_row(out);
}

/* Evidence, and ids parted by spaces. */
static void
csv_grounds(const struct profile *p, int scale, struct csv_put *out)
{
    struct arena *a = out->out->a;
    struct grounds g = score_grounds(a, p, scale);
    struct buf prompts = buf_new(a), references = buf_new(a);

    buf_puts(&prompts, "");
    buf_puts(&references, "");
    for (int i = 0; i < g.nprompts; i++)
        buf_printf(&prompts, "%s%s", i > 0 ? " " : "", g.prompts[i]);
    for (int i = 0; i < g.nreferences; i++)
        buf_printf(
            &references, "%s%s", i > 0 ? " " : "", g.references[i]->is.id);
    csv_put_int(out, g.found);
    csv_put_int(out, g.lost);
    csv_put_text(out, prompts.p);
    csv_put_text(out, references.p);
}

/* What each reader gave, parted by spaces. */
static void
csv_readers(
    const struct scores *s, const struct scale_score *v, struct csv_put *out)
{
    struct buf text = buf_new(out->out->a);

    buf_puts(&text, "");
    for (int i = 0; i < s->nreaders; i++) {
        const struct scored *from = v->readers[i].from;

        buf_puts(&text, i > 0 ? " " : "");
        if (from == NULL || from->na)
            buf_puts(&text, from == NULL ? "none" : "na");
        else
            csv_add_milli(out, &text, from->score);
    }
    csv_put_text(out, text.p);
}

static void
csv_scale(const struct scores *s, const struct profile *p,
    const struct scale_score *v, struct csv_put *out)
{
    const struct rules *r = s->rules;
    const struct scale *sc = &r->scales[v->scale];

    csv_put_text(out, s->interview->case_id.s);
    csv_put_text(out, r->groups[sc->group].is.id);
    csv_put_text(out, sc->is.id);
    csv_put_text(out, score_state_name[v->state]);
    if (v->state == SCORE_SETTLED) {
        csv_put_milli(out, v->value);
        csv_put_text(out, score_band_id(s, v->scale));
        csv_put_text(out, score_settle_name[v->how]);
    } else {
        csv_put_empty(out, 3);
    }
    csv_put_int(out, v->nscored);
    if (v->nscored > 0) {
        csv_put_milli(out, v->low);
        csv_put_milli(out, v->high);
    } else {
        csv_put_empty(out, 2);
    }
    csv_put_text(out, v->differs ? "yes" : "no");
    csv_readers(s, v, out);
    csv_grounds(p, v->scale, out);
    csv_put_row(out);
}

void
score_csv(const struct scores *s, const struct profile *p, struct csv_put *out)
{
    for (int i = 0; i < s->n; i++)
        csv_scale(s, p, &s->v[i], out);
    score_filled_csv(s, out);
}

/* Where each quote of a reader stands, and whether it was found there. */
static void
json_evidence(const struct scored *from, struct buf *out)
{
    for (int i = 0; from != NULL && i < from->nquotes; i++) {
        const struct quote *q = &from->quotes[i];

        buf_puts(out, i > 0 ? ",{" : "{");
        if (q->at.question != 0)
            buf_printf(out, "\"at\":\"v%02d\",", q->at.question);
        buf_printf(out, "\"found\":%s}", q->found ? "true" : "false");
    }
}

static void
json_readers(
    const struct scores *s, const struct scale_score *v, struct buf *out)
{
    buf_puts(out, "\"readers\":[");
    for (int i = 0; i < s->nreaders; i++) {
        const char *by = s->interview->readings[i].by.s;

        buf_puts(out, i > 0 ? ",{\"by\":" : "{\"by\":");
        buf_json(out, by);
        buf_puts(out, ",\"score\":");
        json_reader(&v->readers[i], out);
        buf_puts(out, ",\"evidence\":[");
        json_evidence(v->readers[i].from, out);
        buf_puts(out, "]}");
    }
    buf_putc(out, ']');
}

/* The rules' prompts for a scale that are chosen, in their order. */
static void
json_prompts(const struct profile *p, int scale, struct buf *out)
{
    struct grounds g = score_grounds(out->a, p, scale);

    buf_puts(out, ",\"prompts\":[");
    for (int i = 0; i < g.nprompts; i++)
        buf_printf(out, "%s\"%s\"", i > 0 ? "," : "", g.prompts[i]);
    buf_putc(out, ']');
}

static void
json_scale(const struct scores *s, const struct profile *p,
    const struct scale_score *v, struct buf *out)
{
    const struct scale *sc = &s->rules->scales[v->scale];

    buf_printf(out, "{\"id\":\"%s\",\"group\":\"%s\",\"state\":\"%s\",",
        sc->is.id, s->rules->groups[sc->group].is.id,
        score_state_name[v->state]);
    if (v->state == SCORE_SETTLED) {
        buf_puts(out, "\"score\":");
        buf_milli(out, v->value);
        buf_printf(out, ",\"band\":\"%s\",\"settled_by\":\"%s\",",
            score_band_id(s, v->scale), score_settle_name[v->how]);
    }
    if (v->nscored > 0) {
        buf_puts(out, "\"lowest\":");
        buf_milli(out, v->low);
        buf_puts(out, ",\"highest\":");
        buf_milli(out, v->high);
        buf_putc(out, ',');
    }
    buf_printf(out, "\"differs\":%s,", v->differs ? "true" : "false");
    json_readers(s, v, out);
    json_prompts(p, v->scale, out);
    score_references_json(s->rules, v->scale, -1, out);
    buf_putc(out, '}');
}

void
score_json(const struct scores *s, const struct profile *p, struct buf *out)
{
    buf_printf(out, "{\"case\":\"%s\",\"rules\":", s->interview->case_id.s);
    buf_json(out, s->rules->id.s);
    buf_puts(out, ",\"scales\":[");
    for (int i = 0; i < s->n; i++) {
        if (i > 0)
            buf_putc(out, ',');
        json_scale(s, p, &s->v[i], out);
    }
    buf_puts(out, "],\"patterns\":[");
    for (int i = 0; i < p->npatterns; i++)
        buf_printf(out, "%s\"%s\"", i > 0 ? "," : "", p->patterns[i]->is.id);
    buf_puts(out, "],\"focus\":[");
    for (int i = 0; i < p->nfocus; i++)
        buf_printf(out, "%s\"%s\"", i > 0 ? "," : "",
            p->rules->scales[p->focus[i]].is.id);
    buf_putc(out, ']');
    score_filled_json(s, out);
    buf_puts(out, "}\n");
}
