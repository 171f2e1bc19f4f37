// The first layer's own controls: what their clicks do, and what is fetched when a visitor approaches them.

import { askable } from "../consent/assess.js";
import { answer, withdraw } from "../consent/decide.js";
import { ask } from "../lazy/load-lazy.js";
import { onlyInforms } from "../page/features.js";
import { listen } from "../page/listeners.js";
import { objectOf } from "../page/null-prototype.js";
import { site } from "../page/site.js";
import { ACTS, isModifiedClick } from "./controls.js";
import { host, placeFirst, shadowRoot } from "./host.js";
import { noticeKeys, rememberFocus } from "./machine.js";
import { notice, reopenBar } from "./mount.js";
import { open, reopenView, warm } from "./open.js";

/** @import { Method, View } from "../types.js" */

/**
 * @param {HTMLAnchorElement | null} button
 * @param {MouseEvent} event
 */
const onClick = (button, event) => {
  const name = /** @type {Method} */ (button?.dataset.act);
  // In the dialog a link opens another view, unless the click asks for another tab.
  if (name && /** @type {HTMLAnchorElement} */ (button).href) {
    if (isModifiedClick(event)) return;
    event.preventDefault();
  }
  // Keys that the notice is not about keep their answers.
  if (!onlyInforms && name in ACTS)
    answer(
      objectOf(askable(site), (key) => (noticeKeys().includes(key) ? ACTS[name] : undefined)),
      name,
    );
  else if (name === "dismiss") answer({}, name);
  else if (name === "withdraw") withdraw();
  else if (/** @type {string} */ (name) === "reopen") open(reopenView(), button);
  else open(/** @type {View} */ (/** @type {string} */ (name)), button);
};

/**
 * Focus that returns after an answer, or a pointer at rest, is no approach.
 *
 * @param {Event} event
 */
const onApproach = (event) => {
  const control = /** @type {HTMLElement | null | undefined} */ (
    /** @type {Element} */ (event.composedPath()[0]).closest?.("[data-act],[data-courtesy]")
  );
  warm(control?.dataset[shadowRoot.contains(control) ? "act" : "courtesy"]);
};

/** Listens to the first layer's own controls. */
export const listenToOwnControls = () => {
  // Capturing on window, before a focus trap of the page stops the event.
  listen(
    window,
    "click",
    (event) => {
      const path = event.composedPath();
      if (path.includes(shadowRoot)) onClick(path[0].closest("[data-act]"), event);
    },
    true,
  );
  listen(document, "pointermove", onApproach);
  listen(host, "focusin", (event) => {
    rememberFocus(event.relatedTarget);
    if (!notice.hidden) onApproach(event);
  });
  // A keyboard user reaches the notice first, and it never hides what has the focus (WCAG 2.2, 2.4.11).
  listen(
    window,
    "keydown",
    ({ key }) => {
      if (key !== "Tab" || (reopenBar.hidden && notice.hidden)) return;
      placeFirst();
      ask("keepClear");
    },
    true,
  );
};
