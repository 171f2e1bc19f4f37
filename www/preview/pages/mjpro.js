// mjpro.ai: a gallery of pictures and the prompts that made them, free and with a subscription. Its footer opens the details.

import { gallery, mark } from "../art/mjpro.js";
import { tags } from "../dom.js";
import { brand, foot, masthead, questions, whatWeStore } from "./parts.js";

const { a, code, div, figcaption, figure, h1, h2, h3, li, main, ol, p, section, span, ul } = tags;

const styles = ["Poster", "Architecture", "Portrait", "Still life", "Abstract", "Botanical", "Night", "Space"];

const steps = [
  ["Find the look", "Walk through the gallery by style. Every picture shows what its prompt can do before you use it."],
  ["Take the prompt", "Copy it word for word. It is the one that made the picture, not a guess at it."],
  ["Keep what you like", "A like is kept in your browser. With an account it is there on all your devices."],
];

const plans = [
  [
    "Free",
    "For looking around",
    ["Every style to look at", "The open prompts to copy", "Likes in this browser", "No account and no personal data"],
  ],
  [
    "Pro",
    "A subscription",
    [
      "Every prompt in the gallery",
      "Likes on all your devices",
      "Sign-in with a code by e-mail",
      "Payment through Stripe",
    ],
  ],
];

const answers = [
  ["Do I need a password?", "No. You type your e-mail address and get a code that works once."],
  ["Which mail will I get?", "Codes and payment confirmations. There is no newsletter to get out of."],
  ["What follows me around?", "Nothing. There are no analytics and no advertising tools on these pages."],
  [
    "What happens when I cancel?",
    "Your likes wait for 90 days in case you come back. Write to us and they are gone for good.",
  ],
];

const hero = () =>
  section(
    { class: "hero" },
    div(
      { class: "wrap" },
      h1("The picture, and the words that made it"),
      div(
        p(
          { class: "lead" },
          "A gallery for people who work with image models. See a style that you like, open it, and take its exact prompt with you.",
        ),
        a({ class: "button", href: "#gallery" }, "Open the gallery"),
      ),
    ),
  );

const prompt = (text) =>
  text
    ? p({ class: "prompt" }, code(text))
    : p(
        { class: "prompt kept" },
        span({ class: "pro" }, "Pro"),
        span({ class: "bars", "aria-hidden": "true" }),
        span({ class: "hint" }, "The prompt is for subscribers"),
      );

const wall = () =>
  section(
    { class: "wall", id: "gallery" },
    div(
      { class: "wrap" },
      div(
        { class: "wall-head" },
        h2("This week on the wall"),
        ul(
          { "aria-label": "Styles" },
          styles.map((style) => li(style)),
        ),
      ),
      div(
        { class: "tiles" },
        gallery.map(([title, text, picture]) => figure(picture(), figcaption(h3(title), prompt(text)))),
      ),
    ),
  );

const how = () =>
  section(
    { class: "how", id: "how" },
    div({ class: "wrap" }, h2("From looking to making"), ol(steps.map(([title, text]) => li(h3(title), p(text))))),
  );

const choose = () =>
  section(
    { class: "plans", id: "plans" },
    div(
      { class: "wrap" },
      h2("Free or Pro"),
      div(
        plans.map(([name, line, points]) =>
          div(
            { class: "plan" },
            h3(name),
            p(line),
            ul(points.map((point) => li(point))),
            a(
              { class: name === "Pro" ? "button" : "button plain", href: "#gallery" },
              name === "Pro" ? "Start with Pro" : "Start free",
            ),
          ),
        ),
      ),
    ),
  );

const home = () => brand(mark(), "mjpro.ai");

export const mjpro = {
  name: "mjpro.ai",
  languages: ["en"],
  title: { en: "mjpro.ai" },
  page: () => [
    masthead(home(), "mjpro.ai", [
      ["Gallery", "#gallery"],
      ["How it works", "#how"],
      ["Plans", "#plans"],
      ["Start free", "#gallery"],
    ]),
    main({ id: "main" }, hero(), wall(), how(), choose(), questions("Short answers", answers)),
    foot({
      site: "mjpro",
      home: home(),
      line: "Pictures with their prompts.",
      more: [whatWeStore("mjpro", "What we store")],
    }),
  ],
};
