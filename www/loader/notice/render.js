// Puts what the notice says, and what is visible, into the elements of the first layer.

import { allowed } from "../consent/decide.js";
import { ask } from "../lazy/load-lazy.js";
import { build } from "../page/dom.js";
import { hasSignals } from "../page/features.js";
import { isAsking, site } from "../page/site.js";
import { isUsable } from "./controls.js";
import { notice, reopenBar } from "./mount.js";

let ukSection; // what is on already, below what is asked

const items = (texts) => texts.map((point) => build(["li", {}, "{point}"], { point }));

/** Renders what content.js describes. */
export const renderContent = ([title, text, link, points, informed, buttons]) => {
  const list = notice.querySelector("ul");
  notice.querySelector("h2").textContent = title;
  notice.querySelector(".text").textContent = text;
  notice.querySelector("a").href = link;
  list.replaceChildren(...items(points));
  if (hasSignals) {
    ukSection?.remove();
    if (informed[0]) {
      ukSection = build(["div", {}, ["p", {}, "{informs}"], ["ul", {}]], site.words);
      ukSection.lastChild.append(...items(informed));
      list.after(ukSection);
    }
  }
  for (const button of notice.querySelectorAll("button")) button.hidden = !buttons.includes(button.dataset.act);
};

/** The bar is needed where no usable control of the page's leads back. */
const needsReopenBar = () => {
  const { reopen } = site.notice;
  const controls = document.querySelectorAll(isAsking() ? "[data-courtesy=choices]" : "[data-courtesy]");
  return reopen === "always" || (reopen !== "never" && ![...controls].some(isUsable));
};

/** Shows the notice if it is open, else the bar; neither where they are covered or of no use. */
export const renderVisibility = (isOpen, isCovered) => {
  notice.hidden = !isOpen || isCovered;
  reopenBar.hidden = isOpen || isCovered || !needsReopenBar();
  for (const off of reopenBar.querySelectorAll("[data-act=withdraw]")) off.hidden = !allowed[0];
  // A brand token that is no colour takes the border with it.
  if (!notice.hidden && getComputedStyle(notice).borderTopStyle === "none") ask("brand");
};
