// When a page has come to rest: it has loaded, and its scripts leave the browser a free moment. Until then a framework may be taking over
// what the server has rendered, and an element that came between would be an error to it (React redraws the whole document).

/** How long that is waited for, in milliseconds: a page may load for ever. */
const LONGEST = 5000;

/** How long a browser may find no free moment. */
const BUSY = 1000;

const after = (time) => new Promise((done) => setTimeout(done, time));

const idle = () =>
  window.requestIdleCallback ? new Promise((done) => requestIdleCallback(done, { timeout: BUSY })) : after(100);

const loaded = () =>
  new Promise((done) => (document.readyState === "complete" ? done() : addEventListener("load", done)));

let resting;

/** Waits for it, once. */
export const rest = () =>
  // A browser may find a moment between two parts of such work, and hardly two.
  (resting ??= Promise.race([
    loaded()
      .then(idle)
      .then(() => after(200))
      .then(idle),
    after(LONGEST),
  ]));
