// What every product page has in some form: masthead, questions, footer. The looks make them different.

import { tags } from "../dom.js";

const { a, details, div, footer, h2, header, li, nav, p, section, span, summary, ul } = tags;

const list = (links) => ul(links.map(([text, href, attributes]) => li(a({ href, ...attributes }, text))));

/** The brand as a link to the top of the page. */
export const brand = (mark, name) => a({ class: "brand", href: "#main" }, mark, span(name));

/** The head of the page; `links` are [text, address] pairs, the last of them the call to action. */
export const masthead = (home, label, links) => {
  const [text, href] = links.at(-1);
  return header(
    { class: "masthead" },
    div(
      { class: "wrap" },
      home,
      nav({ "aria-label": label }, list(links.slice(0, -1))),
      a({ class: "button small", href }, text),
    ),
  );
};

/** Questions that open one by one. */
export const questions = (title, pairs, id = "questions") =>
  section(
    { class: "questions", id },
    div(
      { class: "wrap" },
      h2(title),
      div(
        { class: "questions-list" },
        pairs.map(([question, answer]) => details(summary(question), p(answer))),
      ),
    ),
  );

/** A page that the build wrote for the site: the first language, English on all of them, goes without its name. */
const built = (site, page, language) => `/sites/${site}/${page}${language === "en" ? "" : "." + language}.html`;

/** The foot of the page: always with the way to the policy and to the rights. */
export const foot = ({
  site,
  home,
  line,
  language = "en",
  label = "Small print",
  privacy = "Privacy",
  rights = "Your rights",
  more = [],
}) =>
  footer(
    { class: "foot" },
    div(
      { class: "wrap" },
      div(home, p(line)),
      nav(
        { "aria-label": label },
        // Where the page has a way back of its own, the policy opens beside it; else the widget keeps its button.
        list([[privacy, built(site, "privacy", language), more.some(([, , own]) => own) ? { "data-courtesy": "policy" } : {}], [rights, built(site, "request", language)], ...more]),
      ),
    ),
  );

/** A control of the page's own that opens the details; a link to the policy without JavaScript. */
export const whatWeStore = (site, text, language = "en") => [
  text,
  built(site, "privacy", language) + "#storage",
  { "data-courtesy": "details" },
];
