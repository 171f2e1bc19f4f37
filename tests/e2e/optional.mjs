// Sites that have something optional, pages with gates for it, and what a visitor's browser says by itself: its signal and its clock.

import assert from "node:assert/strict";
import { built } from "./sites.mjs";
import { page } from "./suite.mjs";

/** Statistics that are asked for everywhere. */
export const STATISTICS = { id: "statistics", title: "Statistics", description: "Counts how many guests read a page.", nature: "analytics" };
/** Advertising that the site states to be a sale. */
export const ADVERTISING = { id: "advertising", title: "Advertising", description: "Shows tea that you may like.", nature: "advertising", saleOrShare: true };
/** Embedded films. */
export const FILMS = { id: "films", title: "Films", description: "Shows how tea is made.", nature: "media" };
/** What the United Kingdom lets a site do until the visitor objects. */
export const COUNTING = { id: "counting", title: "Counting", description: "Counts visits to make the pages better.", nature: "analytics", exemption: "uk-statistical" };
export const COLOURS = { id: "colours", title: "Colours", description: "Keeps the colours that you like.", nature: "preference", exemption: "uk-appearance" };

const kept = new Map();

/** The folder of a site with these purposes and fields; built once per file. */
export const site = (purposes, fields = {}) => {
  const key = JSON.stringify([purposes, fields]);
  if (!kept.has(key)) kept.set(key, built({ purposes, ...fields }));
  return kept.get(key);
};

/** What is run before a page's own scripts, each part in a scope of its own. */
export const early = (...parts) => parts.map((part) => `{ ${part} }`).join("\n");

/** The signal as the address says it: ?gpc=true, ?gpc=false, ?gpc=none for a browser that knows of no such thing; else as it is. */
export const SIGNAL = `
  const said = new URLSearchParams(location.search).get("gpc");
  if (said === "none") delete Navigator.prototype.globalPrivacyControl;
  else if (said) Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => said === "true", configurable: true });`;

/** Every event of the widget as it comes: its name and what it tells. */
export const TOLD = `
  window.told = [];
  for (const name of ["ready", "shown", "decided", "changed", "closed", "problem"])
    document.addEventListener("courtesy:" + name, ({ detail }) => told.push([name, JSON.parse(JSON.stringify(detail))]));`;

/** A clock that the page can set: \`ahead\`, in days. It begins where the address says: ?ahead=3. */
export const CLOCK = `
  const Real = Date;
  window.ahead = Number(new URLSearchParams(location.search).get("ahead") ?? 0);
  const now = () => Real.now() + ahead * 86_400_000;
  Date = class extends Real {
    constructor(...parts) { parts.length ? super(...parts) : super(now()); }
    static now() { return now(); }
  };`;

/** The tag, with attributes. */
export const tag = (attributes = "") => `<script async src="/courtesy/courtesy.js" ${attributes}></script>`;

/** A page with an inline gate for each key, which says on \`window.ran\` that it ran. */
export const gated = (keys, { attributes, ...rest } = {}) => page({
  tag: tag(attributes),
  ...rest,
  body: keys.map((key) => {
    const [purpose, service] = key.split("/");
    return `<script type="text/plain" data-purpose="${purpose}"${service ? ` data-service="${service}"` : ""}>window.ran = [...(window.ran ?? []), "${key}"]</script>`;
  }).join("") + (rest.body ?? ""),
});

/** What ran of the gates. */
export const ran = (widget) => widget.run("return window.ran ?? []");

/** Goes to another page and keeps what the console of this one has said. */
export const leave = async (widget, go, path) => {
  widget.saidBefore = await widget.said();
  await go(path);
};

/** Waits until the widget has assessed the page and what it does at once is done. */
export const ready = async (widget) => {
  await widget.until("it is ready", "return window.courtesy?.ready.then(() => true)");
  await new Promise((resolve) => setTimeout(resolve, 100));
};

/** The state of a key, as a page's script is told it. */
export const status = (widget, key) => widget.run("return courtesy.status(arguments[0])", key);

/** Waits until a key has a state. */
export const becomes = (widget, key, state) =>
  widget.until(`${key} is ${state}`, "return courtesy.status(arguments[0]) === arguments[1]", key, state);

/** The notice as a visitor reads it. */
export const notice = (widget) => widget.inside(`
  const card = root.querySelector(".notice");
  const shown = (element) => element.getClientRects().length > 0;
  return { title: card.querySelector("h2").textContent, text: card.querySelector(".text").textContent,
    list: [...card.querySelectorAll("li")].map(({ textContent }) => textContent), aside: card.querySelector(".aside").textContent,
    buttons: [...card.querySelectorAll("button")].filter(shown).map(({ textContent }) => textContent) }`);

/** Opens the choices and waits for them. */
export const openChoices = async (widget) => {
  await widget.run(`courtesy.open("choices")`);
  await widget.shows("dialog[open] .choices");
};

/** The boxes of the choices: name and state, in order. */
export const boxes = (widget) => widget.inside(`
  return [...root.querySelectorAll("dialog label.choice")].map((label) => {
    const { checked, indeterminate } = label.querySelector("input");
    return [label.textContent.trim(), indeterminate ? "mixed" : checked];
  })`);

/** The events of the stored record: state, purposes, method. */
export const events = async (widget) => ((await widget.record())?.events ?? []).map(({ state, purposes, method }) => [state, purposes.join(), method]);

/** Runs something in another tab of the same browser, with what its console said; then comes back. */
export const inTab = async (session, address, what) => {
  const first = await session.getWindowHandle();
  await session.switchTo().newWindow("tab");
  try {
    await session.get(address);
    await what();
    assert.deepEqual(await session.executeScript("return window.said ?? []"), [], "the other tab's console says something");
    await session.close();
  } finally {
    await session.switchTo().window(first);
  }
};
