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
  const { content } = gate;
  if (gate.localName === "iframe") return (gate.src ||= gate.dataset.src);
  const scripts = content ? [...content.querySelectorAll("script")] : [gate];
  // In a template, too: Firefox fetches its scripts ahead (its bug 1441044), but none that is text/plain.
  for (const script of scripts) {
    if (script.type !== "text/plain" || (content && keyOf(script))) continue;
    const { src, type } = script.dataset;
    // An address that is set needs a policy where Trusted Types are enforced.
    if (src) script.src = (await later()).scriptAddress(src);
    script.type = type ?? "";
  }
  const markers = scripts.map((script) => {
    const marker = new Comment();
    script.replaceWith(marker);
    return marker;
  });
  if (content) gate.replaceWith(content);
  for (const [place, script] of scripts.entries()) {
    const done = loaded(script);
    // The visitor may have withdrawn meanwhile, or the page put it aside.
    if (markers[place].isConnected && isAllowed(keyOf(gate))) markers[place].replaceWith(script);
    if (script.isConnected) await done;
  }
};

let isBusy;
let hasAsked;

/** Opens what is granted, one after the other; also what was added since. A page that is being read may still be writing a gate. */
export const openGates = async () => {
  if (isBusy || document.readyState === "loading") return;
  isBusy = true;
  let again;
  for (const gate of shut().filter((gate) => isAllowed(keyOf(gate)))) {
    // A frame can be shut again; all else is opened once, and what it brings may have gates of its own.
    if (gate.localName !== "iframe") tried.add((again = gate));
    if (isAllowed(keyOf(gate))) await openGate(gate).catch((error) => ask("say", "shut", keyOf(gate), error));
  }
  isBusy = false;
  if (again) return openGates();
  // A frame has something in its place until then; what names nothing that is declared is told of. The second half goes on by itself.
  hasAsked ||= shut().some((gate) => gate.localName === "iframe" || !isKnown(keyOf(gate))) && !ask("replace");
};
