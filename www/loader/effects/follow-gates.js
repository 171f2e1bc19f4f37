// Whether the page has anything for gates.js, which opens gates and has placeholders put in the place of frames. A page whose gates are all
// shut, or that has none, never fetches it.

import { NAMED, keyOf } from "../consent/keys.js";
import { askGates, doors } from "../lazy/load-lazy.js";
import { site } from "../page/site.js";
import { isAllowed } from "../consent/state.js";

/** What is inert by itself, and needs nothing in its place. */
const QUIET = 'template:not([data-placeholder]),script[type="text/plain"]';

const isWaiting = (element) => !element.matches(QUIET) || isAllowed(keyOf(element)) || !(site.optional && keyOf(element) in site.facts);

let hasAsked;

/** Has the page's gates follow what is on, as far as there are any. */
export const followGates = () => {
  if (doors) doors.look();
  else hasAsked ||= [...document.querySelectorAll(NAMED)].some(isWaiting) && !askGates();
};
