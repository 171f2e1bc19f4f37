// After a withdrawal: what was stored goes, what was embedded goes back behind its placeholder, and the visitor is told what this
// page cannot undo: code that runs cannot be unloaded (docs/consent.md).

import { remove } from "./removal.js";
import { build, fill } from "./tree.js";

/** Answers what goes off. */
export const closing = (core, facts) => {
  const { shadowRoot } = document.querySelector("courtesy-host");
  let card;

  const show = ({ words }, names, { removed, left }) => {
    const list = new Intl.ListFormat(core.site.language);
    const sentence = (text, entries) => (entries[0] ? [["p", {}, fill(text, { names: list.format(new Set(entries)) })]] : []);
    card?.remove();
    card = build([
      "section", { class: "notice afterwards", "aria-labelledby": "afterwards-title", lang: core.site.language, dir: core.site.direction },
      ["h2", { id: "afterwards-title", tabindex: "-1" }, words.off],
      ["div", { role: "status" }],
      ["div", { class: "actions" },
        ["button", { "data-do": "reload" }, words.reload],
        ["button", { "data-do": "close" }, words.close]],
    ], {});
    card.addEventListener("click", ({ target }) => {
      const act = target.dataset.do;
      if (act === "reload") location.reload();
      if (act === "close") {
        card.remove();
        core.closed("withdrawn", document.querySelector("[data-courtesy]"));
      }
    });
    shadowRoot.append(card);
    // A place for news that is there before they are is read out (WCAG 2.2, 4.1.3).
    setTimeout(() => {
      const sentences = [...sentence(words.offText, names), ...sentence(words.removed, removed), ...sentence(words.left, left), ["p", {}, words.running]];
      card.querySelector("[role=status]").append(...sentences.map((node) => build(node, {})));
    });
  };

  // Whoever turns something on again need not read what was off.
  document.addEventListener("courtesy:changed", ({ detail }) => detail.granted[0] && card?.remove());

  return {
    /** Some keys that were on are off. */
    withdrawn: async (keys) => {
      const known = await facts();
      // A purpose speaks for its services.
      const names = keys.filter((key) => !key.includes("/") || !keys.includes(key.split("/")[0])).map((key) => known.names[key]);
      show(known, names, await remove(known.items ?? [], keys));
    },
  };
};
