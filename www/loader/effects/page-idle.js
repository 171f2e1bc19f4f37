// Waits until the page is idle: loaded, and with a free moment between its scripts. Until then a framework may be
// hydrating what the server rendered, and would treat an inserted element as an error (React rerenders the whole
// document).

/** The longest wait in milliseconds, because a page may load forever. */
const TIMEOUT = 5000;

/** The longest wait for a free moment, in milliseconds. */
const IDLE_TIMEOUT = 1000;

/** @param {number} time in milliseconds */
const after = (time) => new Promise((done) => setTimeout(done, time));

const idle = () =>
  // Safari has none.
  /** @type {Partial<Window>} */ (window).requestIdleCallback
    ? new Promise((done) => requestIdleCallback(done, { timeout: IDLE_TIMEOUT }))
    : after(100);

const loaded = () =>
  new Promise((/** @type {(event?: Event) => void} */ done) =>
    document.readyState === "complete" ? done() : addEventListener("load", done),
  );

/** @type {Promise<unknown> | undefined} */
let whenIdle;

/**
 * Resolves when the page is idle, or after the longest wait.
 *
 * @returns {Promise<unknown>}
 */
export const pageIdle = () =>
  // A free moment may fall between two parts of hydration; two in a row hardly do.
  (whenIdle ??= Promise.race([
    loaded()
      .then(idle)
      .then(() => after(200))
      .then(idle),
    after(TIMEOUT),
  ]));
