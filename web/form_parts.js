/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The parts of the form: which fields of the root each shows, how it is drawn
   and how far it is.  A field that no part names stands in the last one. */

import { fieldControl, itemList, saysMore } from "./form_field.js";
import { drawFeelings } from "./form_feelings.js";
import { drawFields, drawOwn, drawPlan, drawQuestionnaires, row }
  from "./form_own.js";
import { drawQuestions, drawWords } from "./form_questions.js";
import { drawScores } from "./form_scores.js";
import { isTold } from "./form_told.js";
import { getIn, isEmpty } from "./store.js";
import { say } from "./words.js";

const isObject = (v) => typeof v === "object" && v !== null;

/* Some value, however deep. */
const hasValue = (v) => isObject(v) ? Object.values(v).some(hasValue) :
  !isEmpty(v);

/* Fields with a value, of the single fields of these roots. */
function countFields(ctx, names) {
  let done = 0;
  let total = 0;

  for (const name of names) {
    const { field, path } = ctx.schema.at([name]);
    const subs = field?.type === "record" ?
      ctx.schema.fields(field.of).map((f) => [...path, ctx.schema.key(f)]) :
      [path];

    for (const one of subs) {
      total++;
      if (hasValue(ctx.store.get(one))) done++;
    }
  }
  return { done, total };
}

function countItems(ctx, name) {
  const value = ctx.store.get(ctx.schema.path(name));

  return Array.isArray(value) ? value.filter(hasValue).length : 0;
}

const ofItems = (n, total) => ({ done: n, total,
  text: n === 0 ? say("nothingYet") : String(n) });

/* Cards of records, with the help of their field as all the words. */
const drawItems = (name, one) => (ctx) => {
  const { path, field } = ctx.schema.at([name]);

  return [itemList(ctx, field, path, {
    one: say(one),
    inner: (i, at) => ctx.schema.fields(field.of).map((f) =>
      fieldControl(ctx, f, [...at, ctx.schema.key(f)], { lines: 2 })),
  })];
};

/* Who and when: single fields under the case, then a row for each group. */
function drawWho(ctx) {
  const single = ["case", "invented", "language"];
  const groups = ["teacher", "child", "coach", "interview", "reflection"];
  const one = (name) => ctx.schema.at([name]);

  return [
    row(say("theCase"), null, together(single.map((name) =>
      fieldControl(ctx, one(name).field, one(name).path)))),
    groups.map((name) => row(one(name).field.label, helpOf(one(name).field),
      fieldControl(ctx, one(name).field, one(name).path))),
    row(one("others").field.label, null,
      fieldControl(ctx, one("others").field, one("others").path,
        { bare: true })),
  ];
}

const helpOf = (f) => saysMore(f.help, f.label) ? f.help : null;

const together = (fields) => {
  const group = document.createElement("div");

  group.className = "group";
  group.append(...fields);
  return group;
};

const whoFields = ["case", "invented", "language", "teacher", "child", "others",
  "coach", "interview", "reflection"];

function scoresDone(ctx) {
  const { scales } = ctx.schema.rules;
  const scores = ctx.store.get(ctx.schema.path("readings", 0, "scores"));
  const done = scales.filter((s) => hasValue(getIn(scores ?? {},
    [ctx.schema.idIn(scores, s)]))).length;

  return { done, total: scales.length,
    text: say("scalesOf", done, scales.length) };
}

