// Renders the first layer: the content of the notice, and whether the notice or the reopen bar is visible.

import { allowed } from "../consent/decide.js";
import { ask } from "../lazy/load-lazy.js";
import { build } from "../page/dom.js";
import { alwaysSame, hasSignals } from "../page/features.js";
import { isAsking, site } from "../page/site.js";
import { isUsable } from "./controls.js";
import { notice, reopenBar } from "./mount.js";

/** @import { Content } from "./content.js" */

/** What is on already, below what is asked. @type {HTMLElement | undefined} */
let ukSection;

/** @param {string[]} texts */
const items = (texts) => texts.map((point) => build(["li", {}, "{0}"], [point]));

/**
 * Renders what content.js describes.
 *
 * @param {Content} content
 */
export const renderContent = ([text, points, title, link, buttons, informed]) => {
  const list = notice.querySelector("ul");
  notice.querySelector(".text").textContent = /** @type {string} */ (text);
  list.replaceChildren(...items(points));
  if (hasSignals) {
    ukSection?.remove();
    if (informed?.[0]) {
      ukSection = build(["div", {}, ["p", {}, "{informs}"], ["ul", {}]], site.words);
      /** @type {Element} */ (ukSection.lastChild).append(...items(informed));
      list.after(ukSection);
    }
  }
  if (alwaysSame) return;
  if (title) notice.querySelector("h2").textContent = title;
  notice.querySelector("a").href = /** @type {string} */ (link);
  for (const button of notice.querySelectorAll("button"))
    button.hidden = !buttons?.includes(/** @type {string} */ (button.dataset.act));
};

/** Whether the reopen bar is needed, because the page has no usable control of its own. */
const needsReopenBar = () => {
  const { reopen } = site.notice;
  const controls = document.querySelectorAll(isAsking() ? "[data-courtesy=choices]" : "[data-courtesy]");
  return reopen === "always" || (reopen !== "never" && ![...controls].some(isUsable));
};

/**
 * Shows the notice if it is open, and otherwise the reopen bar; neither if they are covered.
 *
 * @param {boolean} isOpen
 * @param {unknown} isCovered
 */
export const renderVisibility = (isOpen, isCovered) => {
  notice.hidden = !isOpen || /** @type {boolean} */ (isCovered);
  reopenBar.hidden = isOpen || /** @type {boolean} */ (isCovered) || !needsReopenBar();
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (reopenBar.querySelectorAll("[data-act=withdraw]")))
    button.hidden = !allowed[0];
  // A brand token that is not a colour makes the border invalid, too.
  if (!notice.hidden && getComputedStyle(notice).borderTopStyle === "none") ask("brand");
};
