// The page's own controls: any element with data-courtesy, also one that is added later. Still a link without JavaScript.

import { askable } from "../consent/assess.js";
import { ACTS, VIEWS, isModifiedClick, notePointer } from "./controls.js";
import { answer } from "../consent/decide.js";
import { listen } from "../page/listeners.js";
import { ask } from "../lazy/load-lazy.js";
import { open } from "./open.js";
import { objectOf } from "../page/null-prototype.js";
import { isAsking, isPage, site } from "../page/site.js";

/** Answers them before the page's own listeners, which may keep a click to themselves. */
export const listenToPageControls = () =>
  listen(
    window,
    "click",
    (event) => {
      notePointer(event);
      const control = event.composedPath().find((node) => node.getAttribute?.("data-courtesy"));
      const name = control?.getAttribute("data-courtesy");
      const [act, key] = String(name).split(/:(.*)/);
      const opens = name === "notice" || VIEWS.includes(name);
      if (!(opens || key || name in ACTS) || isModifiedClick(event)) return;
      // A link to the owner's own page is a link already; one that leads elsewhere is led there.
      if (isPage(name) && control.href === site.pages[name]) return;
      event.preventDefault();
      // A router takes links for its own, also those that lead nowhere any more.
      if (control.href) event.stopImmediatePropagation();
      if (opens) open(name, control);
      // For one key, as in accept:media; else for everything that there is to ask.
      else if (key) ask("part", act, key);
      else if (isAsking())
        answer(
          objectOf(askable(site), () => ACTS[name]),
          name,
        );
      else ask("decide", name);
    },
    true,
  );
