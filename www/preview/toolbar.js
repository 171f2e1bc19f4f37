// The preview's own toolbar: which site, in which theme, language and direction. Every control leads to another address.

import { chooser } from "./chooser.js";
import { draw, tags } from "./dom.js";
import { sites } from "./pages/sites.js";
import { address, key, options, state } from "./state.js";

const { a, button, div, li, nav, section, span, ul } = tags;

const titles = { theme: "Theme", language: "Language", dir: "Direction" };

const mark = () =>
  draw(
    "0 0 20 20",
    { class: "tool-mark" },
    ["rect", { x: 1, y: 2, width: 18, height: 16, rx: 4 }],
    ["rect", { x: 4, y: 9.5, width: 8.5, height: 5.5, rx: 1.5, class: "tool-mark-card" }],
  );

const siteLinks = () =>
  nav(
    { "aria-label": "Sites" },
    ul(
      { class: "tool-sites" },
      Object.entries(sites).map(([site, { name }]) =>
        li(a({ href: address({ site }), "aria-current": site === state.site && "page" }, name)),
      ),
    ),
  );

const forget = () => {
  const control = button({ type: "button", class: "tool-forget", id: "forget" }, "Forget my choice");
  control.addEventListener("click", () => {
    try {
      localStorage.removeItem(key);
    } catch {
      /* storage is blocked: nothing was kept */
    }
    location.hash = "forget";
    location.reload();
  });
  return control;
};

const menu = () => {
  const control = button(
    { type: "button", class: "tool-menu", "aria-expanded": "false", "aria-controls": "preview-controls" },
    "View",
    draw("0 0 12 12", {}, ["path", { d: "M2 4l4 4 4-4" }]),
  );
  control.addEventListener("click", () => {
    control.setAttribute("aria-expanded", control.getAttribute("aria-expanded") !== "true");
  });
  return control;
};

/** The toolbar. On narrow screens its controls fold behind a button. */
export const toolbar = () =>
  section(
    { class: "tool", lang: "en", dir: "ltr", "aria-label": "Courtesy preview" },
    a({ class: "skip", href: "#main" }, "Skip to the page"),
    span({ class: "tool-name" }, mark(), "Courtesy preview"),
    menu(),
    div(
      { class: "tool-controls", id: "preview-controls" },
      siteLinks(),
      Object.entries(titles).map(([name, title]) => chooser(name, title, options(state.site)[name])),
      forget(),
    ),
  );

/** Gives the focus back to the control whose change loaded this page, and drops the fragment that said so. */
export const resume = () => {
  const id = CSS.escape(location.hash.slice(1));
  const control = id && document.querySelector(`:is(.tool-controls, .panel) [id="${id}"]`);
  if (!control) return;
  const fold = control.closest(".panel");
  if (fold) fold.open = true;
  else if (!control.checkVisibility()) document.querySelector(".tool-menu").click();
  control.focus({ preventScroll: !fold });
  history.replaceState(null, "", location.pathname + location.search);
};
