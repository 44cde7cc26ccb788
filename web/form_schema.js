/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the program says a form needs: records of fields, and the rules.  Code
   of the page names fields by their English key; a file may write Dutch ones. */

export function createSchema(data, keys) {
  const fields = (record) => data.records[record] ?? [];
  const field = (record, name) =>
    fields(record).find((f) => f.key.en === name) ?? null;

  const schema = {
    data,
    keys,
    rules: data.rules,
    fields,
    field,
    root: fields(data.root),

    /* The key of a field as the file writes it. */
    key: (f) => f.key[keys],

    /* `["child", "name"]`, `["readings", 0, "by"]`: the path in the file and
       the field at its end (null: an item, or an id of the rules). */
    at(names) {
      let record = data.root;
      let f = null;
      const path = [];

      for (const name of names) {
        const found = record === null ? null : field(record, name);

        if (found === null) {
          path.push(name); /* a number, or an id below an own field */
          continue;
        }
        f = found;
        path.push(found.key[keys]);
        record = found.of ?? null;
      }
      return { path, field: f };
    },
    path: (...names) => schema.at(names).path,

    /* The order of keys in the group at a path of the file, for new ones. */
    order(path) {
      let record = data.root;
      let own = null;

      for (const key of path) {
        const f = record === null || typeof key === "number" ? null :
          fields(record).find((one) => one.key[keys] === key) ?? null;

        if (f === null) {
          if (typeof key !== "number") own = null;
          continue;
        }
        own = f.own ?? null;
        record = f.of ?? null;
        if (f.type !== "own") own = null;
      }
      if (own === "answers") return data.rules.questions.map((q) => q.id);
      if (own !== null) return data.rules.scales.map((s) => s.id[keys]);
      return record === null ? [] : fields(record).map((f) => f.key[keys]);
    },

    /* The scale, feeling or goal that an id means, by any of its names. */
    find: (list, id) => list.find((one) => sameId(one, id)) ?? null,
    chip: (id) => schema.question(id)?.chip ?? String(id),
    question: (id) => data.rules.questions.find((q) => q.id === id) ?? null,
    /* The key under which `group` holds that scale; a new one goes by its id
       in the language of the file. */
    idIn(group, one) {
      const known = Object.keys(group ?? {}).find((k) => sameId(one, k));

      return known ?? one.id[keys];
    },
  };

  return schema;
}

const sameId = (one, id) => one.names.includes(id);

/* A text as it prints: a single line end is a space, an empty line parts. */
export function unwrapped(text) {
  return String(text ?? "").replace(/\r\n?/g, "\n").replace(/\n+$/, "")
    .replace(/([^\n])[ \t]*\n(?!\s*\n)[ \t]*(?=[^\n])/g, "$1 ");
}
