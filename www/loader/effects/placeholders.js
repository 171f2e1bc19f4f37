// Placeholders: each replaces an embedded frame that is not granted, and names its purpose and the host that it would
// load from. "Show it once" loads this frame and stores nothing; "always" is a choice for its service or purpose.

/** @import { Core, Gate, LazyFacts, LazyModule, OpenGates, Tree } from "../types.js" */

import { addressOf, allGates, keyOf, purposeOf } from "../consent/keys.js";
import { isBlockedByGpc, readGpc } from "../consent/signals.js";
import { isClosed } from "./close-gates.js";
import { fill, make } from "../page/dom.js";

/** In a small frame a container query keeps the title visible above the buttons. */
const STYLES = `:host { grid-template-rows: minmax(0, 1fr) }
div { box-sizing: border-box; overflow: auto; padding: 12px 14px 0; display: grid; align-content: safe center; justify-items: start; gap: 8px;
  color: var(--courtesy-text, light-dark(#1a1d23, #eceef2)); background: var(--courtesy-surface, light-dark(#f6f7f9, #1d2026));
  border: 1px solid color-mix(in srgb, currentColor 24%, transparent); border-radius: var(--courtesy-radius, 14px);
  font: max(1rem, 14px)/1.5 var(--courtesy-font, system-ui, sans-serif); overflow-wrap: anywhere }
p { margin: 0 } .title { font-weight: 650 }
.acts { position: sticky; inset-block-end: 0; justify-self: stretch; display: flex; flex-wrap: wrap; gap: 8px; padding-block: 4px 12px;
  background: var(--courtesy-surface, light-dark(#f6f7f9, #1d2026)) }
button { min-block-size: 44px; padding: 8px 12px; border: 1px solid color-mix(in srgb, currentColor 56%, transparent);
  border-radius: calc(var(--courtesy-radius, 14px) * 0.7); color: inherit; background: none; font: inherit; font-weight: 600; cursor: pointer }
div { container-type: size }
@container (block-size < 12em) { .acts { flex-wrap: nowrap; padding-block: 0 8px } button { flex: 1; padding: 4px; font-size: max(0.875em, 14px); line-height: 1.25 } }
button:hover { background: color-mix(in srgb, currentColor 7%, transparent) }
:focus-visible { outline: 3px solid var(--courtesy-accent, light-dark(#3b63d3, #8fadff)); outline-offset: 2px }`;

/** The box for a template, which has none itself. */
const BLOCK =
  ":host { all: initial !important; display: grid !important; min-height: 9em !important; overflow: clip !important; color-scheme: {theme} !important }";

/** The properties that make a frame's box and its position. */
const BOX = [
  "position",
  "inset",
  "z-index",
  "float",
  "clear",
  "margin",
  "padding",
  "box-sizing",
  "border-width",
  "width",
  "height",
  "max-width",
  "aspect-ratio",
  "vertical-align",
  "flex",
  "order",
  "grid-area",
  "align-self",
  "justify-self",
];

/**
 * Hides a frame, and returns the style of a box like the frame's, so that nothing moves when one replaces the other.
 *
 * @param {Gate} frame
 * @param {string} theme
 */
const takeBox = (frame, theme) => {
  const style = getComputedStyle(frame);
  const { display } = style;
  const { width, height } = frame.getBoundingClientRect();
  /** @typedef {"Left" | "Right" | "Top" | "Bottom"} Side */
  /** @param {(`padding${Side}` | `border${Side}Width`)[]} names of the style */
  const edges = (...names) =>
    style.boxSizing === "border-box" ? 0 : names.reduce((sum, name) => sum + parseFloat(style[name]), 0);
  const measured = {
    width: width ? width - edges("paddingLeft", "paddingRight", "borderLeftWidth", "borderRightWidth") : 300,
    height: height ? height - edges("paddingTop", "paddingBottom", "borderTopWidth", "borderBottomWidth") : 150,
  };
  frame.style.setProperty("display", "none", "important");
  // For an element that is not rendered, browsers return the specified values, such as percentages and auto.
  const box = Object.fromEntries(BOX.map((name) => [name, style.getPropertyValue(name)]));
  if (box.width === "auto") box.width = measured.width + "px";
  if (box.height === "auto" && box["aspect-ratio"] === "auto") box.height = measured.height + "px";
  const max = box["max-width"];
  // Layout containment removes the baseline, so that it sits on the line as a frame does.
  const whole = {
    all: "initial",
    ...box,
    "max-width": max === "none" ? "100%" : `min(100%, ${max})`,
    "min-height": "9em",
    "border-style": "solid",
    "border-color": "transparent",
    display:
      /** @type {Record<string, string>} */ ({ none: "none", inline: "inline-grid", "inline-block": "inline-grid" })[
        display
      ] ?? "grid",
    overflow: "clip",
    contain: "layout",
    "color-scheme": theme,
  };
  return `:host { ${Object.entries(whole)
    .map(([name, value]) => `${name}: ${value} !important`)
    .join("; ")} }`;
};

