/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Above the pages: which form of report, and how it looks. */

import { fill, h } from "./dom.js";
import { say } from "./words.js";

/* `layouts` as the program lists them; those over one interview. */
export function drawPagesHead(el, store, layouts) {
  const { settings } = store;
  const choice = (id, key, options) => {
    const select = h("select", {
      id, onchange: () => store.setSettings({ [key]: select.value }),
    }, options.map(([value, text]) => h("option", { value }, text)));

    select.value = settings[key];
    return select;
  };
  const tick = (key, word) => {
    const box = h("input", {
      type: "checkbox", id: `look-${key}`, checked: settings[key],
      onchange: () => store.setSettings({ [key]: box.checked }),
    });

    return h("span.choice.plain", null, box,
      h("label", { for: box.id }, say(word)));
  };

  fill(el,
    h("span.inline", null,
      h("label", { for: "look-layout" }, say("layout")),
      choice("look-layout", "layout", layouts.map((l) => [l.id, l.title]))),
    h("details.look", null, h("summary", null, say("look")),
      h("div.look-body", null,
        tick("large", "optLarge"), tick("mono", "optMono"),
        tick("anonymise", "optAnonymise"), tick("fillable", "optFillable"),
        h("span.inline", null,
          h("label", { for: "look-lang" }, say("optLang")),
          choice("look-lang", "lang", [["", say("optLangAsFile")],
            ["nl", say("dutch")], ["en", say("english")]])),
        h("span.inline", null,
          h("label", { for: "look-numbers" }, say("optNumbers")),
          choice("look-numbers", "numbers", [["", say("optNumbersAsLayout")],
            ["yes", say("yes")], ["no", say("no")]])))));
}
