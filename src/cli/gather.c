#include "cli/gather.h"

#include "cli/inputs.h"

enum { PAIR = 2 };

enum status
gather_pair(struct arena *a, struct diag *d, struct session *session,
    const char *const *paths, struct engine_case **out)
{
    struct engine_case *pair[PAIR];
    enum status status = STATUS_OK;

    for (int i = 0; i < PAIR; i++)
        status = status_worse(
            status, inputs_read(a, d, session, paths[i], &pair[i]));
    return status == STATUS_OK ? engine_pair(d, pair[0], pair[1], out) : status;
}

/* Of each interview only the scores are kept, so that a thousand of them take
   little room. */
static enum status
gather_all(struct session *session, const struct inputs *inputs,
    struct engine_gathering *g)
{
    struct arena *each = arena_new();
    enum status status = STATUS_OK;

    for (int i = 0; i < inputs->n; i++) {
        struct diag *d = session_diag(each);
        struct engine_case *c;
        enum status one = inputs_read(each, d, session, inputs->v[i].path, &c);

        console_diag(session->console, each, d);
        if (one == STATUS_OK)
            one = engine_gather(g, c);
        status = status_worse(status, one);
        arena_reset(each);
    }
    arena_free(each);
    return status;
}

enum status
gather_many(struct arena *a, struct session *session,
    const struct engine_words *operands, struct engine_case **out)
{
    struct inputs inputs;
    struct engine_gathering *g;
    enum status status = inputs_expand(session, operands, &inputs);

    *out = NULL;
    if (inputs_load_rules(session, &inputs) != STATUS_OK)
        return STATUS_USAGE;
    g = engine_gathering_new(a, session_engine(session), inputs.n);
    status = status_worse(status, gather_all(session, &inputs, g));
    *out = engine_gathered(g);
    return *out == NULL ? status_worse(status, STATUS_REFUSED) : status;
}