/**
 * @param {Core} core
 * @param {() => Promise<LazyFacts>} facts
 * @returns {Pick<LazyModule, "keepPlaces">}
 */
export const placeholders = (core, facts) => {
  /** @type {Map<Gate, { place: HTMLElement, restore: () => void }>} */
  const shown = new Map();
  /** @type {OpenGates["isOn"]} */
  let isOn;
  /** @type {OpenGates["once"]} */
  let once;
  /** @type {OpenGates["open"]} */
  let open;
  const { site, problem } = core;

  /**
   * The host that a frame would load from, or what a template says it contains. Throws if the address is invalid.
   *
   * @param {Gate} gate
   */
  const describe = (gate) =>
    gate.content
      ? /** @type {string} */ (gate.getAttribute("data-placeholder"))
      : new URL(/** @type {string} */ (addressOf(gate)), document.baseURI).host;

  /**
   * Replaces a gate by a placeholder.
   *
   * @param {Gate} gate
   * @param {LazyFacts} lazyFacts
   */
  const insert = (gate, lazyFacts) => {
    const key = keyOf(gate);
    // First, because it may throw, and nothing is hidden yet.
    const host = describe(gate);
    const place = document.createElement("courtesy-placeholder");
    // The valid brand tokens, which the host has.
    place.style.cssText = core.host.style.cssText;
    const root = place.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    const { theme } = core.host.dataset;
    const [display, priority] = gate.content
      ? []
      : [gate.style.getPropertyValue("display"), gate.style.getPropertyPriority("display")];
    const scheme =
      /** @type {Record<string, string>} */ ({ dark: theme, light: theme })[/** @type {string} */ (theme)] ??
      "light dark";
    sheet.replaceSync(STYLES + (gate.content ? BLOCK.replace("{theme}", scheme) : takeBox(gate, scheme)));
    root.adoptedStyleSheets = [sheet];
    const { words, names } = lazyFacts;
    const name = names[key] ?? names[purposeOf(key)];
    const title = gate.title ? fill(words.frame, { title: gate.title, name }) : name;
    // What the signal blocks can be granted only in the choices, in two steps.
    /** @type {[act: string, label: string][]} */
    const buttons = isBlockedByGpc(site, key, readGpc())
      ? [["choose", /** @type {string} */ (site.words.choices)]]
      : [
          ["once", words.once],
          ["always", words.always],
        ];
    root.append(
      make([
        "div",
        { role: "group", "aria-label": title, lang: site.language, dir: site.direction },
        ["p", { class: "title" }, title],
        [
          "p",
          {},
          host === "" ? "" : gate.content ? host : fill(words.frameText, { host, purpose: names[purposeOf(key)] }),
        ],
        [
          "p",
          { class: "acts" },
          ...buttons.map(([act, text]) => /** @type {Tree} */ (["button", { type: "button", "data-do": act }, text])),
        ],
      ]),
    );
    root.addEventListener("click", ({ target }) => {
      const act = /** @type {Partial<HTMLElement>} */ (target).dataset?.do;
      if (act === "choose") window.courtesy.open("choices");
      else if (act) {
        if (act === "once") once.add(gate);
        else core.answer({ [key]: true }, "placeholder");
        show(gate).then(() => gate.focus());
      }
    });
    gate.before(place);
    shown.set(gate, {
      place,
      restore: () => gate.content || gate.style.setProperty("display", /** @type {string} */ (display), priority),
    });
  };

  /** @param {Gate} gate */
  const removePlaceholder = (gate) => {
    const { place, restore } = /** @type {{ place: HTMLElement, restore: () => void }} */ (shown.get(gate));
    shown.delete(gate);
    place.remove();
    restore();
  };

  /** @param {Gate} gate */
  const show = async (gate) => {
    if (shown.has(gate)) removePlaceholder(gate);
    if (isClosed(gate)) await open(gate);
  };

  /** @param {LazyFacts} lazyFacts */
  const update = (lazyFacts) => {
    for (const [gate, { place }] of shown) {
      // The gate is on, or the page has removed one of the two; a gate that remains gets a new placeholder below.
      if (isOn(gate) || !gate.isConnected || !place.isConnected) removePlaceholder(gate);
    }
    for (const gate of allGates()) {
      const key = keyOf(gate);
      const isWaiting =
        isClosed(gate) &&
        (gate.content ? gate.hasAttribute("data-placeholder") : gate.localName === "iframe" && addressOf(gate));
      // Once it is granted, a frame that was shown once closes with the grant.
      if (once.has(gate) && window.courtesy.allows(key)) once.delete(gate);
      try {
        if (isWaiting && core.isAskable(site, key) && !isOn(gate) && !shown.has(gate)) insert(gate, lazyFacts);
      } catch (error) {
        problem("frame", `the frame for "${key}": ${/** @type {Error} */ (error).message}`);
      }
    }
  };

  return {
    // Updates the placeholders whenever the gates have looked at the page.
    keepPlaces: async (gates) => {
      ({ isOn, once, open } = gates);
      const lazyFacts = await facts();
      const look = () => update(lazyFacts);
      gates.follow(look);
      look();
    },
  };
};
