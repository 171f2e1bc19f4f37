// "What the widget did": the gates, the tag, the stored record and the events as they happen, for whoever wants to see behind the notice.

import { tags } from "./dom.js";
import { gaps } from "./gaps.js";
import { gated } from "./gated.js";
import { key } from "./state.js";
import { told } from "./visitor.js";

const { aside, code, details, div, h2, h3, li, ol, p, pre, span, summary } = tags;

const EVENTS = ["ready", "shown", "decided", "changed", "closed", "problem"];
const WIDE = matchMedia("(min-width: 77rem)");

const record = div();
const list = ol({ class: "panel-events", reversed: true });
const none = p("None yet.");

const stored = () => {
  try {
    const text = localStorage.getItem(key);
    return text === null
      ? p("Nothing is stored. The widget writes its record when the notice is closed.")
      : pre(code(readable(text)));
  } catch {
    return p("This browser keeps storage away from this page.");
  }
};

const readable = (text) => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

let shown;
const refresh = () => {
  const now = stored();
  if (now.textContent === shown) return;
  shown = now.textContent;
  record.replaceChildren(now);
};

const time = () => new Date().toLocaleTimeString("en-GB");

const add = ({ type, detail }) => {
  none.remove();
  list.prepend(
    li(
      div({ class: "panel-event" }, span({ class: "panel-time" }, time()), " ", code(type)),
      detail == null ? null : code({ class: "panel-detail" }, JSON.stringify(detail)),
    ),
  );
  refresh();
};

/** Listens from now on; called before the widget's tag is there, so that nothing is missed. */
export const listen = () => {
  for (const name of EVENTS) document.addEventListener("courtesy:" + name, add);
  addEventListener("storage", refresh);
  // Erasing the record in the details tells no event; whatever is done by hand ends in one of these.
  for (const type of ["click", "keyup"]) document.addEventListener(type, () => setTimeout(refresh));
  refresh();
};

/** The panel: a column where there is room for one, else folded below the page. */
export const panel = (tag, site, gates) => {
  const fold = details(
    { class: "panel", dir: "ltr" },
    summary(h2("What the widget did")),
    div(
      { class: "panel-body" },
      p(
        { class: "panel-note" },
        "The page is drawn for this preview. It is not the business’s own, and nothing on it is for sale.",
      ),
      gates.length > 0 && [h3("What is gated on this page"), gated(site, gates)],
      h3("Settings for the widget"),
      told(),
      gaps(),
      h3("The tag on this page"),
      pre(code(tag)),
      h3("The stored record"),
      record,
      h3("Events, newest first"),
      none,
      list,
    ),
  );
  const fit = () => (fold.open = WIDE.matches);
  WIDE.addEventListener("change", fit);
  fit();
  return aside({ class: "panel-place", lang: "en", "aria-label": "What the widget did" }, fold);
};
