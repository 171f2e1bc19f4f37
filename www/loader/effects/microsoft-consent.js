// Sends Microsoft's consent signals to UET (Microsoft Advertising) and Clarity. Only in a courtesy.js whose site
// declares them.

import { followSignals } from "./consent-signals.js";

/** The purposes of each signal. Clarity gets a signal only if analytics_storage is among them. */
const signals = __COURTESY_MICROSOFT__;

/**
 * Queues its arguments. Clarity's tag keeps an existing function, and reads the queue.
 *
 * @type {(...command: unknown[]) => void}
 */
function clarity() {
  // @ts-expect-error: window.clarity is defined, because this is called by that name only.
  (window.clarity.q ??= []).push(arguments);
}

/** @type {import("./consent-signals.js").Send} */
const sendMicrosoft = (command, { ad_storage, analytics_storage }) => {
  try {
    (window.uetq ??= []).push("consent", command, { ad_storage });
  } catch {
    /* the page uses the name for something else */
  }
  try {
    if (analytics_storage)
      (window.clarity ??= clarity)("consentv2", { ad_Storage: ad_storage, analytics_Storage: analytics_storage });
  } catch {
    /* likewise */
  }
};

followSignals(signals, sendMicrosoft);
