// Messages that few visitors need, and that the first file therefore lacks: what their privacy signal changes, and that
// their choice cannot be stored.

/** @import { Core, LazyFacts, LazyModule } from "../types.js" */

import { readGpc } from "../consent/signals.js";
import { make } from "../page/dom.js";

/**
 * @param {Core} core
 * @param {() => Promise<LazyFacts>} facts
 * @returns {Pick<LazyModule, "unreadable" | "aside" | "status" | "california" | "forgotten">}
 */
export const messages = (core, facts) => {
  const { site, current, problem } = core;

  const reopenBar = /** @type {HTMLElement} */ (core.host.shadowRoot.querySelector(".reopen"));

  // Storage may be empty or read-only, or a script of the page may have overwritten the record.
  const isUnsaved = () => {
    try {
      const stored = localStorage.getItem(core.key);
      const last = current().events?.at(-1);
      // A choice from the cookie that hosts share is not stored here.
      return (
        core.isFixed ||
        (!!last && last.method !== "shared" && JSON.parse(/** @type {string} */ (stored)).events.at(-1).at !== last.at)
      );
    } catch {
      return true;
    }
  };

  /**
   * Shows a line in the reopen bar, where no notice shows it.
   * @param {string} message
   */
  const showInBar = (message) => {
    const line = reopenBar.querySelector("p") ?? make(["p", { class: "aside" }]);
    line.textContent = message;
    line.style.cssText = "order:-1;margin:0;padding:8px;background:var(--surface)";
    // The last button stays last.
    /** @type {ChildNode} */ (reopenBar.lastChild).before(line);
  };

  return {
    unreadable: () =>
      problem("unreadable", `what is stored under "${core.key}" was not written by it, so it counts as nothing`),
    /** Fills the line below the notice's text: what the signal changes here, and whether a choice can be stored. */
    aside: async (line) => {
      const { words } = await facts();
      const sentences = [readGpc() === true && words.gpc, isUnsaved() && words.unremembered];
      line.textContent = sentences.filter(Boolean).join(" ");
      line.lang = site.language;
    },
    /** Shows what the signal changes where no notice does. */
    status: async () => showInBar((await facts()).words.gpc),
    /** Replaces the reopen button with California's opt-out link (11 CCR 7015): the form, if the site asks nothing. */
    california: async () =>
      /** @type {Element} */ (reopenBar.querySelector("button")).replaceWith(make((await facts()).way)),
    /** Announces and shows that an answer could not be stored. */
    forgotten: async () => {
      const { unremembered, unsaved } = (await facts()).words;
      // A yes that cannot be withdrawn is ignored, so the notice is still open; one that only informs is simply shown again.
      /** @type {Element} */ (core.host.shadowRoot.querySelector(".said")).textContent =
        site.optional && !core.reason() ? unsaved : unremembered;
      if (site.optional) showInBar(unremembered);
    },
  };
};
