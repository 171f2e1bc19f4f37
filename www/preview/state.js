// The view that the address names: ?site=…&theme=…&language=…&dir=…&jurisdiction=…&gpc=…
// Nothing else remembers it, so that a link shows what you see.

import { sites } from "./pages/sites.js";

/** The languages that a page may have, and which way each is written. */
export const languages = {
  en: { name: "English", dir: "ltr" },
  de: { name: "Deutsch", dir: "ltr" },
  ar: { name: "العربية", dir: "rtl" },
};

/** Who visits, for all the widget knows: the jurisdiction that the tag names, and the browser's Global Privacy Control. */
export const visitor = {
  jurisdiction: { unsaid: "Not set", eu: "EU", uk: "United Kingdom", ch: "Switzerland", "us-ca": "California" },
  gpc: { own: "As it is", on: "On", off: "Off", absent: "Absent" },
};

/** What may be chosen; the first of each is what counts where the address says nothing, or something unknown. */
export const options = (site) => ({
  theme: { auto: "Auto", light: "Light", dark: "Dark" },
  language: Object.fromEntries(sites[site].languages.map((code) => [code, languages[code].name])),
  dir: { auto: "Auto", ltr: "Left to right", rtl: "Right to left" },
  ...visitor,
});

const known = (value, choices) => (Object.hasOwn(choices, value) ? value : Object.keys(choices)[0]);

const read = (parameters) => {
  const site = known(parameters.get("site") ?? "", sites);
  const state = { site };
  for (const [name, choices] of Object.entries(options(site))) state[name] = known(parameters.get(name) ?? "", choices);
  return state;
};

/** The view of this page load. */
export const state = read(new URLSearchParams(location.search));

/** The key of localStorage that holds this site's record: a site of the preview has the name of its folder as its id. */
export const key = "courtesy:" + state.site;

/** The address of this view with something changed; what is usual is left out. */
export const address = (change) => {
  const view = { ...state, ...change };
  const usual = read(new URLSearchParams({ site: view.site }));
  const named = Object.entries(view).filter(([name, value]) => name === "site" || value !== usual[name]);
  return "?" + new URLSearchParams(named);
};

/** The direction of the page: as chosen, else the language's own. */
export const direction = state.dir === "auto" ? languages[state.language].dir : state.dir;
