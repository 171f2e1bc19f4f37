// Embedded frames: in the place of one that is not granted stands a placeholder, which names what it is and whom it would ask.
// "Show it once" loads this one and stores nothing; "always" is a choice for its service, or its purpose.

import { addressOf, allGates, keyOf, purposeOf } from "../consent/keys.js";
import { isBlockedByGpc, readGpc } from "../consent/signals.js";
import { isShut } from "./close-gates.js";
import { fill, make } from "../page/dom.js";

/** Where the frame is small, what it is stays in sight above the buttons: by the size of its container. */
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

/** The box of a template, which has none of its own. */
const BLOCK =
  ":host { all: initial !important; display: grid !important; min-height: 9em !important; overflow: clip !important; color-scheme: {theme} !important }";

/** What of a frame's style makes its box, and the place of that. */
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

/** The style of a box like a frame's, which is hidden from now on: nothing moves when one takes the other's place. */
const takeBox = (frame, theme) => {
  const style = getComputedStyle(frame);
  const { display } = style;
  const { width, height } = frame.getBoundingClientRect();
  const edges = (...names) =>
    style.boxSizing === "border-box" ? 0 : names.reduce((sum, name) => sum + parseFloat(style[name]), 0);
  const measured = {
    width: width ? width - edges("paddingLeft", "paddingRight", "borderLeftWidth", "borderRightWidth") : 300,
    height: height ? height - edges("paddingTop", "paddingBottom", "borderTopWidth", "borderBottomWidth") : 150,
  };
  frame.style.setProperty("display", "none", "important");
  // Of what is not drawn a browser tells the style as it was stated: in per cent, or auto.
  const box = Object.fromEntries(BOX.map((name) => [name, style.getPropertyValue(name)]));
  if (box.width === "auto") box.width = measured.width + "px";
  if (box.height === "auto" && box["aspect-ratio"] === "auto") box.height = measured.height + "px";
  const max = box["max-width"];
  // Without a baseline of its own it stands on the line as a frame does.
  const whole = {
    all: "initial",
    ...box,
    "max-width": max === "none" ? "100%" : `min(100%, ${max})`,
    "min-height": "9em",
    "border-style": "solid",
    "border-color": "transparent",
    display: { none: "none", inline: "inline-grid", "inline-block": "inline-grid" }[display] ?? "grid",
    overflow: "clip",
    contain: "layout",
    "color-scheme": theme,
  };
  return `:host { ${Object.entries(whole)
    .map(([name, value]) => `${name}: ${value} !important`)
    .join("; ")} }`;
};

/** Placeholders. */
export const frames = (core, facts) => {
  const placeholders = new Map();
  let isOn;
  let once;
  let open;
  const { site, problem } = core;

  /** Where a frame would ask, or what a template says that it holds. */
  const about = (gate) =>
    gate.content ? gate.getAttribute("data-placeholder") : new URL(addressOf(gate), document.baseURI).host;

  const put = (gate, known) => {
    const key = keyOf(gate);
    // Throws for what is no address, before anything is hidden.
    const host = about(gate);
    const place = document.createElement("courtesy-placeholder");
    // Without the brand tokens that are no values.
    place.style.cssText = core.host.style.cssText;
    const root = place.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    const { theme } = core.host.dataset;
    const [display, priority] = gate.content
      ? []
      : [gate.style.getPropertyValue("display"), gate.style.getPropertyPriority("display")];
    const scheme = { dark: theme, light: theme }[theme] ?? "light dark";
    sheet.replaceSync(STYLES + (gate.content ? BLOCK.replace("{theme}", scheme) : takeBox(gate, scheme)));
    root.adoptedStyleSheets = [sheet];
    const { words, names } = known;
    const name = names[key] ?? names[purposeOf(key)];
    // The signal blocks this purpose: it is granted in the choices, in two steps, or not at all.
    const acts = isBlockedByGpc(site, key, readGpc())
      ? [["choose", words.choose]]
      : [
          ["once", words.once],
          ["always", words.always],
        ];
    root.append(
      make([
        "div",
        { role: "group", "aria-label": fill(words.frame, { name }), lang: site.language, dir: site.direction },
        ["p", { class: "title" }, fill(words.frame, { name })],
        [
          "p",
          {},
          host === "" ? "" : gate.content ? host : fill(words.frameText, { host, purpose: names[purposeOf(key)] }),
        ],
        ["p", { class: "acts" }, ...acts.map(([act, text]) => ["button", { type: "button", "data-do": act }, text])],
      ]),
    );
    root.addEventListener("click", ({ target }) => {
      const act = target.dataset?.do;
      if (act === "choose") window.courtesy.open("choices");
      if (act === "once") once.add(gate);
      if (act === "always") core.answer({ [key]: true }, "placeholder");
      if (act === "once" || act === "always") show(gate).then(() => gate.focus());
    });
    gate.before(place);
    placeholders.set(gate, {
      place,
      restore: () => gate.content || gate.style.setProperty("display", display, priority),
    });
  };

  const leave = (gate) => {
    const { place, restore } = placeholders.get(gate);
    placeholders.delete(gate);
    place.remove();
    restore();
  };

  const show = async (gate) => {
    if (placeholders.has(gate)) leave(gate);
    if (isShut(gate)) await open(gate);
  };

  const update = (known) => {
    for (const [gate, { place }] of placeholders) {
      // What is on is shown; of the two the page may have taken one away, and what is there still gets a new placeholder below.
      if (isOn(gate) || !gate.isConnected || !place.isConnected) leave(gate);
    }
    for (const gate of allGates()) {
      const key = keyOf(gate);
      const isWaiting =
        isShut(gate) &&
        (gate.content ? gate.hasAttribute("data-placeholder") : gate.localName === "iframe" && addressOf(gate));
      // Shown once, and granted since, it goes with the grant.
      if (once.has(gate) && window.courtesy.allows(key)) once.delete(gate);
      try {
        if (isWaiting && core.isAskable(site, key) && !isOn(gate) && !placeholders.has(gate)) put(gate, known);
      } catch (error) {
        problem("frame", `the frame for "${key}": ${error.message}`);
      }
    }
  };

  return {
    /** Follows the page, as `gates` does, which opens and shuts. */
    keepPlaces: async (gates) => {
      ({ isOn, once, open } = gates);
      const known = await facts();
      const look = () => update(known);
      gates.follow(look);
      look();
    },
  };
};
