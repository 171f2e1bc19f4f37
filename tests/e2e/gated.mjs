// Sites that ask, and pages with something behind gates: what ran is in window.ran, in its order, and what was fetched in the server's log.

import { built } from "./sites.mjs";
import { page } from "./suite.mjs";

/** Two optional purposes, one of them with two services, and items of every kind. */
export const GARDEN = {
  name: "Garden",
  purposes: [
    { id: "analytics", title: "Figures", description: "Shows how the site is used.", nature: "analytics", legalBasis: "consent" },
    { id: "media", title: "Films", description: "Shows films of others.", nature: "media", legalBasis: "consent" },
  ],
  services: [
    { id: "counter", name: "Counter", role: "figures", kind: "processor", purposes: ["analytics"] },
    { id: "maps", name: "Heat Maps", role: "figures", kind: "processor", purposes: ["analytics"] },
    { id: "films", name: "Film House", role: "films", kind: "platform", purposes: ["media"] },
  ],
};

/** Builds it once per test file, with other fields where they are given. */
const made = new Map();
export const garden = (more = {}) => {
  const key = JSON.stringify(more);
  if (!made.has(key)) made.set(key, built({ ...GARDEN, ...more }));
  return made.get(key);
};

/** The options of a test at a page of that site. */
export const at = (body, { more, head = "", tag, server = {}, ...rest } = {}) => ({
  made: () => ({ folders: { "/courtesy/": garden(more) }, pages: { "/": gatedPage(body, head, tag), ...rest.pages }, scripts: SCRIPTS, ...server, rules: { ...server.rules, ...RULES } }),
  ...rest.test,
});

/** A page that notes what ran. */
export const gatedPage = (body, head = "", tag) => page({ head: `<script src="/ran.js"></script>${head}`, body, tag });

const note = (name) => `ran.push("${name}");`;

/** The scripts that gated pages ask for. */
export const SCRIPTS = {
  "/ran.js": "window.ran = [];",
  ...Object.fromEntries(["one", "two", "three", "four"].map((name) => [`/gated/${name}.js`, note(name)])),
  "/gated/value.js": `window.value = 7; ${note("value")}`,
  "/gated/module.js": `import { name } from "./imported.js"; ran.push(name + " " + (document.currentScript === null));`,
  "/gated/imported.js": `export const name = "module";`,
};

/** What else they ask for. */
export const RULES = {
  "/gated/picture.svg": { status: 200, headers: { "content-type": "image/svg+xml" }, body: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>' },
  "/gated/film.html": { status: 200, headers: { "content-type": "text/html" }, body: "<!doctype html><title>Film</title><p>A film.</p>" },
};

/** What was asked for of what is gated. */
export const fetched = ({ log }) => log.filter((path) => path.startsWith("/gated/"));

/** Waits until this ran, in this order and nothing else. */
export const ran = (widget, ...names) => widget.until(`${names} ran`, "return ran.join() === arguments[0]", names.join());

export const NOTICE = { accept: '.notice [data-act="accept-all"]', refuse: '.notice [data-act="reject-all"]', choices: '.notice [data-act="choices"]' };
export const PILL = { back: '.reopen [data-act="reopen"]', withdraw: '.reopen [data-act="withdraw"]' };

/** Waits for the notice, and answers it. */
export const answer = async (widget, how = "accept") => {
  await widget.click(NOTICE[how]);
  await widget.hides(".notice");
};

/** Nothing is on, and the notice asks. */
export const asks = async (widget) => {
  await widget.noticeShows();
  for (const selector of Object.values(NOTICE)) if (!(await widget.visible(selector))) throw new Error(`${selector} does not show`);
};

/** A gate of each kind, for a purpose: each notes its kind. */
export const EACH = (purpose) => `
  <script type="text/plain" data-purpose="${purpose}" nonce="right">ran.push("inline")</script>
  <script type="text/plain" data-purpose="${purpose}" src="/gated/one.js"></script>
  <script type="text/plain" data-purpose="${purpose}" data-src="/gated/two.js"></script>
  <template data-purpose="${purpose}"><p id="within">Within.</p><script nonce="right">ran.push("three")</script></template>
  <iframe data-purpose="${purpose}" data-src="/gated/film.html" title="Film" width="300" height="150"></iframe>`;

/** The gates of films, but for the frame. */
export const UNFRAMED = EACH("media").replace(/<iframe.*/, "");

/** The word after a withdrawal: its title and sentences. */
export const afterwards = async (widget) => {
  await widget.shows(".afterwards");
  return widget.until("it is said", `const card = document.querySelector("courtesy-host").shadowRoot.querySelector(".afterwards");
    const said = [...card.querySelectorAll("[role=status] p")].map(({ textContent, nextElementSibling: list }) =>
      [textContent, ...(list?.localName === "ul" ? [...list.children].map((entry) => entry.textContent) : [])].join(" "));
    return said.length && { title: card.querySelector("h2").textContent, said, buttons: [...card.querySelectorAll("button")].map(({ textContent }) => textContent) }`);
};

/** Everything is accepted, and on. */
export const accepted = async (widget) => {
  await asks(widget);
  await answer(widget);
  await widget.until("all is on", "return courtesy.allows('media') && courtesy.allows('analytics')");
};
