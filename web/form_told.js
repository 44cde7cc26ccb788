/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the teacher told to each question, wherever it stands in the tree: in
   the answers, or with the three words. */

import { getIn, isEmpty, removeIn, setIn } from "./store.js";
import { unwrapped } from "./form_schema.js";

const isObject = (v) => typeof v === "object" && v !== null;

const textOf = (v) => isObject(v) || isEmpty(v) ? "" : String(v);

/* Pieces of the answer to a question: `{path, text}`, in the order in which
   the program joins them. */
export function toldPieces(schema, tree, q) {
  const answerPath = schema.path("answers", q.id);
  const answer = getIn(tree, answerPath);
  const pieces = [];
  const take = (path) => {
    const text = unwrapped(textOf(getIn(tree, path)));

    if (text.trim() !== "") pieces.push({ path, text });
  };

  if (isObject(answer)) {
    for (const f of schema.fields(schema.at(["answers"]).field?.of))
      take([...answerPath, schema.key(f)]);
  } else {
    take(answerPath);
  }
  if (pieces.length === 0 && q.kind === "word" && q.word >= 1)
    take(schema.path("three_words", q.word - 1, "example"));
  if (pieces.length === 0 && q.kind === "words") {
    const words = getIn(tree, schema.path("three_words"));

    for (let i = 0; Array.isArray(words) && i < words.length; i++)
      take(schema.path("three_words", i, "word"));
  }
  return pieces;
}

export const isTold = (schema, tree, q) =>
  toldPieces(schema, tree, q).length > 0;

/* The answer as one text, as quotes are looked up in it. */
export const toldText = (schema, tree, q) =>
  toldPieces(schema, tree, q).map((p) => p.text)
    .join(q.kind === "words" ? ", " : "\n");

export const skippedList = (schema, tree) => {
  const value = getIn(tree, schema.path("skipped"));

  return Array.isArray(value) ? value.map(String) : [];
};

/* The tree with a question put on or off the list of those skipped. */
export function withSkipped(schema, tree, id, on) {
  const path = schema.path("skipped");
  const old = skippedList(schema, tree);
  const rank = (v) => schema.rules.questions.findIndex((q) => q.id === v);
  const list = old.filter((v) => v !== id);

  if (on) {
    const after = list.findIndex((v) => rank(v) > rank(id));

    list.splice(after < 0 ? list.length : after, 0, id);
  }
  return list.length === 0 ? removeIn(tree, path) :
    setIn(tree, path, list, schema.order);
}

/* A question that gets an answer is not skipped any more; one that loses its
   answer is, until the coach says otherwise. */
export function followSkipped(schema, before, after) {
  let tree = after;

  if (before === null || ["answers", "three_words"].every((name) =>
    getIn(before, schema.path(name)) === getIn(after, schema.path(name))))
    return after;
  for (const q of schema.rules.questions) {
    const was = isTold(schema, before, q);
    const is = isTold(schema, after, q);

    if (was !== is) tree = withSkipped(schema, tree, q.id, !is);
  }
  return tree;
}
