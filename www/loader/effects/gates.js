// Gates: what of the page waits for a grant. The page's own nodes are moved, never cloned, in document order.
// Nothing here can open by accident: a gate is inert by itself, and stays so unless its purpose is known and on.
// A file of its own, fetched where something of a page is on, or needs a placeholder.

import { coreOf } from "../lazy/core.js";
import { mistakes } from "./gate-diagnostics.js";
import { NAMED, addressOf, allGates, keyOf } from "../consent/keys.js";
import { OPENED, markOpened } from "./opened-mark.js";
import { isJavaScript, scripts } from "./gate-scripts.js";
import { rest } from "./page-idle.js";
import { emptyRestored, endMarker, isShut, remember, shut, shutAside, shutTemplate, unload } from "./close-gates.js";
import { trusted } from "./trusted-types.js";

/** Firefox would fetch again what becomes lazy. There a frame is lazy from the start, and a picture never. */
const isLazyFirst = CSS.supports("-moz-appearance: none");

/** How long a lazy frame may be without a box, in milliseconds: by then its placeholder is gone, and it is meant to be hidden. */
const HIDDEN = 500;

/** What an opened gate shows becomes lazy: a copy of it is not fetched before it is known whether it is on. */
const makeLazy = (element) => {
  const isFree = !element.hasAttribute("loading") && (!isLazyFirst || element.localName === "iframe");
  if (keyOf(element)) markOpened(element, isFree);
  if (!isFree) return;
  const become = () => (element.loading = "lazy");
  if (!isLazyFirst) return element.addEventListener("load", become, { once: true });
  become();
  setTimeout(() => element.getClientRects()[0] || element.removeAttribute("loading"), HIDDEN);
};

const openFrame = (frame) => {
  const address = addressOf(frame);
  if (!address) throw new Error('it has no address; write data-courtesy-src="…"');
  // What a script has put in Firefox does not restore when a page is gone back to.
  if (remember(frame) && isLazyFirst) unload(frame);
  makeLazy(frame);
  frame.src = address;
};

/** Opens and shuts the page's gates. */
const assembleGates = (core) => {
  const { ask, host, isAllowed, problem } = core;
  const { inspect, say } = mistakes(core);
  /** Gates that could not be opened, and those that a visitor opened once, without a choice. */
  const failed = new WeakSet();
  const once = new WeakSet();
  const run = scripts(host.shadowRoot, say, trusted(core));

  const isOn = (gate) => once.has(gate) || isAllowed(keyOf(gate));

  const openTemplate = async (gate, key) => {
    const { content } = gate;
    // A copy of another document's: nothing of it has run here.
    if (gate.hasAttribute(OPENED)) shutTemplate(gate);
    // What a framework put into the template itself is its content, too.
    content.append(...gate.childNodes);
    const inside = [...content.querySelectorAll("script")].filter(
      (script) => script.type === "text/plain" || isJavaScript(script),
    );
    for (const script of inside) {
      if (script.type === "text/plain") continue;
      script.setAttribute("data-type", script.type);
      script.type = "text/plain";
    }
    // A copy of a frame may come back without its template: it is a gate of its own, for the same key.
    for (const frame of content.querySelectorAll("iframe:is([src],[srcdoc])")) {
      if (keyOf(frame)) continue;
      for (const name of ["data-purpose", "data-service"])
        if (gate.hasAttribute(name)) frame.setAttribute(name, gate.getAttribute(name));
      if (once.has(gate)) once.add(frame);
      remember(frame);
    }
    content.querySelectorAll("iframe:is([src],[srcdoc]),img").forEach(makeLazy);
    remember(gate, [...content.childNodes]);
    markOpened(gate);
    gate.after(content, endMarker());
    // A script that names a purpose waits for that one.
    for (const script of inside) if (!keyOf(script)) await run(script, key, () => isOn(gate));
  };

  /** Opens a gate. What it brings may have gates of its own. */
  const open = (gate) => {
    const key = keyOf(gate);
    if (gate.localName === "iframe") return openFrame(gate);
    return gate.content ? openTemplate(gate, key) : run(gate, key, () => isOn(gate));
  };

  let isBusy;

  /** Opens what is granted, one after the other; also what was added since. A page that is being read may still be writing a gate. */
  const openAll = async () => {
    if (isBusy || document.readyState === "loading") return;
    isBusy = true;
    let again;
    try {
      for (const gate of allGates()) {
        if (!isShut(gate) || failed.has(gate) || !isOn(gate)) continue;
        again = true;
        // What a template brings is new in the page.
        if (gate.content) await rest();
        try {
          if (isOn(gate)) await open(gate);
        } catch (error) {
          say("shut", keyOf(gate), error);
        }
        // What is shut still is not tried again.
        if (gate.isConnected && isOn(gate) && isShut(gate)) failed.add(gate);
      }
    } catch (error) {
      problem("gates", error.message);
    }
    isBusy = false;
    if (again) return openAll();
  };

  const shutIn = (root) => shut(root, isOn, say);
  const empty = (element) =>
    element.localName === "iframe" && element.matches(NAMED) && isShut(element) && emptyRestored(element);
  core.listen(document, "load", ({ target }) => empty(target), true);
  // What has loaded before this file was here.
  for (const gate of allGates()) if (gate.contentDocument) empty(gate);
  let hasAsked;
  let place; // what keeps the placeholders, once it is there

  return {
    shut: () => {
      shutIn(document);
      shutAside(isOn, say);
    },
    /** At once, and in proportion to what was added: a copy of the page may have come back that was made before a withdrawal. */
    shutAdded: (records) => {
      for (const { target, addedNodes, attributeName } of records) {
        for (const node of attributeName ? [target] : addedNodes)
          if (node.localName && (!attributeName || node.localName === "iframe")) shutIn(node);
      }
    },
    /** Follows the page, and what is on. */
    look: () => {
      shutIn(document);
      // Before anything moves: a template that opens takes its child nodes along.
      inspect();
      openAll();
      // Placeholders come with the second half, which is asked once.
      if (!hasAsked && allGates().some((gate) => isShut(gate) && gate.matches("iframe,[data-placeholder]"))) {
        hasAsked = true;
        rest().then(() => ask("keepPlaces", { isOn, once, open, follow: (keeper) => (place = keeper) }));
      }
      place?.();
    },
  };
};

let assembled;

/** The gates, for the first file. */
export const begin = (given) => (assembled ??= assembleGates(coreOf(given)));
