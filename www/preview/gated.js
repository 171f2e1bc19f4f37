// "What is gated on this page": a row for each gate, what it is, what it waits for, and what became of it, as of now.

import { tags } from "./dom.js";
import { follow, stateOf } from "./gate-status.js";

const { code, li, p, span, ul } = tags;

const EVENTS = ["ready", "decided", "changed", "closed"];

const row = ({ name, about }, tell) => {
  const key = code();
  const state = span({ class: "gate-state" });
  const status = p({ class: "gate-status" });
  const element = li(
    { class: "gate" },
    p({ class: "gate-name" }, name),
    status,
    p({ class: "gate-key" }, "Waits for ", key, ": ", state),
    p({ class: "panel-note" }, about),
  );
  // Written only where it differs: a page that is watched must not be kept busy by who watches it.
  const write = (node, text) => node.textContent === text || (node.textContent = text);
  const refresh = () => {
    const now = tell();
    element.dataset.status = now.status;
    write(status, now.text);
    write(key, now.key);
    write(state, stateOf(now.key) ?? "no widget here");
  };
  refresh();
  return { element, refresh };
};

/** The rows for the gates that a page names; called while they are as the page has them, before the widget is there. */
export const gated = (site, gates) => {
  const rows = gates.map((gate) => row(gate, follow(site.querySelector(gate.find))));
  const refresh = () => {
    for (const each of rows) each.refresh();
  };
  // What the widget tells comes before what it does: the page is looked at, too, and the requests that leave it.
  for (const name of EVENTS) document.addEventListener("courtesy:" + name, refresh);
  new MutationObserver(refresh).observe(site, { childList: true, subtree: true, attributes: true });
  new PerformanceObserver(refresh).observe({ type: "resource" });
  // A script that has run and a click that it counted change nothing on the page.
  for (const type of ["load", "click", "keyup"]) document.addEventListener(type, () => setTimeout(refresh), true);
  return ul(
    { class: "panel-gates" },
    rows.map(({ element }) => element),
  );
};
