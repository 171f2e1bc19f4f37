// What the page does while it is open: it brings gates and its own way back, takes them and the host away, or is written anew, at any time.
// One observer for all of that. What it does at once is in proportion to what was added; it looks at the whole page five times a second at most.

import { host, place } from "../notice/host.js";
import { attach, guarded, listen } from "./listeners.js";
import { gatesModule, lazyModule } from "../lazy/load-lazy.js";
import { render } from "../notice/machine.js";
import { followGates } from "../effects/follow-gates.js";

/** Follows the page from now on. */
export const observe = () => {
  let waiting;
  let root = document.documentElement;
  const look = guarded(() => {
    waiting = 0;
    // Written anew: the listeners of whatever stood there are gone.
    if (!root.isConnected) {
      lazyModule?.reset();
      root = document.documentElement;
    }
    place();
    attach();
    render();
    followGates();
  });
  const changed = guarded((records) => {
    // Whoever empties a page sees the notice at once.
    if (!host.isConnected) place();
    gatesModule?.shutAdded(records);
    if (!waiting) waiting = setTimeout(look, 200);
  });
  new MutationObserver(changed).observe(document, { childList: true, subtree: true, attributeFilter: ["src", "open"] });
  listen(document, "readystatechange", look);
  look();
};
