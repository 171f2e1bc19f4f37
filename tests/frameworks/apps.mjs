// The apps: how each is built and served, in which engines it is opened, and where it differs from the others.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../e2e/ports.mjs";
import { serving } from "../packages/installed.mjs";
import { builtApp, packages, pagesOf } from "./builds.mjs";
import { htmx2, htmx4, swup, turbo } from "./plain.mjs";

const GATES_JSX = { "gates.jsx": "react/gates.jsx", "gates.mjs": "gates.mjs" };
const GATES = { "gates.mjs": "gates.mjs" };

/** Files: the pages at their addresses, all else from the folder. */
const files = (name, build) => ({
  made: () => {
    const place = join(builtApp(name, build), "dist/");
    return { pages: pagesOf(place), folders: { "/": place } };
  },
});

/** An app that its browser draws: one page for all addresses. */
const shell = (name, build) => ({
  made: () => {
    const { pages: { "/": page }, folders } = files(name, build).made();
    return { pages: { "/": page, "/two": page, "/three": page, "/children": page }, folders };
  },
});

/** Next.js with its own server, which stands behind the tests' own. */
const next = (name, set) => ({
  made: async () => {
    const place = builtApp(name, { set, source: "next", takes: GATES_JSX, commands: ["next build"] });
    const program = join(packages(set), "node_modules/.bin/next");
    const port = await freePort();
    await serving(place, program, "start", "-H", "127.0.0.1", "-p", `${port}`);
    return { behind: `http://127.0.0.1:${port}` };
  },
});

/** A whole document of React's, bundled for the browser and for writing the pages. */
const hydrated = (name, set) => {
  const bundle = (file) => `esbuild ${file} --bundle --jsx=automatic --define:process.env.NODE_ENV="production"`;
  const commands = [
    `${bundle("client.jsx")} --minify --format=esm --outfile=dist/client.js`,
    `${bundle("server.jsx")} --platform=node --outfile=server.cjs`,
    "node server.cjs",
  ];
  return files(name, { set, source: "hydrated", takes: GATES_JSX, commands });
};

/** Pages with a library that is served as it is published. */
const plain = ({ pages, library }) => ({
  made: () => {
    const text = readFileSync(join(packages("newer"), "node_modules", library), "utf8");
    return { pages, scripts: { "/library.js": text } };
  },
});

const vite = (source, takes) => shell(source, { source, takes, commands: ["vite build"] });
const astro = files("astro", { source: "astro", takes: GATES, commands: ["astro build"] });
const kitTakes = { "src/lib/gates.mjs": "gates.mjs" };
const kit = files("sveltekit", { source: "sveltekit", takes: kitTakes, commands: ["vite build"] });

/** React says on an element that it is alive; a link that is pressed before that is followed by the browser. */
const REACT = "Object.keys(document.querySelector('nav a') ?? {}).some((key) => key.startsWith('__reactProps'))";
const KIT = "history.state?.['sveltekit:history']";
const VUE = "document.querySelector('nav a')";

const both = ["chromium", "firefox"];
const whole = { alive: REACT, slow: true, late: true };

/**
 * `alive` is said of a page whose links are the framework's by now. `copies`: pages come back as copies of what was drawn;
 * `slow`: it hydrates, also on a slow processor; `late`: its React starts when the test says so; `children`: has a page of
 * them.
 */
export const APPS = {
  "Next.js 16": { engines: ["chromium"], alive: REACT, slow: true, ...next("next-16", "newer") },
  "Next.js 14": { engines: ["chromium"], alive: REACT, slow: true, ...next("next-14", "older") },
  "React Router 7": { engines: ["chromium"], alive: REACT, children: true, ...vite("react-router", GATES_JSX) },
  "React 19, whole document": { engines: both, ...whole, ...hydrated("hydrated-19", "newer") },
  "React 18, whole document": { engines: both, ...whole, ...hydrated("hydrated-18", "older") },
  "Astro 5": { engines: ["chromium"], ...astro },
  "SvelteKit 2": { engines: ["firefox"], alive: KIT, ...kit },
  "Turbo 8": { engines: ["chromium", "webkit"], alive: "window.Turbo", copies: true, ...plain(turbo) },
  "htmx 2": { engines: ["firefox"], copies: true, ...plain(htmx2) },
  "htmx 4": { engines: ["firefox"], ...plain(htmx4) },
  "swup 4": { engines: ["webkit"], ...plain(swup) },
  "Vue 3": { engines: ["chromium"], alive: VUE, ...vite("vue", GATES) },
};

const wanted = (process.env.COURTESY_FRAMEWORKS ?? "").split(",").map((name) => name.trim().toLowerCase());

const isWanted = ([name]) => wanted.some((start) => name.toLowerCase().startsWith(start));

/** Those whose names begin as COURTESY_FRAMEWORKS says, with commas between them; all where it says nothing. */
const all = Object.entries(APPS).filter(isWanted);

/** A change is tested with each app in the first of its engines; `cargo xtask test --all` uses all of them. */
export const chosen = process.env.COURTESY_CELLS === "change" ? all.map(([name, app]) => [name, { ...app, engines: app.engines.slice(0, 1) }]) : all;
