/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the page knows: the interview as a tree, the way back, and how the
   pages beside the form are to look.

   The tree is never changed in place: a change makes new objects along its
   path and shares the rest.  So the way back is a list of trees, "changed" is
   "another object", and what a file held that the form does not know stays.

   Paths are arrays of keys (as the file writes them) and numbers of items. */

const TYPING_PAUSE = 1000; /* ms; typing on after it can be undone apart */
const STEPS_KEPT = 500;

const isObject = (v) => typeof v === "object" && v !== null;

/* What a person would call empty: nothing, or no text. */
export const isEmpty = (v) => v === undefined || v === null || v === "";

export function getIn(tree, path) {
  let value = tree;

  for (const key of path) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/* A copy of `tree` with `value` at `path`.  `order(path)` names the keys of
   the group at a path in their order, or nothing: then new keys come last. */
export function setIn(tree, path, value, order, at = []) {
  if (path.length === 0) return value;

  const [key, ...rest] = path;

  if (typeof key === "number") {
    const list = Array.isArray(tree) ? [...tree] : [];

    while (list.length < key) list.push({});
    list[key] = setIn(list[key], rest, value, order, [...at, key]);
    return list;
  }

  const old = isObject(tree) && !Array.isArray(tree) ? tree : {};
  const child = setIn(Object.hasOwn(old, key) ? old[key] : undefined,
    rest, value, order, [...at, key]);
  const entries = Object.entries(old);
  const place = entries.findIndex(([k]) => k === key);

  if (place >= 0) {
    entries[place] = [key, child];
  } else {
    const keys = order?.(at) ?? [];
    const rank = keys.indexOf(key);
    const after = rank < 0 ? -1 :
      entries.findIndex(([k]) => keys.indexOf(k) > rank);

    entries.splice(after < 0 ? entries.length : after, 0, [key, child]);
  }
  return Object.fromEntries(entries);
}

/* A copy without what is at `path`, nor the groups and lists that are empty
   by it.  An item of a list that becomes empty stays, so that those behind it
   keep their number; at the end of a list it goes. */
export function removeIn(tree, path) {
  const [key, ...rest] = path;

  if (!isObject(tree) || !Object.hasOwn(tree, key)) return tree;
  if (rest.length > 0) {
    const child = removeIn(tree[key], rest);

    if (child === tree[key]) return tree;
    if (isObject(child) && Object.keys(child).length > 0)
      return setIn(tree, [key], child);
    if (Array.isArray(tree)) {
      const list = [...tree];

      list[key] = {};
      return trimmed(list);
    }
  }
  if (Array.isArray(tree)) return tree.filter((_, i) => i !== key);
  return Object.fromEntries(Object.entries(tree).filter(([k]) => k !== key));
}

function trimmed(list) {
  let n = list.length;

  while (n > 0 && isObject(list[n - 1]) && Object.keys(list[n - 1]).length === 0)
    n--;
  return list.slice(0, n);
}

export function createStore() {
  let model = null;
  let saved = null;
  let past = [];
  let future = [];
  let typing = null; /* {path, time} of the change that goes on */
  let listeners = [];
  let settingListeners = [];
  let settings = {
    layout: "handout", lang: "", large: false, mono: false,
    anonymise: false, fillable: false, numbers: "", place: [],
  };

  function tell(before, info) {
    for (const { path, call } of [...listeners]) {
      const value = getIn(model, path);

      if (path.length === 0 ? before !== model : value !== getIn(before, path))
        call(value, info);
    }
  }

  function become(next, info) {
    const before = model;

    model = next;
    tell(before, info);
  }

  const store = {
    order: null, /* see setIn; the form sets it */

    get model() { return model; },
    /* The language of the keys: "nl" or "en". */
    get keys() {
      return model !== null && Object.hasOwn(model, "format") ? "en" : "nl";
    },
    get dirty() { return model !== saved; },
    get canUndo() { return past.length > 0; },
    get canRedo() { return future.length > 0; },
    get: (path) => getIn(model, path),

    /* Another interview; there is no way back to the one before. */
    load(next, { dirty = false } = {}) {
      past = [];
      future = [];
      typing = null;
      saved = dirty ? null : next;
      become(next, { kind: "load", path: [] });
    },

    /* The interview as it is now has been saved. */
    markSaved() {
      saved = model;
      typing = null;
      tell(null, { kind: "saved", path: [] });
    },

    /* One step: `make` gets the tree and returns the next.  Steps of typing
       at one place that follow one another are one step to undo. */
    change(path, make, { typing: isTyping = false } = {}) {
      const next = make(model);
      const now = Date.now();
      const goesOn = isTyping && typing !== null && past.length > 0 &&
        now - typing.time < TYPING_PAUSE && samePath(typing.path, path);

      if (next === model) return;
      if (!goesOn) past.push({ model, path });
      if (past.length > STEPS_KEPT) past.shift();
      future = [];
      typing = isTyping ? { path, time: now } : null;
      become(next, { kind: "change", path, typing: isTyping });
    },

    /* Sets one value; an empty one is removed with the groups that held
       nothing else. */
    set(path, value, options) {
      store.change(path, (tree) => isEmpty(value) ?
        removeIn(tree, path) : setIn(tree, path, value, store.order), options);
    },

    remove(path) {
      store.change(path, (tree) => removeIn(tree, path));
    },

    undo() { step(past, future, "undo"); },
    redo() { step(future, past, "redo"); },

    /* Calls when what lies at `path` becomes another; returns the way to
       stop it.  `[]` hears of every change. */
    subscribe(path, call) {
      const entry = { path, call };

      listeners.push(entry);
      return () => { listeners = listeners.filter((l) => l !== entry); };
    },

    /* How the pages are to look, and which place is being edited: no part of
       the interview, not undone, not saved. */
    get settings() { return settings; },
    /* The options of the worker's calls. */
    get options() {
      const { lang, large, mono, anonymise, fillable, numbers } = settings;

      return { lang, large, mono, anonymise, fillable, numbers };
    },
    setSettings(some) {
      settings = { ...settings, ...some };
      for (const call of [...settingListeners]) call(settings, some);
    },
    onSettings(call) {
      settingListeners.push(call);
      return () => {
        settingListeners = settingListeners.filter((c) => c !== call);
      };
    },
  };

  function step(from, to, kind) {
    const entry = from.pop();

    if (entry === undefined) return;
    to.push({ model, path: entry.path });
    typing = null;
    become(entry.model, { kind, path: entry.path });
  }

  return store;
}

export const samePath = (a, b) =>
  a.length === b.length && a.every((key, i) => key === b[i]);
