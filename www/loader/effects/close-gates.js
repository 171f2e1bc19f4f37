// Gates that close: a frame is emptied, and what a template brought goes back into it. At an end of a yes, and whenever the page, or a
// stored copy of it, brings something that is open without one.

import { NAMED, addressOf, keyOf } from "../consent/keys.js";
import { OPENED, isOpened } from "./opened-mark.js";

/** What stands behind an open template and its content. */
const END = "/" + OPENED;

/** What may be open without a yes. */
const LIVE = `iframe:is([src],[srcdoc])${NAMED},template[${OPENED}]`;

/** What this document has opened: frames, and the nodes that each template brought. */
const contents = new WeakMap();
const loadedFrames = new Set();

/** Remembers it; gives whether it is new. */
export const remember = (gate, nodes) => {
  const isNew = !contents.has(gate);
  contents.set(gate, nodes);
  if (isNew && !gate.content) loadedFrames.add(new WeakRef(gate));
  return isNew;
};

/** How often a frame was unloaded. */
const unloads = new WeakMap();

/** A frame is unloaded by being put in again, changed meanwhile; but not for ever by turns with a script of the page's. */
export const unload = (frame, change = () => {}) => {
  const { parentNode, nextSibling } = frame;
  const times = (unloads.get(frame) ?? 0) + 1;
  unloads.set(frame, times);
  frame.remove();
  change();
  if (times < 20) parentNode?.insertBefore(frame, nextSibling);
};

/** A marker for the end of a template's content. */
export const endMarker = () => new Comment(END);

/** What stands between an open template and its end marker, and that marker; what it brought, where the page has lost the marker. */
const contentOf = (gate) => {
  const nodes = [];
  let depth = 1;
  for (let node = gate.nextSibling; node; node = node.nextSibling) {
    nodes.push(node);
    if (node.data === END && !--depth) return nodes;
    if (node.matches?.(`template[${OPENED}]`)) depth++;
  }
  return (contents.get(gate) ?? []).filter((node) => node.isConnected);
};

/** Whether a frame has more than an address that loads nothing. */
const isLive = (frame) =>
  frame.hasAttribute("srcdoc") || !/^\s*(about:blank)?\s*$/i.test(frame.getAttribute("src") ?? "");

export const shutTemplate = (gate) => {
  const nodes = contentOf(gate);
  gate.content.append(...nodes);
  if (nodes.at(-1)?.data === END) nodes.at(-1).remove();
  gate.removeAttribute(OPENED);
};

/** Whether a gate has not been opened, or was shut again. */
export const isShut = (gate) => (gate.localName === "iframe" ? !isLive(gate) : !isOpened(gate));

const shutFrame = (frame, say) => {
  // What loaded by itself is a mistake of the page's.
  if (!contents.has(frame) && !frame.hasAttribute(OPENED)) say("live", keyOf(frame), addressOf(frame));
  const src = frame.getAttribute("src") ?? "";
  // Lazy was for the sake of copies (gates.js).
  const names = ["src", "srcdoc", ...(frame.getAttribute(OPENED) ? ["loading"] : []), OPENED];
  // Out of the page, where a frame asks for nothing, whatever is changed. WebKit may call listeners while it is taken out.
  unload(frame, () => {
    if (addressOf(frame) === null) frame.setAttribute("data-courtesy-src", src);
    for (const name of names) frame.removeAttribute(name);
  });
};

/**
 * Empties a shut frame that shows something all the same: browsers restore the documents of frames when a page is gone back to, and
 * WebKit does it again wherever the frame is put in before the page has loaded. From there it is sent to an empty page.
 */
export const emptyRestored = (frame) => {
  const { contentDocument, contentWindow } = frame;
  const times = unloads.get(frame) ?? 0;
  // Of another origin, or of a sandbox, nothing can be seen: then it is emptied three times.
  if (contentDocument ? /^about:blank$/i.test(contentDocument.URL) : times > 2) return;
  if (!times) return unload(frame);
  unloads.set(frame, times + 1);
  contentWindow.location.replace("about:blank");
};

/** Shuts the frames that the page has taken out: one that comes back would load before anybody knows of it. */
export const shutAside = (isOn, say) => {
  for (const reference of loadedFrames) {
    const frame = reference.deref();
    if (!frame) loadedFrames.delete(reference);
    else if (!frame.isConnected && isLive(frame) && !isOn(frame)) shutFrame(frame, say);
  }
};

/** Shuts what is open in a part of the page, unless it is on. */
export const shut = (root, isOn, say) => {
  for (const gate of [root, ...root.querySelectorAll(LIVE)]) {
    if (!gate.matches?.(LIVE) || isOn(gate)) continue;
    if (gate.content) shutTemplate(gate);
    else if (isLive(gate)) shutFrame(gate, say);
  }
};
