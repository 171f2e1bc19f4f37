// What Mediux AI's page keeps shut until its visitor says yes: a script, a part of the page, and an embedded tour. All are stand-ins.

import { tags } from "../dom.js";

const { a, div, fieldset, h2, iframe, input, label, legend, p, script, section, span, template } = tags;

/** An analytics script, as a page has it that waits for consent. */
export const measure = () =>
  script({ type: "text/plain", "data-purpose": "analytics", src: "/preview/stand-in/analytics.js" });

const layout = (id, text, checked) => label(input({ type: "radio", name: "layout", id, checked }), span(text));

/** Where the visitor left off, and how they like the board: a row with its place kept free, so that nothing moves when it comes. */
export const leftOff = () => {
  const gate = template({ "data-purpose": "preferences" });
  gate.content.append(
    div(
      { class: "left-off" },
      p(a({ href: "#writing" }, "Continue with Thursday")),
      fieldset(legend("Layout of the week"), layout("as-week", "Week", true), layout("as-list", "List")),
    ),
  );
  return div({ class: "left-off-place" }, gate);
};

/** The tour: an embedded player, which the analytics tools would measure. */
export const tour = () =>
  section(
    { class: "tour", id: "tour" },
    div(
      { class: "wrap" },
      div(
        h2("A week in fifteen seconds"),
        p("From the first draft on Monday to the figures on Sunday: how a bakery fills its calendar before the oven is hot."),
      ),
      div(
        { class: "tour-frame" },
        iframe({
          "data-purpose": "analytics",
          "data-service": "analytics-tools",
          "data-src": "/preview/stand-in/tour.html",
          width: 960,
          height: 540,
          title: "A week with Mediux AI, in fifteen seconds",
        }),
      ),
    ),
  );

/** The same for the panel: how each is found, what it is called, and what is true of it. */
export const gates = [
  {
    find: "script[data-purpose]",
    name: "Analytics script",
    about: "A stand-in: it stores nothing and sends nothing.",
  },
  {
    find: "template[data-purpose]",
    name: "Where you left off",
    about: "A row of the page, above the week. What it remembers is made up.",
  },
  {
    find: "iframe[data-purpose]",
    name: "Embedded video: the tour",
    about: "A stand-in for a player that reports to the analytics tools. This one reports nothing.",
  },
];
