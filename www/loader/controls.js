// The page's own controls: any element with data-courtesy, also one that is added later. Still a link without JavaScript.

import { isPage, site } from "./site.js";

const VIEWS = ["notice", "details", "choices", "receipt", "policy", "rights"];
const ACTS = ["accept-all", "reject-all"];

/** Whether a click asks for another tab or window. */
export const elsewhere = (event) => event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

/** Answers the page's controls: `view` opens, `act` decides. */
export const answerControls = (view, act) =>
  document.addEventListener("click", (event) => {
    const control = event.composedPath().find((node) => node.dataset?.courtesy);
    const name = control?.dataset.courtesy;
    if (![...VIEWS, ...ACTS].includes(name) || elsewhere(event) || event.defaultPrevented) return;
    // A link to the owner's own page is a link already; one that leads elsewhere is led there.
    if (isPage(name) && control.href === site.pages[name]) return;
    event.preventDefault();
    if (VIEWS.includes(name)) view(name, control);
    else act(name);
  });
