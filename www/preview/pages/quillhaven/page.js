// Quillhaven: an invented stationery shop, in three languages. Its footer opens the details.

import { engraved, good, mark, still } from "../../art/quillhaven.js";
import { tags } from "../../dom.js";
import { brand, foot, questions, whatWeStore } from "../parts.js";
import { ar } from "./ar.js";
import { de } from "./de.js";
import { en } from "./en.js";

const { a, address, dd, div, dl, dt, h1, h2, h3, header, li, main, nav, ol, p, section, ul } = tags;

const words = { en, de, ar };
const prices = { paper: 18, notebook: 24, pen: 86, ink: 14, wax: 12, seal: 38 };

const home = (language) => brand(mark(), language === "ar" ? "كويلهيفن" : "Quillhaven");

const head = (language, { strip, nav: { label, shelves, engraving, visit } }) =>
  header(
    { class: "masthead" },
    p({ class: "strip" }, strip),
    div(
      { class: "wrap" },
      home(language),
      nav(
        { "aria-label": label },
        ul(
          [
            [shelves, "#shelves"],
            [engraving, "#engraving"],
            [visit, "#visit"],
          ].map(([text, href]) => li(a({ href }, text))),
        ),
      ),
    ),
  );

const hero = ({ title, text, shelves, engraving, art }) =>
  section(
    { class: "hero" },
    div(
      { class: "wrap" },
      div(
        h1(title),
        p({ class: "lead" }, text),
        div(
          { class: "calls" },
          a({ class: "button", href: "#shelves" }, shelves),
          a({ class: "button plain", href: "#engraving" }, engraving),
        ),
      ),
      still(art),
    ),
  );

const shelf = (language, { title, goods }) => {
  const price = new Intl.NumberFormat(language, { style: "currency", currency: "EUR", maximumFractionDigits: 0 });
  return section(
    { class: "shelf", id: "shelves" },
    div(
      { class: "wrap" },
      h2(title),
      ul(
        Object.entries(goods).map(([name, [called, detail]]) =>
          li(good(name), div(h3(called), p(detail)), p({ class: "price" }, price.format(prices[name]))),
        ),
      ),
    ),
  );
};

const engraving = ({ title, text, name, steps }) =>
  section(
    { class: "engraving", id: "engraving" },
    div(
      { class: "wrap" },
      div(h2(title), p(text)),
      engraved(name),
      ol(steps.map(([step, more]) => li(h3(step), p(more)))),
    ),
  );

const letter = ({ subject, body }) =>
  `mailto:hello@quillhaven.example?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;

const visit = (said) =>
  section(
    { class: "visit", id: "visit" },
    div(
      { class: "wrap" },
      div(h2(said.title), address(said.address), a({ class: "button plain", href: letter(said) }, said.write)),
      dl(said.hours.map(([days, hours]) => div(dt(days), dd(hours)))),
    ),
  );

export const quillhaven = {
  name: "Quillhaven",
  languages: ["en", "de", "ar"],
  title: { en: en.title, de: de.title, ar: ar.title },
  page: (language) => {
    const said = words[language];
    return [
      head(language, said),
      main(
        { id: "main" },
        hero(said.hero),
        shelf(language, said.shelves),
        engraving(said.engraving),
        questions(said.questions.title, said.questions.list),
        visit(said.visit),
      ),
      foot({
        site: "quillhaven",
        language,
        home: home(language),
        ...said.foot,
        more: [whatWeStore("quillhaven", said.foot.stored, language)],
      }),
    ];
  },
};
