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

/**
 * What ran of the gates, once nothing more does, and no fewer than `least`: they open one after the other, each script when it is known to be
 * able to run.
 */
export const ran = async (widget, least = 0) => {
  await widget.until(`${least} of them ran`, "return (window.ran?.length ?? 0) >= arguments[0]", least);
  for (let before; ; ) {
    const now = await widget.run("return window.ran ?? []");
    if (before?.length === now.length) return now;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
};

/** The notice keeps clear of what has the focus: from the first Tab on, once the second half is there. */
export const keepsClear = (widget) => widget.until("the notice keeps clear", `
  const { adoptedStyleSheets } = document.querySelector("courtesy-host").shadowRoot;
  return [...adoptedStyleSheets].some(({ cssRules }) => [...cssRules].some(({ cssText }) => cssText.includes("data-aside")))`);

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

/** How every word on the signal begins. */
export const SENT = "Your browser sends Global Privacy Control.";

/** What the dialog says of the signal. */
export const signal = (widget) => widget.inside(`return [...root.querySelectorAll("dialog .signal")].map(({ textContent }) => textContent)`);

const SERVICES = [
  { id: "teatube", name: "Teatube", role: "films", purposes: ["films"] },
  { id: "potcast", name: "Potcast", role: "talks", purposes: ["films"] },
];
const FILM = `<!doctype html><html lang="en"><head><title>Film</title></head><body><p>How tea is made.</p><button>Play</button></body></html>`;

/** A frame behind a gate for films. */
export const frame = (id, more = 'data-service="teatube"', box = 'width="480" height="270"') =>
  `<iframe id="${id}" data-purpose="films" ${more} data-src="/film-${id}" title="Film ${id}" ${box}></iframe>`;

/** The options of a test at a page with frames, each with a film of its own. */
export const framed = (body = frame("one"), { purposes = [FILMS, STATISTICS], fields = {}, attributes = "", ...more } = {}) => ({
  made: () => ({
    folders: { "/courtesy/": site(purposes, { services: SERVICES, ...fields }) }, early: early(SIGNAL, TOLD),
    pages: {
      "/": page({ tag: tag(attributes), body: body + '<p id="after">What comes after.</p>' }),
      ...Object.fromEntries(["one", "two", "three"].map((id) => ["/film-" + id, FILM])),
    },
    ...more,
  }),
});

/** The placeholders as a visitor reads them, and whether the frame behind each is loaded. */
export const placeholders = (widget) => widget.run(`
  return [...document.querySelectorAll("courtesy-placeholder")].filter((place) => place.getClientRects().length).map((place) => ({
    name: place.shadowRoot.querySelector(".title").textContent,
    text: [...place.shadowRoot.querySelectorAll("p:not(.title, .acts)")].map(({ textContent }) => textContent).join(" "),
    buttons: [...place.shadowRoot.querySelectorAll("button")].map(({ textContent }) => textContent),
  }))`);

/** Waits until so many placeholders can be seen. */
export const there = (widget, count) => widget.until(`there are ${count} placeholders`, `
  return [...document.querySelectorAll("courtesy-placeholder")].filter((place) => place.getClientRects().length).length === arguments[0]`, count);

/** Presses a button of a placeholder. */
export const press = async (widget, act, place = 0) => {
  const button = await widget.run(`return document.querySelectorAll("courtesy-placeholder")[arguments[0]].shadowRoot.querySelector("[data-do=" + arguments[1] + "]")`, place, act);
  // As a visitor scrolls: to where nothing lies over it.
  await widget.run("document.body.style.paddingBlockEnd = '80vh'; arguments[0].scrollIntoView({ block: 'start' })", button);
  await button.click();
};

/** Waits until a frame shows its film. */
export const loaded = (widget, id) => widget.until(`${id} is shown`, `
  const frame = document.getElementById(arguments[0]);
  return frame.getClientRects().length > 0 && /Play/.test(frame.contentDocument?.body?.textContent)`, id);

/** What a site may declare beside its purposes: services, and items of its own and of theirs. */
export const OFFERED = {
  sells: true, shares: true,
  services: [
    { id: "teatube", name: "Teatube", role: "films", kind: "platform", purposes: ["films"], policyUrl: "https://teatube.example/privacy", data: "the address of the page" },
    { id: "potcast", name: "Potcast", role: "talks", purposes: ["films"] },
  ],
  items: [
    { kind: "cookie", name: "table", purpose: "essential", duration: "session", description: "Keeps your table." },
    { kind: "cookie", name: "count", purpose: "statistics", duration: "P13M", description: "Tells one visit from another." },
    { kind: "local-storage", name: "teatube", match: "prefix", purpose: "films", setBy: "teatube", duration: "P6M", description: "Where you stopped a film." },
  ],
};

/** The options of a test at a page of that site, with something before and after the tag to focus. */
export const offered = (purposes, { fields = OFFERED, attributes = "", body = "", at = "/", ...more } = {}) => ({
  made: () => ({
    at, folders: { "/courtesy/": site(purposes, fields) }, early: early(SIGNAL, TOLD), ...more,
    pages: { "/": page({ tag: tag(attributes), body: `<label>Name <input id="name"></label> <a id="link" href="#further">Further</a>${body}` }) },
  }),
});

/** What is asked for, what the United Kingdom is only informed of, and the one item that is needed. */
export const ASKED = [STATISTICS, FILMS, ADVERTISING];
export const INFORMED = [COUNTING, COLOURS];
export const NEEDED = OFFERED.items.slice(0, 1);
