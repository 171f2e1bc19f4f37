// Mazoon: an AI workspace in six sections.
// It has no control of its own for what is stored, so the widget keeps its button.

import { landscape, mark, sign } from "../art/mazoon.js";
import { tags } from "../dom.js";
import { brand, foot, masthead, questions } from "./parts.js";

const { a, div, h1, h2, h3, li, main, ol, p, section, span, ul } = tags;

const sections = [
  ["image", "Image", "Describe a picture, look at four drafts, then change one thing at a time."],
  ["video", "Video", "A short clip from a line of text, or from a still that you already like."],
  ["audio", "Audio", "Voices, music and sound that are as long as the scene needs them to be."],
  ["text", "Text", "Drafts, summaries and translations, in your tone instead of everybody’s."],
  ["chat", "Chat", "Think aloud with an assistant that still knows what you said last week."],
  ["learning", "Learning", "Courses that notice where you are stuck, and explain that part again."],
];

const history = [
  ["rain", "Rain over green mountains, early light", "Image, just now"],
  ["dusk", "The same valley at dusk, camera moves left", "Video, 8 seconds, today"],
  ["noon", "Wind and distant birds for a summer valley", "Audio, 30 seconds, yesterday"],
  ["night", "A bedtime story that is set in this place", "Text, 600 words, Monday"],
];

const workspace = () =>
  div(
    {
      class: "workspace",
      role: "img",
      "aria-label": "The workspace: six sections at the side, a picture of rain over hills, its prompt below",
    },
    ul(
      { class: "rail" },
      sections.map(([name, title], place) => li({ class: place ? null : "on" }, sign(name), span(title))),
    ),
    div(
      { class: "stage" },
      landscape("rain"),
      div({ class: "prompt" }, span("Rain over green mountains, early light"), span({ class: "go" }, "Make it")),
    ),
    div(
      { class: "drafts" },
      ["rain", "dusk", "noon", "night"].map((sky) => landscape(sky)),
    ),
  );

const hero = () =>
  section(
    { class: "hero" },
    div(
      { class: "wrap" },
      h1("One desk for everything you make with AI"),
      p(
        { class: "lead" },
        "Pictures, video, sound, words, conversation and lessons, side by side. One account, one history, nothing to carry from tab to tab.",
      ),
      div(
        { class: "calls" },
        a({ class: "button", href: "#start" }, "Open a workspace"),
        a({ class: "button plain", href: "#sections" }, "See the six sections"),
      ),
      workspace(),
    ),
  );

const index = () =>
  section(
    { class: "index", id: "sections" },
    div(
      { class: "wrap" },
      h2("Six sections, one prompt box"),
      ul(sections.map(([name, title, text]) => li(sign(name), h3(title), p(text)))),
    ),
  );

const again = () =>
  section(
    { class: "again", id: "history" },
    div(
      { class: "wrap" },
      div(
        h2("Pick up where you stopped"),
        p(
          "Every prompt and every result stays in your account. Run it again, change a word, lay two versions next to each other, or take yesterday’s picture into today’s film.",
        ),
      ),
      ol(history.map(([sky, prompt, when]) => li(landscape(sky), div(p(prompt), p({ class: "when" }, when))))),
    ),
  );

const people = () =>
  section(
    { class: "people", id: "people" },
    div(
      { class: "wrap" },
      h2("Made alone, finished together"),
      div(
        { class: "pair" },
        div(
          { class: "card" },
          ul(
            { class: "talk", "aria-hidden": "true" },
            li("The second sky, please."),
            li("With the birds?"),
            li("With the birds."),
          ),
          h3("Messages that stay between you"),
          p("Talk in real time while you work. Chat between people is encrypted from end to end."),
        ),
        div(
          { class: "card" },
          div({ class: "badge", "aria-hidden": "true" }, mark(), span("Mazoon ID"), span({ class: "lines" })),
          h3("Know who you work with"),
          p("A Mazoon ID shows that somebody’s identity was verified before you hand over the last cut."),
        ),
      ),
    ),
  );

const start = () =>
  section(
    { class: "start", id: "start" },
    div(
      { class: "wrap" },
      h2("It begins with one sentence"),
      a({ class: "button", href: "#main" }, "Open a workspace"),
    ),
  );

const answers = [
  [
    "Do my prompts train a model?",
    "No. A prompt goes to the service that makes the result, and then stays in your account, so that you can find it again.",
  ],
  [
    "Who can read my messages?",
    "You and the person you write to. Messages are encrypted on the way and only opened on your devices.",
  ],
  [
    "What happens when I leave?",
    "Delete the account, and what belongs to it is erased within 90 days, except bills that the law wants kept.",
  ],
  ["From which age?", "From 13 years on."],
];

const home = () => brand(mark(), "Mazoon");

export const mazoon = {
  name: "Mazoon",
  languages: ["en"],
  title: { en: "Mazoon" },
  page: () => [
    masthead(home(), "Mazoon", [
      ["Sections", "#sections"],
      ["History", "#history"],
      ["Questions", "#questions"],
      ["Open a workspace", "#start"],
    ]),
    main(
      { id: "main" },
      hero(),
      index(),
      again(),
      people(),
      questions("Asked before the first prompt", answers),
      start(),
    ),
    foot({ site: "mazoon", home: home(), line: "Mazoon Inc., Delaware, USA" }),
  ],
};
