// Decides whether the page needs gates.js, which opens gates and has frames replaced by placeholders. A page without
// gates, or whose gates are all closed and need no placeholder, never fetches it.

import { isAskable } from "../consent/assess.js";
import { NAMED, keyOf } from "../consent/keys.js";
import { isAllowed } from "../consent/state.js";
import { gatesModule, loadGates } from "../lazy/load-lazy.js";
import { site } from "../page/site.js";

/** Matches gates that are inert and need no placeholder. */
const INERT = 'template:not([data-placeholder]),script[type="text/plain"]';

/** @param {Element} element */
const needsGates = (element) =>
  !element.matches(INERT) || isAllowed(keyOf(element)) || !isAskable(site, keyOf(element));

let hasAsked = false;

/** Has the page's gates follow what is on, if it has any. */
export const followGates = () => {
  if (gatesModule) gatesModule.look();
  else if (!hasAsked && [...document.querySelectorAll(NAMED)].some(needsGates)) {
    hasAsked = true;
    loadGates();
  }
};
