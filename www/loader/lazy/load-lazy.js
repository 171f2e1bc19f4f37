// The way to what is not in the first file, fetched when it is needed, once, and never for a visitor who only answers: the gates (gates.js),
// where something of the page is on or stands in a frame, and the second half (later.js) with all the rest.

import { answer, decided, refresh } from "../consent/decide.js";
import { emit, keep, problem } from "../page/events.js";
import { host } from "../notice/host.js";
import { NAMED, keyOf } from "../consent/keys.js";
import { listen } from "../page/listeners.js";
import { closed, cover, finish } from "../notice/notice.js";
import { besideScript, isMoved, nonce, site } from "../page/site.js";
import { gatesFile, half } from "../page/build-constants.js";
import { current, isAllowed, reason, remember } from "../consent/state.js";
import { isFixed } from "../consent/storage.js";

/** Each of them, once it is there. */
export let loaded;
export let doors;

/** One of them, given what it needs of the first file: in the order of core.js, whose names would cost a first visit 100 bytes. */
const given = async (file) =>
  (await __COURTESY_IMPORT__(besideScript(file))).begin([
    site, host, answer, ask, closed, cover, current, decided, emit, finish, isAllowed, isFixed, keep, listen, nonce, problem, reason, refresh, remember,
  ]);

export const later = async () => (loaded = await given(half));
export const gates = async () => (doors = await given(gatesFile));

/** Says why something could not be had. */
export const failed = ({ message }) => {
  problem("later", isMoved ? 'script moved; add data-base' : message);
  // A frame that waits has the notice's sentence in it, where its placeholder is missing. In a sandbox nobody can write into its document.
  for (const gate of document.querySelectorAll(NAMED)) {
    if (gate.src || isAllowed(keyOf(gate))) continue;
    if (gate.contentDocument) gate.contentDocument.body.textContent = site.words.text;
    else gate.srcdoc = site.words.text;
  }
};

/** Has the second half do something for which nobody waits; where it cannot be had, that is said. */
export const ask = (act, ...rest) => {
  later().then((more) => more[act](...rest)).catch(failed);
};

/** The same of the gates. */
export const askGates = () => {
  gates().then(({ look }) => look()).catch(failed);
};
