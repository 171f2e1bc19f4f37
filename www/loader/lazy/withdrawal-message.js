// After a withdrawal: removes what was stored, and tells the visitor what was removed, what was not, and that code
// which already runs on this page cannot be unloaded (docs/consent.md).

/** @import { Core, Key, LazyFacts, LazyModule, Tree } from "../types.js" */

/** @typedef {Awaited<ReturnType<typeof remove>>} Removal */

import { remove } from "../effects/removal.js";
import { purposeOf } from "../consent/keys.js";
import { fill, make } from "../page/dom.js";

/**
 * @param {Core} core
 * @param {() => Promise<LazyFacts>} facts
 * @returns {Pick<LazyModule, "leave" | "withdrawn">}
 */
export const withdrawalMessage = (core, facts) => {
  const { host, site, transitions } = core;
  const { shadowRoot } = host;
  // If the notice asks as well, the message waits until it is answered.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".notice:not([hidden]) ~ .afterwards { display: none }");
  shadowRoot.adoptedStyleSheets.push(sheet);
  const reopenBar = /** @type {HTMLElement} */ (shadowRoot.querySelector(".reopen"));
  /** @type {HTMLElement | undefined} */
  let card;
  /** @param {Key[]} keys */
  const thoseOff = (keys) => keys.filter((key) => !window.courtesy.allows(key));

  const leave = () => {
    card?.remove();
    reopenBar.style.display = "";
  };

  /**
   * @param {LazyFacts} facts
   * @param {string[]} names of what is off
   * @param {Removal} result
   */
  const show = ({ words }, names, { removed, left }) => {
    /**
     * @param {string} text
     * @param {string[]} entries
     * @returns {Tree[]}
     */
    const withList = (text, entries) =>
      entries[0]
        ? [
            ["p", {}, text],
            ["ul", {}, ...entries.map((entry) => /** @type {Tree} */ (["li", {}, entry]))],
          ]
        : [];
    card?.remove();
    card = make([
      "section",
      {
        class: "notice afterwards",
        "aria-labelledby": "afterwards-title",
        lang: site.language,
        dir: site.direction,
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
      const action = /** @type {HTMLElement} */ (target).dataset.do;
      if (action === "reload") location.reload();
      if (action === "close") {
        leave();
        transitions.closed("withdrawn", document.querySelector("[data-courtesy]"));
      }
    });
    // A keyboard user in the widget continues here; after a click, the next key press belongs to the page. There is no
    // room for the reopen bar above the message.
    const active = /** @type {HTMLElement | null} */ (shadowRoot.activeElement);
    const isByKeyboard = active?.matches(":focus-visible:not(dialog *)");
    shadowRoot.append(card);
    if (isByKeyboard) /** @type {HTMLElement} */ (card.querySelector("h2")).focus();
    else if (!active?.closest("dialog")) active?.blur();
    reopenBar.style.display = "none";
    // A live region must exist before its content changes, or nothing is announced (WCAG 2.2, 4.1.3).
    setTimeout(() => {
      const list = new Intl.ListFormat(site.language);
      /** @type {Tree[]} */
      const sentences = [
        ["p", {}, fill(words.offText, { names: list.format(names) })],
        ...withList(words.removed, removed),
        ...withList(words.left, left),
        ["p", {}, words.running],
      ];
      /** @type {Element} */ (/** @type {HTMLElement} */ (card).querySelector("[role=status]")).append(
        ...sentences.map((node) => make(node)),
      );
    });
  };

  return {
    /** Hides the message once something is on again. */
    leave,
    /** Removes what belongs to keys that went off, and shows the message. */
    withdrawn: async (keys) => {
      const known = await facts();
      // A key may be on again by now: its items stay, and the message does not name it.
      keys = thoseOff(keys);
      const result = keys[0] && (await remove(known.items ?? [], keys, window.courtesy.allows));
      keys = thoseOff(keys);
      // The name of a purpose covers its services.
      const names = keys
        .filter((key) => key === purposeOf(key) || !keys.includes(purposeOf(key)))
        .map((key) => known.names[key]);
      if (names[0]) show(known, names, /** @type {Removal} */ (result));
    },
  };
};
