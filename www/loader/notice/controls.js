// Controls: what the widget's own and the page's can be named after, and what a click of theirs was.

/** The views of the app. */
export const VIEWS = ["details", "choices", "receipt", "policy", "rights"];

/** What the acts answer. */
export const ACTS = { __proto__: null, "accept-all": true, "reject-all": false };

/** Whether a click asks for another tab or window. */
export const isModifiedClick = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

/** Whether the last click was a pointer's. */
export let byPointer;
export const notePointer = ({ detail }) => (byPointer = detail > 0);

/** Whether the page shows a control, and it can be used; where the browser cannot tell (Safari before 17.4) the button is there besides. */
export const isUsable = (control) =>
  control.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) &&
  !control.matches(":disabled,[inert],[inert] *");
