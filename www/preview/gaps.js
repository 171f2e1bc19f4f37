// "What your visitors cannot find here": the gaps that `courtesy check` finds in the site file of this view, each with its fields and its fix.

import { tags } from "./dom.js";
import { state } from "./state.js";

const { code, details, h3, li, p, span, summary, ul } = tags;

/** More fields than these are counted. */
const MOST = 3;

const row = ({ places, sentence, fix, group }) => {
  const more = places.length - MOST;
  return li(
    { class: "panel-gap" },
    p(
      places.slice(0, MOST).flatMap(({ field }) => [code(field), " "]),
      more > 0 && `and ${more} more`,
    ),
    p(sentence[0].toUpperCase() + sentence.slice(1), group === "not-ready" && " (required before you publish)"),
    p({ class: "panel-note" }, `Help: ${fix}`),
  );
};

/** What the preview's build writes next to the site's files. */
const report = async () => {
  const response = await fetch(`/sites/${state.site}/gaps.json`);
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
};

/** A fold with their number; the list is filled once the report is there. */
export const gaps = () => {
  const count = span({ class: "panel-count" });
  const fold = details({ class: "panel-fold" }, summary(h3("What your visitors cannot find here"), count));
  const show = ({ findings }) => {
    const found = findings.filter(({ gap }) => gap);
    const facts = new Set(found.flatMap(({ places }) => places.map(({ field }) => field)));
    count.textContent = facts.size === 1 ? "1 fact" : `${facts.size} facts`;
    fold.append(found.length > 0 ? ul({ class: "panel-gaps" }, found.map(row)) : p("Nothing is missing."));
  };
  report().then(show, () => fold.append(p("The report could not be loaded. Build the preview again.")));
  return fold;
};
