// The page's own controls: any element with data-courtesy, also one that is added later. Links among them also work
// without JavaScript.

import { askable } from "../consent/assess.js";
import { ACTS, VIEWS, isModifiedClick, notePointer } from "./controls.js";
import { answer } from "../consent/decide.js";
import { listen } from "../page/listeners.js";
import { ask } from "../lazy/load-lazy.js";
import { open } from "./open.js";
import { objectOf } from "../page/null-prototype.js";
import { isAsking, isPage, site } from "../page/site.js";

/** @import { Method, View } from "../types.js" */

/** Listens to the page's controls, before the page's own listeners can stop a click. */
export const listenToPageControls = () =>
  listen(
    window,
    "click",
    (event) => {
      notePointer(event);
      /** @type {HTMLAnchorElement} */
      const control = event
        .composedPath()
        .find((/** @type {HTMLAnchorElement} */ node) => node.getAttribute?.("data-courtesy"));
      const name = /** @type {string} */ (control?.getAttribute("data-courtesy"));
      const [act, key] = String(name).split(/:(.*)/);
      const opens = name === "notice" || VIEWS.includes(name);
      if (!(opens || key || name in ACTS) || isModifiedClick(event)) return;
      // A link to the owner's own page works by itself; one with another address is sent to that page.
      if (isPage(name) && control.href === site.pages[name]) return;
      event.preventDefault();
      // Otherwise a router would follow the link even though its default is prevented.
      if (control.href) event.stopImmediatePropagation();
      if (opens) open(/** @type {View} */ (name), control);
      // One key, as in accept:media, or everything that is asked.
      else if (key) ask("part", act, key);
      else if (isAsking())
        answer(
          objectOf(askable(site), () => ACTS[/** @type {Method} */ (name)]),
          /** @type {Method} */ (name),
        );
      else ask("decide", /** @type {"accept-all" | "reject-all"} */ (name));
    },
    true,
  );
