// The page's own controls: any element with data-courtesy, also one that is added later. Still a link without JavaScript.

import { isPage, site } from "./site.js";

/** The views of the app. */
export const VIEWS = ["details", "choices", "receipt", "policy", "rights"];

/** What the acts answer. */
export const ACTS = { __proto__: null, "accept-all": true, "reject-all": false };

/** Whether a click asks for another tab or window. */
export const elsewhere = (event) => event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

/** Answers the page's controls: `view` opens, `act` decides. */
export const answerControls = (view, act) =>
  document.addEventListener("click", (event) => {
    const control = event.composedPath().find((node) => node.dataset?.courtesy);
    const name = control?.dataset.courtesy;
    const opens = name === "notice" || VIEWS.includes(name);
    if ((!opens && !(name in ACTS)) || elsewhere(event) || event.defaultPrevented) return;
    // A link to the owner's own page is a link already; one that leads elsewhere is led there.
    if (isPage(name) && control.href === site.pages[name]) return;
    event.preventDefault();
    if (opens) view(name, control);
    else act(name);
  });
