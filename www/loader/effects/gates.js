// Gates: the parts of the page that wait for a grant. The page's nodes are moved, never cloned, in document order.
// Nothing opens by accident: a gate is inert by itself, and stays so unless its purpose is known and on.
// This is a separate file, fetched only if something on the page is on or needs a placeholder.

/** @import { Core, CoreList, Gate, GatesModule, Key } from "../types.js" */

import { coreOf } from "../lazy/core.js";
import { gateDiagnostics } from "./gate-diagnostics.js";
import { NAMED, addressOf, allGates, keyOf } from "../consent/keys.js";
import { OPENED, markOpened } from "./opened-mark.js";
import { gateScripts, isJavaScript } from "./gate-scripts.js";
import { pageIdle } from "./page-idle.js";
import {
  closeDetached,
  closeGates,
  closeTemplate,
  emptyRestored,
  endMarker,
  isClosed,
  rememberOpened,
  unload,
} from "./close-gates.js";
import { trustedTypes } from "./trusted-types.js";

/**
 * Whether this is Firefox, which fetches again what becomes lazy. There a frame is lazy from the start, and a picture
 * never.
 */
const isLazyFirst = CSS.supports("-moz-appearance: none");

/** After this many milliseconds a lazy frame without a box is hidden on purpose, because its placeholder is gone. */
const HIDDEN = 500;

/**
 * Makes the content of an opened gate lazy, so that a copy of it is not fetched before it is known whether it is on.
 *
 * @param {Gate} element
 */
const makeLazy = (element) => {
  const isFree = !element.hasAttribute("loading") && (!isLazyFirst || element.localName === "iframe");
  if (keyOf(element)) markOpened(element, isFree);
  if (!isFree) return;
  const become = () => (element.loading = "lazy");
  if (!isLazyFirst) return element.addEventListener("load", become, { once: true });
  become();
  setTimeout(() => element.getClientRects()[0] || element.removeAttribute("loading"), HIDDEN);
};

/** @param {Gate} frame */
const openFrame = (frame) => {
  const address = addressOf(frame);
  if (!address) throw new Error('it has no address; write data-courtesy-src="…"');
  // After going back, Firefox does not restore a frame that a script has inserted.
  if (rememberOpened(frame) && isLazyFirst) unload(frame);
  makeLazy(frame);
  frame.src = address;
};

/**
 * @param {Core} core
 * @returns {GatesModule}
 */
