// Whether the page needs gates.js, which opens gates and has placeholders put in the place of frames. A page whose gates are all shut,
// or that has none, never fetches it.

import { isAskable } from "../consent/assess.js";
import { NAMED, keyOf } from "../consent/keys.js";
import { isAllowed } from "../consent/state.js";
import { gatesModule, loadGates } from "../lazy/load-lazy.js";
import { site } from "../page/site.js";

/** Gates that are inert by themselves and need no placeholder. */
const QUIET = 'template:not([data-placeholder]),script[type="text/plain"]';

const needsGates = (element) =>
  !element.matches(QUIET) || isAllowed(keyOf(element)) || !isAskable(site, keyOf(element));

let hasAsked = false;

/** Has the page's gates follow what is on, if there are any. */
export const followGates = () => {
  if (gatesModule) gatesModule.look();
  else if (!hasAsked && [...document.querySelectorAll(NAMED)].some(needsGates)) {
    hasAsked = true;
    loadGates();
  }
};
