// NanoFlux: image tools in the browser, paid in credits.
// It has no control of its own for what is stored, so the widget keeps its button.

import { beforeAfter, mark, tools } from "../art/nanoflux.js";
import { tags } from "../dom.js";
import { brand, foot, masthead, questions } from "./parts.js";

const { a, dd, div, dl, dt, h1, h2, h3, li, main, p, section, span, ul } = tags;

const box = [
  ["cut", "Cut it out", "The background goes, the hair stays.", 1],
  ["upscale", "Make it larger", "Four times the pixels, without the mush.", 2],
  ["erase", "Take it away", "Circle what disturbs. The rest closes up.", 1],
  ["restyle", "Change the style", "One picture, many hands.", 2],
  ["dream", "From words", "Write a sentence, get a picture.", 3],
  ["extend", "Widen the frame", "What the camera did not see.", 3],
];

const places = [
  ["Tools", "Pick one, drop a picture in, say what you want. It tells you when it is done."],
  ["Library", "Everything you made is here, ready to download in full size."],
  ["Dashboard", "Your credits, your plan, and what every one of them was used for."],
];

const answers = [
  [
    "How do I sign in?",
    "With your Google account. NanoFlux sees your name, your e-mail address and your picture from it.",
  ],
  [
    "Where are my pictures?",
    "In your Library, for as long as you have an account. Delete the account, and they are erased within 30 days.",
  ],
  ["Who has my card number?", "Stripe. NanoFlux never stores the whole of it."],
  ["From which age?", "From 13 years on."],
];

const credits = (count) => `${count} ${count === 1 ? "credit" : "credits"}`;

const hero = () =>
  section(
    { class: "hero" },
    div(
      { class: "wrap" },
      div(
        h1("Say it. See it changed."),
        p(
          { class: "lead" },
          "Image tools in your browser. Drop a picture in, write down what should be different, and take the result with you. No layers, no masks, no evening course.",
        ),
        div(
          { class: "calls" },
          a({ class: "button", href: "#tools" }, "Pick a tool"),
          a({ class: "button plain", href: "#credits" }, "What a credit buys"),
        ),
      ),
      div(
        { class: "show" },
        beforeAfter("A potted plant: on the left in a messy room, on the right with the background gone"),
        p({ class: "ask", "aria-hidden": "true" }, span("Remove the background"), span({ class: "price" }, credits(1))),
      ),
    ),
  );

const bench = () =>
  section(
    { class: "bench", id: "tools" },
    div(
      { class: "wrap" },
      h2("Six tools, one drop zone"),
      ul(
        box.map(([name, title, text, price]) =>
          li(
            { class: "tool-" + name },
            tools[name](),
            div(h3(title), p(text)),
            span({ class: "price" }, credits(price)),
          ),
        ),
      ),
    ),
  );

const meter = () =>
  div(
    { class: "meter", role: "img", "aria-label": "13 of 20 credits left" },
    Array.from({ length: 20 }, (_, place) => span({ class: place < 13 ? "left" : null })),
  );

const purse = () =>
  section(
    { class: "purse", id: "credits" },
    div(
      { class: "wrap" },
      div(
        { class: "slab" },
        div(
          h2("You see the price before it runs"),
          p("A plan comes with credits, and every tool names its cost before you start it."),
          meter(),
        ),
        dl(box.map(([, title, , price]) => div(dt(title), dd(credits(price))))),
      ),
    ),
  );

const around = () =>
  section(
    { class: "around" },
    div(
      { class: "wrap" },
      h2("Three places, and that is all"),
      ul(places.map(([title, text]) => li(h3(title), p(text)))),
    ),
  );

const home = () => brand(mark(), "NanoFlux");

export const nanoflux = {
  name: "NanoFlux",
  languages: ["en"],
  title: { en: "NanoFlux" },
  page: () => [
    masthead(home(), "NanoFlux", [
      ["Tools", "#tools"],
      ["Credits", "#credits"],
      ["Questions", "#questions"],
      ["Pick a tool", "#tools"],
    ]),
    main({ id: "main" }, hero(), bench(), purse(), around(), questions("Good to know", answers)),
    foot({
      site: "nanoflux",
      home: home(),
      line: "Image tools, online.",
      more: [["Support", "mailto:support@nanoflux.ai"]],
    }),
  ],
};