const assembleGates = (core) => {
  const { ask, host, isAllowed, problem } = core;
  const { inspect, say } = gateDiagnostics(core);
  /** Gates that could not be opened. */
  const failed = new WeakSet();
  /** Gates that the visitor opened once, without a choice. */
  const once = new WeakSet();
  const run = gateScripts(host.shadowRoot, say, trustedTypes(core));

  /** @param {Gate} gate */
  const isOn = (gate) => once.has(gate) || isAllowed(keyOf(gate));

  /**
   * @param {Gate} gate
   * @param {Key} key
   */
  const openTemplate = async (gate, key) => {
    const { content } = /** @type {HTMLTemplateElement} */ (gate);
    // Open in a copy of another document, so nothing of it has run here.
    if (gate.hasAttribute(OPENED)) closeTemplate(gate);
    // A framework may have put content into the template element itself.
    content.append(...gate.childNodes);
    const inside = [...content.querySelectorAll("script")].filter(
      (script) => script.type === "text/plain" || isJavaScript(script),
    );
    for (const script of inside) {
      if (script.type === "text/plain") continue;
      script.setAttribute("data-type", script.type);
      script.type = "text/plain";
    }
    // A copy of a frame may come back without its template, so it is a gate itself, for the same key.
    for (const frame of /** @type {NodeListOf<HTMLIFrameElement>} */ (
      content.querySelectorAll("iframe:is([src],[srcdoc])")
    )) {
      if (keyOf(frame)) continue;
      for (const name of ["data-purpose", "data-service"])
        if (gate.hasAttribute(name)) frame.setAttribute(name, /** @type {string} */ (gate.getAttribute(name)));
      if (once.has(gate)) once.add(frame);
      rememberOpened(frame);
    }
    /** @type {NodeListOf<Gate>} */ (content.querySelectorAll("iframe:is([src],[srcdoc]),img")).forEach(makeLazy);
    rememberOpened(gate, [...content.childNodes]);
    markOpened(gate);
    gate.after(content, endMarker());
    // A script that names a purpose waits for that one.
    for (const script of inside) if (!keyOf(script)) await run(script, key, () => isOn(gate));
  };

  /**
   * Opens a gate, whose content may have gates itself.
   *
   * @param {Gate} gate
   */
  const open = (gate) => {
    const key = keyOf(gate);
    if (gate.localName === "iframe") return openFrame(gate);
    return gate.content ? openTemplate(gate, key) : run(/** @type {HTMLScriptElement} */ (gate), key, () => isOn(gate));
  };

  /** @type {boolean} */
  let isBusy;

  /**
   * Opens what is granted in turn, also what was added meanwhile. While the page is being parsed, a gate may be
   * incomplete.
   *
   * @returns {Promise<void>}
   */
  const openAll = async () => {
    if (isBusy || document.readyState === "loading") return;
    isBusy = true;
    let again;
    try {
      for (const gate of allGates()) {
        if (!isClosed(gate) || failed.has(gate) || !isOn(gate)) continue;
        again = true;
        // The content of a template is inserted into the page.
        if (gate.content) await pageIdle();
        try {
          if (isOn(gate)) await open(gate);
        } catch (error) {
          say("shut", keyOf(gate), /** @type {Error} */ (error));
        }
        // What is still closed is not tried again.
        if (gate.isConnected && isOn(gate) && isClosed(gate)) failed.add(gate);
      }
    } catch (error) {
      problem("gates", /** @type {Error} */ (error).message);
    }
    isBusy = false;
    if (again) return openAll();
  };

  /** @param {Document | Element} root */
  const closeIn = (root) => closeGates(root, isOn, say);
  /** @param {Gate} element */
  const empty = (element) =>
    element.localName === "iframe" && element.matches(NAMED) && isClosed(element) && emptyRestored(element);
  core.listen(document, "load", ({ target }) => empty(target), true);
  // Frames that loaded before this file.
  for (const gate of allGates()) if (gate.contentDocument) empty(gate);
  /** @type {boolean} */
  let hasAsked;
  /** @type {() => void} updates the placeholders, once they are loaded */
  let updatePlaceholders;

  return {
    shut: () => {
      closeIn(document);
      closeDetached(isOn, say);
    },
    // At once, because a copy of the page from before a withdrawal may have come back; and only in what was added.
    shutAdded: (records) => {
      for (const { target, addedNodes, attributeName } of records) {
        for (const node of attributeName ? [target] : addedNodes)
          if (
            /** @type {Element} */ (node).localName &&
            (!attributeName || /** @type {Element} */ (node).localName === "iframe")
          )
            closeIn(/** @type {Element} */ (node));
      }
    },
    look: () => {
      closeIn(document);
      // Before anything moves, because a template that opens takes its child nodes along.
      inspect();
      openAll();
      // The placeholders are in the lazy module, which is asked for once.
      if (!hasAsked && allGates().some((gate) => isClosed(gate) && gate.matches("iframe,[data-placeholder]"))) {
        hasAsked = true;
        pageIdle().then(() =>
          ask("keepPlaces", { isOn, once, open, follow: (update) => (updatePlaceholders = update) }),
        );
      }
      updatePlaceholders?.();
    },
  };
};

/** @type {GatesModule | undefined} */
let gatesModule;

/**
 * Starts the gates, once.
 *
 * @param {CoreList} list
 * @returns {GatesModule}
 */
export const begin = (list) => (gatesModule ??= assembleGates(coreOf(list)));
