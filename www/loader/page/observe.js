// Follows the page while it is open: it may add or remove gates, controls and the host, or be rewritten, at any time.
// One observer handles all of it: at once only what was added, and the whole page at most five times a second.

import { host, place } from "../notice/host.js";
import { attach, listen, reportingErrors } from "./listeners.js";
import { gatesModule, lazyModule } from "../lazy/load-lazy.js";
import { render } from "../notice/machine.js";
import { followGates } from "../effects/follow-gates.js";

/** Starts to follow the page. */
export const observe = () => {
  /** @type {number} */
  let timer;
  let root = document.documentElement;
  const update = reportingErrors(() => {
    timer = 0;
    // The page was rewritten, which removed the listeners of the dialog.
    if (!root.isConnected) {
      lazyModule?.reset();
      root = document.documentElement;
    }
    place();
    attach();
    render();
    followGates();
  });
  const onMutation = reportingErrors((/** @type {MutationRecord[]} */ records) => {
    // A page that empties its body gets the notice back at once.
    if (!host.isConnected) place();
    gatesModule?.shutAdded(records);
    if (!timer) timer = setTimeout(update, 200);
  });
  new MutationObserver(onMutation).observe(document, {
    childList: true,
    subtree: true,
    attributeFilter: ["src", "open"],
  });
  listen(document, "readystatechange", update);
  update();
};
