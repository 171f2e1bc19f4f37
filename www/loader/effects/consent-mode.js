// Google's consent mode, version 2, and an event for tag managers that wait for the answer. Only in a courtesy.js whose site declares it.
// Of dataLayer nothing else is touched.

import { followSignals, grants } from "./consent-signals.js";

/** By signal the purposes that it stands for; none: it stays denied. */
const signals = __COURTESY_SIGNALS__;

/** The purposes and services that visitors decide on. */
const keys = __COURTESY_KEYS__;

const push = (entry) => {
  try {
    (window.dataLayer ??= []).push(entry);
  } catch {
    /* the page keeps something else there */
  }
};

/** Google's tags know a command by its being an `arguments` object. */
function gtag() {
  push(arguments);
}

let told = JSON.stringify(grants(keys, () => false));

/** The event, after the update: with each answer, and where something went on or off. What is on without an answer is no event. */
const tell = (isAnswer) => {
  const courtesy = grants(keys, window.courtesy.allows);
  const now = JSON.stringify(courtesy);
  if (!keys[0] || (!isAnswer && now === told) || (now.includes('"granted"') && !window.courtesy.record())) return;
  told = now;
  push({ event: "courtesy_consent", courtesy });
};

followSignals(signals, (command, state) => gtag("consent", command, state), tell);
