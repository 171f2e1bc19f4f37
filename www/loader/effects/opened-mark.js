// The mark of what a gate has opened. A copy of the page has it too, which Turbo, htmx or the page itself may restore: what ran in this
// document does not run again, and what comes back without a yes is known for what it is.

/** The attribute. */
export const OPENED = "data-courtesy-opened";

/** This document's own value of it: a stored copy may come back in another one, where nothing of it has run. */
const here = String(performance.timeOrigin);

export const isOpened = (element) => element.getAttribute(OPENED) === here;

export const markOpened = (element, isHere = true) => element.setAttribute(OPENED, isHere ? here : "");
