// Loads what is not in the first file, once, when it is needed, and never for a visitor who only answers: the gates
// (effects/gates.js), if something on the page is on or needs a placeholder, and the lazy module (lazy.js) with
// everything else.

/** @import { CoreList, Gate, GatesModule, LazyModule } from "../types.js" */

import { NAMED, keyOf } from "../consent/keys.js";
import { isAllowed } from "../consent/state.js";
import { gatesFile, lazyFile } from "../page/build-constants.js";
import { problem } from "../page/events.js";
import { besideScript, isMoved, site } from "../page/site.js";

/**
 * The lazy module, once it is loaded.
 * @type {LazyModule | undefined}
 */
export let lazyModule;

/**
 * The gates, once they are loaded.
 * @type {GatesModule | undefined}
 */
export let gatesModule;

/** @type {() => CoreList} */
let listCore;

/**
 * Sets what both are given of the first file.
 * @param {() => CoreList} list
 */
export const provide = (list) => {
  listCore = list;
};

/**
 * @param {string} file
 * @returns {Promise<any>} what the file's begin() returns, which only its caller knows
 */
const begin = async (file) => (await __COURTESY_IMPORT__(besideScript(file))).begin(listCore());

/** @returns {Promise<LazyModule>} */
export const loadLazy = async () => (lazyModule = await begin(lazyFile));

/**
 * Reports why one of them could not be loaded.
 * @param {Error} error
 */
export const reportFailure = ({ message }) => {
  problem("later", isMoved ? "script moved; add data-base" : message);
  // Without its placeholder, a frame shows the notice's text. The document of a sandboxed frame cannot be written to.
  for (const gate of /** @type {NodeListOf<Gate>} */ (document.querySelectorAll(NAMED))) {
    if (gate.src || isAllowed(keyOf(gate))) continue;
    if (gate.contentDocument) gate.contentDocument.body.textContent = site.words.text;
    else gate.srcdoc = site.words.text;
  }
};

/**
 * Calls the lazy module without waiting for the result.
 * @template {keyof LazyModule} Name
 * @param {Name} act
 * @param {Parameters<LazyModule[Name]>} rest
 */
export const ask = (act, ...rest) => {
  loadLazy()
    .then((lazy) => /** @type {(...rest: unknown[]) => unknown} */ (lazy[act])(...rest))
    .catch(reportFailure);
};

/** Loads the gates, which from then on follow what is on. */
export const loadGates = () => {
  /** @param {GatesModule} gates */
  const start = (gates) => {
    gatesModule = gates;
    gates.look();
  };
  begin(gatesFile).then(start).catch(reportFailure);
};
