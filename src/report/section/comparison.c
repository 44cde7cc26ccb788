#include "report/section/comparison.h"

#include "report/section/group_chart.h"

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
    return ntitles == 0 ? NULL : fill_list(s->a, titles, ntitles, s->lang);
}
