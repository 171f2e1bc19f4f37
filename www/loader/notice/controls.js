// Controls: the names that the widget's and the page's controls can have, and how they were clicked.

/** @import { Method } from "../types.js" */

/** The views of the app. */
export const VIEWS = ["details", "choices", "receipt", "policy", "rights"];

/** The answer that each act gives. @type {{ [act in Method]?: boolean }} */
export const ACTS = /** @type {object} */ ({ __proto__: null, "accept-all": true, "reject-all": false });

/**
 * Whether a click asks for another tab or window.
 *
 * @param {MouseEvent} event
 * @returns {boolean}
 */
export const isModifiedClick = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

/** Whether the last click was made with a pointer. @type {boolean} */
export let byPointer;

/**
 * Notes how a click was made.
 *
 * @param {MouseEvent} event
 */
export const notePointer = ({ detail }) => (byPointer = detail > 0);

/**
 * Whether a control of the page is visible and enabled; falsy where the browser cannot tell (Safari before 17.4), which
 * shows the reopen bar as well.
 *
 * @param {Element} control
 * @returns {boolean}
 */
export const isUsable = (control) =>
  control.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) &&
  !control.matches(":disabled,[inert],[inert] *");
