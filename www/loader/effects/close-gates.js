// Closes gates: empties a frame, and moves the content of a template back into it. That happens when a yes ends, and
// whenever the page or a stored copy of it brings something that is open without a yes.

/** @import { Gate, Key } from "../types.js" */
/** @import { Say } from "./gate-diagnostics.js" */

import { NAMED, addressOf, keyOf } from "../consent/keys.js";
import { OPENED, isOpened } from "./opened-mark.js";

/** The text of the comment after an open template's content. */
const END = "/" + OPENED;

/** Matches what may be open without a yes. */
const OPEN = `iframe:is([src],[srcdoc])${NAMED},template[${OPENED}]`;

/**
 * The gates that this document has opened, with the content of each template.
 *
 * @type {WeakMap<Gate, Node[] | undefined>}
 */
const contents = new WeakMap();

/** @type {Set<WeakRef<Gate>>} */
const loadedFrames = new Set();

/**
 * Remembers an opened gate.
 *
 * @param {Gate} gate
 * @param {Node[]} [nodes] the content of a template
 * @returns {boolean} whether it was opened for the first time
 */
export const rememberOpened = (gate, nodes) => {
  const isNew = !contents.has(gate);
  contents.set(gate, nodes);
  if (isNew && !gate.content) loadedFrames.add(new WeakRef(gate));
  return isNew;
};

/**
 * How often each frame was unloaded.
 *
 * @type {WeakMap<Gate, number>}
 */
const unloads = new WeakMap();

/**
 * Unloads a frame by taking it out, changing it and putting it back; not forever, if a script of the page undoes the
 * change.
 *
 * @param {Gate} frame
 * @param {() => void} [change]
 */
export const unload = (frame, change = () => {}) => {
  const { parentNode, nextSibling } = frame;
  const times = (unloads.get(frame) ?? 0) + 1;
  unloads.set(frame, times);
  frame.remove();
  change();
  if (times < 20) parentNode?.insertBefore(frame, nextSibling);
};

/**
 * Makes a marker for the end of a template's content.
 *
 * @returns {Comment}
 */
export const endMarker = () => new Comment(END);

/**
 * The nodes from an open template to its end marker, inclusive; if the page has lost the marker, those that the
 * template brought.
 *
 * @param {Gate} gate
 * @returns {Node[]}
 */
const contentOf = (gate) => {
  /** @type {Node[]} */
  const nodes = [];
  let depth = 1;
  for (let node = gate.nextSibling; node; node = node.nextSibling) {
    nodes.push(node);
    if (/** @type {Comment} */ (node).data === END && !--depth) return nodes;
    if (/** @type {Partial<Element>} */ (node).matches?.(`template[${OPENED}]`)) depth++;
  }
  return (contents.get(gate) ?? []).filter((node) => node.isConnected);
};

/**
 * Whether a frame loads something.
 *
 * @param {Element} frame
 */
const isLive = (frame) =>
  frame.hasAttribute("srcdoc") || !/^\s*(about:blank)?\s*$/i.test(frame.getAttribute("src") ?? "");

/**
 * Moves the content of an open template back into it.
 *
 * @param {Gate} gate
 */
export const closeTemplate = (gate) => {
  const nodes = contentOf(gate);
  /** @type {DocumentFragment} */ (gate.content).append(...nodes);
  if (/** @type {Comment | undefined} */ (nodes.at(-1))?.data === END) /** @type {Comment} */ (nodes.at(-1)).remove();
  gate.removeAttribute(OPENED);
};

/**
 * Whether a gate is closed: not opened yet, or closed again.
 *
 * @param {Element} gate
 * @returns {boolean}
 */
export const isClosed = (gate) => (gate.localName === "iframe" ? !isLive(gate) : !isOpened(gate));

/**
 * @param {Gate} frame
 * @param {Say} say
 */
const closeFrame = (frame, say) => {
  // The page has let it load by itself, which is a mistake.
  if (!contents.has(frame) && !frame.hasAttribute(OPENED)) say("live", keyOf(frame), addressOf(frame));
  const src = frame.getAttribute("src") ?? "";
  // An opened frame became lazy only because of copies (gates.js).
  const names = ["src", "srcdoc", ...(frame.getAttribute(OPENED) ? ["loading"] : []), OPENED];
  // Outside the page a frame requests nothing, whatever changes. WebKit may call listeners while it is taken out.
  unload(frame, () => {
    if (addressOf(frame) === null) frame.setAttribute("data-courtesy-src", src);
    for (const name of names) frame.removeAttribute(name);
  });
};

/**
 * Empties a closed frame that shows something all the same: after going back, browsers restore the documents of frames,
 * and WebKit does so again each time the frame is put back before the page has loaded. The second time it is navigated
 * to an empty page.
 *
 * @param {Gate} frame
 */
export const emptyRestored = (frame) => {
  const { contentDocument, contentWindow } = frame;
  const times = unloads.get(frame) ?? 0;
  // The document of another origin or a sandbox cannot be read, so the frame is emptied three times.
  if (contentDocument ? /^about:blank$/i.test(contentDocument.URL) : times > 2) return;
  if (!times) return unload(frame);
  unloads.set(frame, times + 1);
  /** @type {Window} */ (contentWindow).location.replace("about:blank");
};

/**
 * Closes the frames that the page has taken out, because one that comes back would load before it is noticed.
 *
 * @param {(gate: Gate) => boolean} isOn
 * @param {Say} say
 */
export const closeDetached = (isOn, say) => {
  for (const reference of loadedFrames) {
    const frame = reference.deref();
    if (!frame) loadedFrames.delete(reference);
    else if (!frame.isConnected && isLive(frame) && !isOn(frame)) closeFrame(frame, say);
  }
};

/**
 * Closes what is open in a part of the page, unless it is on.
 *
 * @param {Document | Element} root
 * @param {(gate: Gate) => boolean} isOn
 * @param {Say} say
 */
export const closeGates = (root, isOn, say) => {
  for (const gate of /** @type {Gate[]} */ ([root, ...root.querySelectorAll(OPEN)])) {
    if (!(/** @type {Partial<Gate>} */ (gate).matches?.(OPEN)) || isOn(gate)) continue;
    if (gate.content) closeTemplate(gate);
    else if (isLive(gate)) closeFrame(gate, say);
  }
};
