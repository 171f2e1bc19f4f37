// Mediux AI: planning and publishing for social media. The one site with something optional; the widget keeps its own way back.

import { chart, mark, picture } from "../art/mediux.js";
import { tags } from "../dom.js";
import { gates, leftOff, measure, tour } from "./mediux-gates.js";
import { brand, foot, masthead, questions } from "./parts.js";

const { a, div, h1, h2, h3, li, main, p, section, span, ul } = tags;

const platforms = ["Facebook", "Instagram", "YouTube", "TikTok", "LinkedIn", "X", "Pinterest", "Reddit"];

const week = [
  [
    "Mon",
    [
      ["09:00", "Instagram", "Rye is back from the oven", "loaf"],
      ["17:30", "LinkedIn", "We are looking for a second baker"],
    ],
  ],
  ["Tue", [["08:15", "TikTok", "A croissant in twenty seconds", "croissant"]]],
  [
    "Wed",
    [
      ["12:00", "Facebook", "Soup of the week: leek and potato", "soup"],
      ["18:00", "X", "Sold out by ten. Thank you!"],
    ],
  ],
  [
    "Thu",
    [
      ["06:40", "X", "Good morning from the oven"],
      ["10:00", "YouTube", "One night in the bakery", "night"],
    ],
  ],
  [
    "Fri",
    [
      ["09:00", "Instagram", "Saturday box: order until noon", "box"],
      ["16:00", "Pinterest", "Four ways to keep bread fresh"],
    ],
  ],
];

const inbox = [
  ["Nora", "Do you have the rye on Sundays?", "Instagram"],
  ["Theo", "Best croissant of the street!", "Facebook"],
  ["Ilse", "Is there one without nuts?", "Facebook"],
];

const promises = [
  ["Leave when you like", "Disconnect an account, and what came from it is deleted within 30 days."],
  ["Yours stays yours", "Your posts train no AI models unless you say so in so many words."],
  ["Only what you asked for", "What a platform sends serves the features that you turned on, and no advertising."],
];

const answers = [
  [
    "Which platforms can I connect?",
    "Facebook and Instagram, YouTube, TikTok, LinkedIn, X, Pinterest and Reddit. Start with one and add more later.",
  ],
  [
    "Who writes the drafts?",
    "An AI, from the name, the keywords and the audience that you set for your brand. Nothing is published that you have not seen.",
  ],
  ["Where are comments answered?", "In one inbox, for the Facebook and Instagram accounts that you connect."],
  ["How long are logs kept?", "For up to 12 months, to find faults and to keep the service secure."],
];

const post = ([time, where, text, image], day) =>
  li(
    { class: "post on-" + where.toLowerCase() },
    image ? picture(image) : null,
    p({ class: "where" }, span(where), span(time)),
    p(text),
    day > 2 && !image ? p({ class: "draft" }, "Draft") : null,
  );

const board = () =>
  div(
    { class: "board", role: "img", "aria-label": "A week of posts for a bakery, on a calendar from Monday to Friday" },
    div({ class: "board-head" }, span("Halm bakery"), span("9 posts this week")),
    ul(
      { class: "days" },
      week.map(([day, posts], place) => li({ class: "day" }, p(day), ul(posts.map((one) => post(one, place))))),
    ),
  );

const hero = () =>
  section(
    { class: "hero" },
    div(
      { class: "wrap" },
      h1("Plan the week once. Publish it everywhere."),
      div(
        p(
          { class: "lead" },
          "Mediux AI drafts your posts, puts them on one calendar and sends each to its platform at its hour.",
        ),
        a({ class: "button", href: "#start" }, "Plan a week"),
      ),
      leftOff(),
      board(),
    ),
  );

const strip = () =>
  section(
    { class: "strip" },
    div({ class: "wrap" }, h2("Publishes to"), ul(platforms.map((platform) => li(platform)))),
  );

const drafts = () =>
  div(
    { class: "pane drafts", "aria-hidden": "true" },
    p({ class: "label" }, "Rye is back: pick a voice"),
    ul(
      li({ class: "on" }, span("Warm"), "Your rye missed you, too. From seven today."),
      li(span("Short"), "Rye. Today. Seven."),
      li(span("Playful"), "Guess who rose early this morning?"),
    ),
  );

const letters = () =>
  div(
    { class: "pane inbox", "aria-hidden": "true" },
    p({ class: "label" }, "3 to answer"),
    ul(
      inbox.map(([name, text, where]) =>
        li(span({ class: "face" }, name[0]), div(p(name), p(text)), span({ class: "from" }, where)),
      ),
    ),
  );

const figures = () =>
  div(
    { class: "pane" },
    p({ class: "label" }, "Reach, by day"),
    chart("Reach from Monday to Sunday; Saturday is the best day"),
  );

const feature = (id, title, text, art) =>
  section({ class: "feature", id }, div({ class: "wrap" }, div(h2(title), p(text)), art));

const trust = () =>
  section(
    { class: "trust" },
    div({ class: "wrap" }, h2("Your accounts stay yours"), ul(promises.map(([title, text]) => li(h3(title), p(text))))),
  );

const start = () =>
  section(
    { class: "start", id: "start" },
    div(
      { class: "wrap" },
      h2("Monday can be finished by Friday"),
      a({ class: "button", href: "#main" }, "Plan a week"),
    ),
  );

const home = () => brand(mark(), "Mediux AI");

export const mediux = {
  name: "Mediux AI",
  languages: ["en"],
  title: { en: "Mediux AI" },
  gates,
  page: () => [
    masthead(home(), "Mediux AI", [
      ["Writing", "#writing"],
      ["Inbox", "#inbox"],
      ["Figures", "#figures"],
      ["Plan a week", "#start"],
    ]),
    main(
      { id: "main" },
      hero(),
      strip(),
      tour(),
      feature(
        "writing",
        "Drafts that sound like you",
        "Tell it once what your brand is called, what it cares about and who reads it. Every draft begins there, and you have the last word.",
        drafts(),
      ),
      feature(
        "inbox",
        "One place to answer",
        "Comments and messages from Facebook and Instagram in one list, oldest first, until it is empty.",
        letters(),
      ),
      feature(
        "figures",
        "See what worked",
        "Reach, clicks and watch time of each platform next to each other, so that next week begins with this week’s best idea.",
        figures(),
      ),
      trust(),
      questions("Before you connect", answers),
      start(),
    ),
    foot({
      site: "mediux",
      home: home(),
      line: "Planning and publishing for social media.",
      more: [["Support", "mailto:support@mediuxai.com"]],
    }),
    measure(),
  ],
};
