// The attribute that marks what a gate has opened. Turbo, htmx or the page itself may restore a copy of the page, which
// has it, too: so what ran in this document does not run again, and what comes back without a yes is recognised.

/** The attribute. */
export const OPENED = "data-courtesy-opened";

/**
 * The attribute's value in this document: in another document, which may restore a stored copy, nothing of it has run.
 */
const here = String(performance.timeOrigin);

/**
 * Whether an element was opened in this document.
 *
 * @param {Element} element
 * @returns {boolean}
 */
export const isOpened = (element) => element.getAttribute(OPENED) === here;

/**
 * Marks an element as opened.
 *
 * @param {Element} element
 * @param {boolean} [isHere] whether in this document
 */
export const markOpened = (element, isHere = true) => element.setAttribute(OPENED, isHere ? here : "");
