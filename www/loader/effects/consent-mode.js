// Sends Google's consent mode, version 2, and an event for tag managers that wait for the answer. Only in a courtesy.js
// whose site declares it. It appends to dataLayer and changes nothing else there.

import { followSignals, grants } from "./consent-signals.js";

/** The purposes of each signal; without any it stays denied. */
const signals = __COURTESY_SIGNALS__;

/** The purposes and services that visitors decide on. */
const keys = __COURTESY_KEYS__;

/** @param {unknown} entry */
const push = (entry) => {
  try {
    (window.dataLayer ??= []).push(entry);
  } catch {
    /* the page uses the name for something else */
  }
};

/**
 * Google's tags recognise a command only as an `arguments` object.
 *
 * @type {(...command: unknown[]) => void}
 */
function gtag() {
  push(arguments);
}

let pushed = JSON.stringify(grants(keys, () => false));

/**
 * Pushes the event after an update, if there was an answer or something went on or off. What is on without an answer is
 * no event.
 *
 * @param {boolean} isAnswer
 */
const pushEvent = (isAnswer) => {
  const courtesy = grants(keys, window.courtesy.allows);
  const now = JSON.stringify(courtesy);
  if (!keys[0] || (!isAnswer && now === pushed) || (now.includes('"granted"') && !window.courtesy.record())) return;
  pushed = now;
  push({ event: "courtesy_consent", courtesy });
};

followSignals(signals, (command, state) => gtag("consent", command, state), pushEvent);
