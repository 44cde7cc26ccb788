/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The kinds of section, each in the file of its name; a new one is a line
   here. */
#ifndef REPORT_SECTION_KINDS_H
#define REPORT_SECTION_KINDS_H

/* In the order of `list blocks`. */
#define SECTION_KINDS(X)                                                       \
    X(title)                                                                   \
    X(three_words)                                                             \
    X(strengths)                                                               \
    X(profile_chart)                                                           \
    X(notice)                                                                  \
    X(reading_guide)                                                           \
    X(own_marks)                                                               \
    X(page_title)                                                              \
    X(text_block)                                                              \
    X(fragments)                                                               \
    X(light_and_heavy)                                                         \
    X(moments)                                                                 \
    X(interaction_rings)                                                       \
    X(scale_cards)                                                             \
    X(questionnaires)                                                          \
    X(talk_guide)                                                              \
    X(self_questions)                                                          \
    X(plan)                                                                    \
    X(plan_outcome)                                                            \
    X(own_words)                                                               \
    X(two_columns)                                                             \
    X(own_moments)                                                             \
    X(ask_coach)                                                               \
    X(words_again)                                                             \
    X(moment_again)                                                            \
    X(pocket_card)                                                             \
    X(interview)                                                               \
    X(patterns)                                                                \
    X(coach_cards)                                                             \
    X(to_prepare)                                                              \
    X(dumbbell)                                                                \
    X(compare_lists)                                                           \
    X(changes)                                                                 \
    X(words_twice)                                                             \
    X(agreement)                                                               \
    X(how_to_score)                                                            \
    X(score_form)                                                              \
    X(score_key)                                                               \
    X(reflection_sheet)                                                        \
    X(group_tally)                                                             \
    X(interview_form)                                                          \
    X(cover)                                                                   \
    X(score_table)                                                             \
    X(provenance)                                                              \
    X(signatures)                                                              \
    X(reader_notes)                                                            \
    X(change_log)

struct section_kind;
#define DECLARE(name) extern const struct section_kind section_##name;
SECTION_KINDS(DECLARE)
#undef DECLARE

#endif
