// Draws one view: the toolbar, a product page, the panel; then loads the widget exactly as a stranger's page would.

import { tags } from "./dom.js";
import { sites } from "./pages/sites.js";
import { listen, panel } from "./panel.js";
import { direction, state } from "./state.js";
import { resume, toolbar } from "./toolbar.js";
import { signal } from "./visitor.js";

const { div, script } = tags;

const { page, title, languages, gates = [] } = sites[state.site];

/** The widget's tag, said only where something was chosen. */
const attributes = {
  async: true,
  src: "/courtesy.js",
  "data-site": `/sites/${state.site}/site.json`,
  "data-theme": state.theme !== "auto" && state.theme,
  "data-language": state.language !== languages[0] && state.language,
  "data-jurisdiction": state.jurisdiction !== "unsaid" && state.jurisdiction,
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

const site = div({ class: "site" }, page(state.language));
document.body.append(toolbar(), site, panel(`<script ${written}></script>`, site, gates));
resume();

listen();
signal();
// On a loopback address the widget would report what the preview itself stores.
tag.dataset.audit = "off";
document.head.append(script({ src: "/preview/letters.js" }), tag);
