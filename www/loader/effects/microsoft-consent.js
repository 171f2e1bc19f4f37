// Microsoft's consent signals: UET (Microsoft Advertising) and Clarity. Only in a courtesy.js whose site declares them.

import { followSignals } from "./consent-signals.js";

/** By signal the purposes that it stands for; Clarity is told only where analytics_storage is among them. */
const microsoft = __COURTESY_MICROSOFT__;

/** Clarity's own tag keeps a function that is there, and reads what it was called with. */
function clarity() {
  (window.clarity.q ??= []).push(arguments);
}

const tellMicrosoft = (command, { ad_storage, analytics_storage }) => {
  try {
    (window.uetq ??= []).push("consent", command, { ad_storage });
  } catch {
    /* the page keeps something else there */
  }
  try {
    if (analytics_storage)
      (window.clarity ??= clarity)("consentv2", { ad_Storage: ad_storage, analytics_Storage: analytics_storage });
  } catch {
    /* so it does here */
  }
};

followSignals(microsoft, tellMicrosoft);
