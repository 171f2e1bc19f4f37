// The way to what is not in the first file, fetched once, when it is needed, and never for a visitor who only answers: the gates
// (effects/gates.js), where something of the page is on or needs a placeholder, and the lazy half (lazy.js) with all the rest.

import { NAMED, keyOf } from "../consent/keys.js";
import { isAllowed } from "../consent/state.js";
import { gatesFile, lazyFile } from "../page/build-constants.js";
import { problem } from "../page/events.js";
import { besideScript, isMoved, site } from "../page/site.js";

/** Each of them, once it is there. */
export let lazyModule;
export let gatesModule;

let listCore;

/** Sets what the two are handed of the first file: a function that lists it in the order of core.js. */
export const provide = (list) => {
  listCore = list;
};

const begin = async (file) => (await __COURTESY_IMPORT__(besideScript(file))).begin(listCore());

export const loadLazy = async () => (lazyModule = await begin(lazyFile));

/** Reports why one of them could not be loaded. */
export const reportFailure = ({ message }) => {
  problem("later", isMoved ? "script moved; add data-base" : message);
  // A frame without its placeholder shows the notice's sentence. In a sandbox nobody can write into its document.
  for (const gate of document.querySelectorAll(NAMED)) {
    if (gate.src || isAllowed(keyOf(gate))) continue;
    if (gate.contentDocument) gate.contentDocument.body.textContent = site.words.text;
    else gate.srcdoc = site.words.text;
  }
};

/** Has the lazy half do something that nothing waits for. */
export const ask = (act, ...rest) => {
  loadLazy()
    .then((lazy) => lazy[act](...rest))
    .catch(reportFailure);
};

/** Loads the gates, which follow what is on from then. */
export const loadGates = () => {
  const start = (gates) => {
    gatesModule = gates;
    gates.look();
  };
  begin(gatesFile).then(start).catch(reportFailure);
};
