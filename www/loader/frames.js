// Embedded frames: in the place of one that is not granted stands a placeholder, which names what it is and whom it would ask.
// "Show it once" loads this one and stores nothing; "always" is a choice for its service, or its purpose.

import { gates, keyOf, purposeOf } from "./keys.js";
import { build, fill } from "./tree.js";

const STYLES = `:host { all: initial; display: block; box-sizing: border-box; max-inline-size: 100%; overflow: auto; color-scheme: light dark }
:host([hidden]) { display: none }
div { box-sizing: border-box; min-block-size: 100%; padding: 20px 24px; display: grid; align-content: center; justify-items: start; gap: 8px;
  color: var(--courtesy-text, light-dark(#1a1d23, #eceef2)); background: var(--courtesy-surface, light-dark(#f6f7f9, #1d2026));
  border: 1px solid color-mix(in srgb, currentColor 24%, transparent); border-radius: var(--courtesy-radius, 14px);
  font: max(1rem, 14px)/1.5 var(--courtesy-font, system-ui, sans-serif); overflow-wrap: anywhere }
p { margin: 0 } .title { font-weight: 650 } .acts { display: flex; flex-wrap: wrap; gap: 12px }
button { min-block-size: 44px; padding: 8px 16px; border: 1px solid color-mix(in srgb, currentColor 56%, transparent);
  border-radius: calc(var(--courtesy-radius, 14px) * 0.7); color: inherit; background: none; font: inherit; font-weight: 600; cursor: pointer }
button:hover { background: color-mix(in srgb, currentColor 7%, transparent) }
:focus-visible { outline: 3px solid var(--courtesy-accent, light-dark(#3b63d3, #8fadff)); outline-offset: 2px }`;


/** Placeholders, and the page's mistakes in naming gates. */
export const frames = (core, facts) => {
  const placeholders = new Map();
  const once = new WeakSet();
  const { site, problem } = core;
  const isAllowed = (key) => window.courtesy.allows(key);
  const isKnown = (key) => site.exempt?.includes(purposeOf(key)) || (site.optional && Object.hasOwn(site.facts, key));

  const put = (frame, known) => {
    const key = keyOf(frame);
    const { width, height } = frame.getBoundingClientRect();
    const place = document.createElement("courtesy-placeholder");
    const root = place.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    // As large as the frame was, so that nothing moves when it comes.
    sheet.replaceSync(STYLES + (height ? `:host { inline-size: ${width}px; block-size: max(${height}px, 9em) }` : ""));
    root.adoptedStyleSheets = [sheet];
    const { words, names } = known;
    const name = names[key] ?? names[purposeOf(key)];
    const host = new URL(frame.dataset.src, document.baseURI).host;
    // A signal stands against this purpose: it is granted in the choices, in two steps, or not at all.
    const isOff = navigator.globalPrivacyControl === true && site.sold?.includes(purposeOf(key));
    const acts = isOff ? [["choose", words.choose]] : [["once", words.once], ["always", words.always]];
    root.append(build([
      "div", { role: "group", "aria-label": fill(words.frame, { name }), lang: site.language, dir: site.direction },
      ["p", { class: "title" }, fill(words.frame, { name })],
      ["p", {}, fill(words.frameText, { host, purpose: names[purposeOf(key)] })],
      ["p", { class: "acts" }, ...acts.map(([act, text]) => ["button", { type: "button", "data-do": act }, text])],
    ], {}));
    root.addEventListener("click", ({ target }) => {
      const act = target.dataset?.do;
      if (act === "choose") window.courtesy.open("choices");
      if (act === "once") {
        once.add(frame);
        show(frame);
      }
      if (act === "always") {
        core.answer({ [key]: true }, "placeholder");
        show(frame);
      }
      if (act === "once" || act === "always") frame.focus();
    });
    const display = frame.style.display;
    frame.style.display = "none";
    frame.before(place);
    placeholders.set(frame, { place, display });
  };

  const show = (frame) => {
    const { place, display } = placeholders.get(frame) ?? {};
    if (!place) return;
    placeholders.delete(frame);
    place.remove();
    frame.style.display = display;
    if (!frame.hasAttribute("src")) frame.src = frame.dataset.src;
  };

  /** A frame that is loaded is unloaded by being put back without its address. */
  const unload = (frame) => {
    const { parentNode, nextSibling } = frame;
    frame.removeAttribute("src");
    frame.remove();
    parentNode.insertBefore(frame, nextSibling);
  };

  const update = async () => {
    const known = await facts();
    for (const frame of placeholders.keys()) {
      if (!frame.isConnected) placeholders.get(frame).place.remove(), placeholders.delete(frame);
      else if (isAllowed(keyOf(frame))) show(frame);
    }
    for (const frame of document.querySelectorAll("iframe[data-src][src]:is([data-purpose],[data-service])")) {
      if (!isAllowed(keyOf(frame)) && !once.has(frame)) unload(frame);
    }
    for (const gate of gates()) {
      const key = keyOf(gate);
      if (!isKnown(key)) problem(`gate "${key}"`, `the site file asks for no purpose or service "${key}", so the ${gate.localName} that names it stays shut`);
      if (gate.localName === "iframe" && isKnown(key) && !isAllowed(key) && !placeholders.has(gate)) put(gate, known);
    }
  };
  const follow = () => {
    waiting = 0;
    update().catch((error) => problem("later", error.message));
  };
  document.addEventListener("courtesy:changed", follow);
  // A page that draws itself may bring frames at any time, or take them away.
  let waiting;
  new MutationObserver(() => {
    if (gates()[0] || placeholders.size) waiting ||= setTimeout(follow, 200);
  }).observe(document, { childList: true, subtree: true });
  return { replace: update };
};
