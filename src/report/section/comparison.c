/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section/comparison.h"

#include "report/section/group_chart.h"

#include <string.h>

enum { STEP = 1000 };

const char *
comparison_remark(struct section *s)
{
    int same = s->rules->same_at_most;

    if (same == 0)
        return "";
    if (same == STEP)
        return section_raw(s, "one_step");
    s->fill.count = same % STEP == 0 ? fill_count(s->a, same / STEP, s->lang)
                                     : fill_number(s->a, same, s->lang);
    return section_raw(s, "steps");
}

/* "a, b en c"; where a title itself holds an "en", "a; b en c; d". */
static const char *
join(struct section *s, const char *const *titles, int n)
{
    const char *both[] = {"", ""}, *and = fill_list(s->a, both, 2, s->lang);
    struct buf list = buf_new(s->a);
    bool plain = true;

    for (int i = 0; i < n; i++)
        plain &= strstr(titles[i], and) == NULL;
    if (plain)
        return fill_list(s->a, titles, n, s->lang);
    for (int i = 0; i < n; i++)
        buf_printf(&list, "%s%s", i > 0 ? "; " : "", titles[i]);
    return list.p;
}

const char *
comparison_list(struct section *s, unsigned states)
{
    int *groups = NEW(s->a, int, s->rules->ngroups);
    int *scales = NEW(s->a, int, s->rules->nscales);
    const char **titles = NEW(s->a, const char *, s->rules->nscales);
    int ngroups = section_groups(s, groups), ntitles = 0;

    for (int i = 0; i < ngroups; i++) {
        int n = group_chart_scales(s, groups[i], scales);

        for (int k = 0; k < n; k++) {
            const struct scale *is = &s->rules->scales[scales[k]];

            if (IN(pair_state(s->profile, s->other, scales[k])) & states)
                titles[ntitles++] = fill_within(
                    s->a, fill_text(s->a, &s->fill, is->title.t[s->lang].s));
        }
    }
    return ntitles == 0 ? NULL : join(s, titles, ntitles);
}
