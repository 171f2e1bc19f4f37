// Gates: what of the page waits for a grant. The page's own nodes are moved, never cloned, in document order, each script once.
// Nothing here can open by accident: a gate is inert by itself, and stays so unless its purpose is known and on.

import { gates, keyOf } from "./keys.js";
import { ask, later } from "./more.js";
import { isAllowed, isKnown } from "./state.js";

/** What was opened once, or could not be. */
const tried = new WeakSet();

const shut = () => gates().filter((gate) => !tried.has(gate));

/** A script that is fetched and not async has run when it has loaded, or failed to. Of what never runs, nothing is ever heard. */
const loaded = (script) =>
  script.matches("[src]:not([async],[nomodule])") && /^$|module|\/javascript$/.test(script.type) &&
  new Promise((done) => (script.addEventListener("load", done), script.addEventListener("error", done)));

const openGate = async (gate) => {
  const { content, dataset } = gate;
  if (gate.localName === "iframe") return (gate.src = dataset.src);
  const scripts = content ? [...content.querySelectorAll("script")] : [gate];
  if (!content) {
    // An address that is set needs a policy where Trusted Types are enforced.
    if (dataset.src) gate.src = (await later()).scriptAddress(dataset.src);
    gate.type = dataset.type ?? "";
  }
  const markers = scripts.map((script) => {
    const marker = new Comment();
    script.replaceWith(marker);
    return marker;
  });
  if (content) gate.replaceWith(content);
  for (const [place, script] of scripts.entries()) {
    const done = loaded(script);
    // The visitor may have withdrawn meanwhile.
    if (isAllowed(keyOf(gate))) markers[place].replaceWith(script);
    // The page may have taken its place away meanwhile.
    if (script.isConnected) await done;
  }
};

let isBusy;
let hasAsked;

/** Opens what is granted, one after the other; also what was added since. A page that is being read may still be writing a gate. */
export const openGates = async () => {
  if (isBusy || document.readyState === "loading") return;
  isBusy = true;
  for (let gate; (gate = shut().find((gate) => isAllowed(keyOf(gate)))); ) {
    if (gate.localName !== "iframe") tried.add(gate);
    await openGate(gate).catch((error) => ask("say", "shut", keyOf(gate), error));
  }
  isBusy = false;
  // A frame has something in its place until then; what names nothing that is declared is told of. The second half goes on by itself.
  hasAsked ||= shut().some((gate) => gate.localName === "iframe" || !isKnown(keyOf(gate))) && !ask("replace");
};
