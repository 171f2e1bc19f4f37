// The first layer's own controls: what their clicks do, and what an approach prepares.

import { askable } from "../consent/assess.js";
import { answer, withdraw } from "../consent/decide.js";
import { ask } from "../lazy/load-lazy.js";
import { onlyInforms } from "../page/features.js";
import { listen } from "../page/listeners.js";
import { objectOf } from "../page/null-prototype.js";
import { site } from "../page/site.js";
import { ACTS, isModifiedClick } from "./controls.js";
import { host, placeFirst, shadowRoot } from "./host.js";
import { rememberFocus, wanted } from "./machine.js";
import { notice, reopenBar } from "./mount.js";
import { open, warm, wayBack } from "./open.js";

const onClick = (button, event) => {
  const name = button?.dataset.act;
  // In the dialog a link leads to another view of it, unless the click asks for another tab.
  if (name && button.href) {
    if (isModifiedClick(event)) return;
    event.preventDefault();
  }
  // What is not asked about keeps its answer.
  if (!onlyInforms && name in ACTS)
    answer(
      objectOf(askable(site), (key) => (wanted().includes(key) ? ACTS[name] : undefined)),
      name,
    );
  else if (name === "dismiss") answer({}, name);
  else if (name === "withdraw") withdraw();
  else if (name === "reopen") open(wayBack(), button);
  else open(name, button);
};

/** What the focus is led back to after an answer, or lies under a pointer at rest, was not approached. */
const approach = (event) => {
  const control = event.composedPath()[0].closest?.("[data-act],[data-courtesy]");
  warm(control?.dataset[shadowRoot.contains(control) ? "act" : "courtesy"]);
};

/** Listens to them. */
export const listenToOwnControls = () => {
  // Before a focus trap of the page's swallows it.
  listen(
    window,
    "click",
    (event) => {
      const path = event.composedPath();
      if (path.includes(shadowRoot)) onClick(path[0].closest("[data-act]"), event);
    },
    true,
  );
  listen(document, "pointermove", approach);
  listen(host, "focusin", (event) => {
    rememberFocus(event.relatedTarget);
    if (!notice.hidden) approach(event);
  });
  // A visitor who uses the keyboard meets the notice first, and finds what has the focus in sight (WCAG 2.2, 2.4.11).
  listen(
    window,
    "keydown",
    ({ key }) => {
      if (key !== "Tab" || (reopenBar.hidden && notice.hidden)) return;
      placeFirst();
      ask("keepClear");
    },
    true,
  );
};