export const parts = [
  {
    id: "who", title: "partWho", help: "partWhoHelp", fields: whoFields,
    draw: drawWho,
    progress(ctx) {
      const { done, total } = countFields(ctx, whoFields);

      return { done, total, text: say("filledOf", done, total) };
    },
  },
  {
    id: "words", title: "partWords", help: "partWordsHelp",
    fields: ["three_words"], draw: drawWords,
    progress(ctx) {
      const total = ctx.schema.at(["three_words"]).field.expected;
      const done = countItems(ctx, "three_words");

      return { done, total, text: say("wordsOf", done, total) };
    },
  },
  {
    id: "questions", title: "partQuestions", help: "partQuestionsHelp",
    fields: ["answers", "skipped"], draw: drawQuestions,
    progress(ctx) {
      const { questions } = ctx.schema.rules;
      const done = questions.filter((q) =>
        isTold(ctx.schema, ctx.store.model, q)).length;

      return { done, total: questions.length,
        text: say("questionsOf", done, questions.length) };
    },
  },
  {
    id: "moments", title: "partMoments", help: "partMomentsHelp",
    fields: ["moments"], draw: drawItems("moments", "aMoment"), answers: true,
    progress: (ctx) => ofItems(countItems(ctx, "moments"), 0),
  },
  {
    id: "feelings", title: "partFeelings", help: "partFeelingsHelp",
    fields: ["fragments"], draw: drawFeelings, answers: true,
    progress: (ctx) => ofItems(countItems(ctx, "fragments"), 0),
  },
  {
    id: "scores", title: "partScores", help: "partScoresHelp",
    fields: ["readings", "agreed"], draw: drawScores, answers: true,
    progress: scoresDone,
  },
  {
    id: "strengths", title: "partStrengths", help: "partStrengthsHelp",
    fields: ["strengths"], draw: drawItems("strengths", "aStrength"),
    answers: true,
    progress: (ctx) => ofItems(countItems(ctx, "strengths"), 0),
  },
  {
    id: "own", title: "partOwn", help: "partOwnHelp", optional: true,
    fields: ["focus", "notice", "prompts", "means"], draw: drawOwn,
    progress: (ctx) => ofItems(["focus", "notice", "prompts", "means"]
      .filter((name) => ctx.store.get(ctx.schema.path(name)) !== undefined)
      .length, 0),
  },
  {
    id: "plan", title: "partPlan", help: "partPlanHelp", optional: true,
    fields: ["plan"], draw: drawPlan,
    progress: (ctx) => ofItems(
      hasValue(ctx.store.get(ctx.schema.path("plan", "question"))) +
      (ctx.store.get(ctx.schema.path("plan", "steps")) ?? []).length, 0),
  },
  {
    id: "questionnaires", title: "partQuestionnaires", optional: true,
    help: "partQuestionnairesHelp", fields: ["questionnaires"],
    draw: drawQuestionnaires,
    shown: (ctx) => ctx.schema.rules.questionnaires.length > 0 ||
      ctx.store.get(ctx.schema.path("questionnaires")) !== undefined,
    progress: (ctx) => ofItems(Object.keys(ctx.store.get(
      ctx.schema.path("questionnaires")) ?? {}).length, 0),
  },
  {
    id: "more", title: "partMore", help: "partMoreHelp", optional: true,
    fields: ["keep", "course", "changes", "rules"], rest: true,
    draw: (ctx) => [
      drawFields(ctx, restFields(ctx)),
      ctx.unknownPaths().map((path) => ctx.unknownValue(path)),
    ],
    progress(ctx) {
      const n = restFields(ctx).filter((f) => f.own !== "format" &&
        hasValue(ctx.store.get([ctx.schema.key(f)]))).length +
        ctx.unknownPaths().length;

      return ofItems(n, 0);
    },
  },
];

/* The last part shows what it names, then what no other part does. */
function restFields(ctx) {
  const last = parts.find((p) => p.rest);
  const others = parts.filter((p) => !p.rest).flatMap((p) => p.fields);

  return ctx.schema.root.filter((f) => !others.includes(f.key.en))
    .sort((a, b) => rank(last, a) - rank(last, b));
}

function rank(part, f) {
  const i = part.fields.indexOf(f.key.en);

  return i < 0 ? part.fields.length : i;
}

/* The part that shows a path of the file. */
export function partOf(ctx, path) {
  const f = ctx.schema.root.find((one) => ctx.schema.key(one) === path[0]);

  return parts.find((p) => f && p.fields.includes(f.key.en)) ??
    parts.find((p) => p.rest);
}
