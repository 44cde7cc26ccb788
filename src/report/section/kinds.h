/* The kinds of section, each in the file of its name. */
#ifndef REPORT_SECTION_KINDS_H
#define REPORT_SECTION_KINDS_H

struct section_kind;

extern const struct section_kind section_title;
extern const struct section_kind section_three_words;
extern const struct section_kind section_strengths;
extern const struct section_kind section_profile_chart;
extern const struct section_kind section_notice;
extern const struct section_kind section_reading_guide;
extern const struct section_kind section_page_title;
extern const struct section_kind section_text_block;
extern const struct section_kind section_fragments;
extern const struct section_kind section_moments;
extern const struct section_kind section_scale_cards;
extern const struct section_kind section_talk_guide;
extern const struct section_kind section_self_questions;
extern const struct section_kind section_plan;
extern const struct section_kind section_interview;
extern const struct section_kind section_patterns;
extern const struct section_kind section_coach_cards;
extern const struct section_kind section_to_prepare;
extern const struct section_kind section_dumbbell;
extern const struct section_kind section_compare_lists;
extern const struct section_kind section_changes;
extern const struct section_kind section_words_twice;
extern const struct section_kind section_agreement;
extern const struct section_kind section_how_to_score;
extern const struct section_kind section_score_form;
extern const struct section_kind section_score_key;
extern const struct section_kind section_reflection_sheet;
extern const struct section_kind section_group_tally;
extern const struct section_kind section_interview_form;
extern const struct section_kind section_cover;
extern const struct section_kind section_score_table;
extern const struct section_kind section_provenance;
extern const struct section_kind section_signatures;
extern const struct section_kind section_reader_notes;
extern const struct section_kind section_change_log;
extern const struct section_kind section_questionnaires;

#endif
