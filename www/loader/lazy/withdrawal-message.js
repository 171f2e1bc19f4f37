// After a withdrawal: what was stored goes, what was embedded goes back behind its placeholder, and the visitor is told what this
// page cannot undo: code that runs cannot be unloaded (docs/consent.md).

import { remove } from "../effects/removal.js";
import { purposeOf } from "../consent/keys.js";
import { fill, make } from "../page/dom.js";

/** Answers what goes off. */
export const closing = (core, facts) => {
  const { shadowRoot } = core.host;
  // The question comes first: what is off is read after it.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".notice:not([hidden]) ~ .afterwards { display: none }");
  shadowRoot.adoptedStyleSheets.push(sheet);
  const pill = shadowRoot.querySelector(".reopen");
  let card;
  const off = (keys) => keys.filter((key) => !window.courtesy.allows(key));

  const leave = () => {
    card?.remove();
    pill.style.display = "";
  };

  const show = ({ words }, names, { removed, left }) => {
    const sentence = (text, entries) =>
      entries[0]
        ? [
            ["p", {}, text],
            ["ul", {}, ...entries.map((entry) => ["li", {}, entry])],
          ]
        : [];
    card?.remove();
    card = make([
      "section",
      {
        class: "notice afterwards",
        "aria-labelledby": "afterwards-title",
        lang: core.site.language,
        dir: core.site.direction,
      },
      ["h2", { id: "afterwards-title", tabindex: "-1" }, words.off],
      ["div", { role: "status" }],
      [
        "div",
        { class: "actions" },
        ["button", { "data-do": "reload" }, words.reload],
        ["button", { "data-do": "close" }, words.close],
      ],
    ]);
    card.addEventListener("click", ({ target }) => {
      const act = target.dataset.do;
      if (act === "reload") location.reload();
      if (act === "close") {
        leave();
        core.transitions.closed("withdrawn", document.querySelector("[data-courtesy]"));
      }
    });
    // Who acted in the widget by keyboard reads on here, and after a pointer the next key is the page's; the button that leads back has no
    // place above it.
    const active = shadowRoot.activeElement;
    const isByKey = active?.matches(":focus-visible:not(dialog *)");
    shadowRoot.append(card);
    if (isByKey) card.querySelector("h2").focus();
    else if (!active?.closest("dialog")) active?.blur();
    pill.style.display = "none";
    // A place for news that is there before they are is read out (WCAG 2.2, 4.1.3).
    setTimeout(() => {
      const list = new Intl.ListFormat(core.site.language);
      const sentences = [
        ["p", {}, fill(words.offText, { names: list.format(names) })],
        ...sentence(words.removed, removed),
        ...sentence(words.left, left),
        ["p", {}, words.running],
      ];
      card.querySelector("[role=status]").append(...sentences.map((node) => make(node)));
    });
  };

  return {
    /** Who turns something on again need not read what was off. */
    leave,
    /** Some keys that were on are off. */
    withdrawn: async (keys) => {
      const known = await facts();
      // What is on again by now stays, and is not spoken of.
      keys = off(keys);
      const gone = keys[0] && (await remove(known.items ?? [], keys, window.courtesy.allows));
      keys = off(keys);
      // A purpose speaks for its services.
      const names = keys
        .filter((key) => key === purposeOf(key) || !keys.includes(purposeOf(key)))
        .map((key) => known.names[key]);
      if (names[0]) show(known, names, gone);
    },
  };
};
