// Draws one view: the toolbar, a product page, the panel; then loads the widget exactly as a stranger's page would.

import { tags } from "./dom.js";
import { sites } from "./pages/sites.js";
import { listen, panel } from "./panel.js";
import { direction, state } from "./state.js";
import { resume, toolbar } from "./toolbar.js";

const { div, script } = tags;

const { page, title, languages } = sites[state.site];

/** The widget's tag, said only where something was chosen. */
const attributes = {
  async: true,
  src: "/courtesy.js",
  "data-site": `/sites/${state.site}/site.json`,
  "data-theme": state.theme !== "auto" && state.theme,
  "data-language": state.language !== languages[0] && state.language,
};

const tag = script(attributes);

/** The tag as one writes it: `async` and not `async=""`. */
const written = Object.entries(attributes)
  .filter(([, value]) => value)
  .map(([name, value]) => (value === true ? name : `${name}="${value}"`))
  .join(" ");

const root = document.documentElement;
root.lang = state.language;
root.dir = direction;
root.dataset.theme = state.theme;
root.dataset.site = state.site;
document.title = `${title[state.language]} · Courtesy preview`;

document.body.append(toolbar(), div({ class: "site" }, page(state.language)), panel(`<script ${written}></script>`));
resume();

listen();
document.head.append(script({ src: "/preview/letters.js" }), tag);
