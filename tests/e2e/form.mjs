// The form for requests as a visitor uses it, in the dialog and on the page: by the texts of its labels and buttons.

import { readFileSync } from "node:fs";
import { freePort } from "./ports.mjs";
import { built } from "./sites.mjs";
import { folder, page } from "./suite.mjs";

const json = (path) => JSON.parse(readFileSync(folder(path), "utf8"));

/** The words of a language. */
export const wordsOf = (language) => json(`www/words/${language}.json`);

/** The form's own, in English. */
export const WORDS = wordsOf("en").form;

/** The places by their names, and the law of each. */
export const PLACES = { eu: "gdpr", uk: "uk-gdpr", "us-ca": "ccpa", other: undefined };

/** The rights that a site file states to people of a place, by the titles that they are shown under. */
export const stated = (site, language, place) => {
  const law = PLACES[place];
  const name = (kind) => wordsOf(language).pages.right[kind.replace(/-./g, ([, letter]) => letter.toUpperCase())];
  const rights = json(`www/sites/${site}/site.json`).rights.filter(({ regimes }) => !law || !regimes || regimes.includes(law));
  return rights.map(({ title, kind }) => title?.[language] ?? title ?? name(kind));
};

const FORM = `const form = (document.querySelector("courtesy-host")?.shadowRoot ?? document).querySelector("dialog[open] .request, #form:not([hidden]) .request");`;

/** The form of a visit, open. */
export const asking = async ({ widget, session }) => {
  const inForm = (body, ...values) => widget.run(FORM + body, ...values);
  const ask = {
    /** Whether the form is there. */
    isThere: () => inForm("return !!form"),
    /** What a function of `form` gives. */
    inForm,
    /** The button, the link or the label that is called so, in sight. */
    find: (name) => widget.until(`“${name}” is there`, FORM + `
      const found = [...form?.querySelectorAll("button, a, label") ?? []].find((control) => control.textContent.trim() === arguments[0] && !control.disabled);
      found?.scrollIntoView({ block: "center" });
      return found`, name),
    /** Presses it. */
    press: async (name) => (await ask.find(name)).click(),
    /** Chooses a place by its number and the right that is called so. */
    choose: async (right, place = 0) => {
      await (await widget.until("a place is there", FORM + `return form?.querySelectorAll("[name=place]")[${place}]`)).click();
      const write = await widget.until(`“${right}” is there`, FORM + `
        const title = [...form.querySelectorAll(".entries h4")].find((title) => title.textContent === arguments[0]);
        const button = title?.closest("li").querySelector("button");
        button?.scrollIntoView({ block: "center" });
        return button`, right);
      await write.click();
      await widget.until("the fields are there", FORM + `return form.querySelector("form[novalidate]")`);
    },
    /** Writes into the fields; the drivers' own keys have no emoji. */
    write: (answers) => inForm(`for (const [name, value] of Object.entries(arguments[0])) {
        const field = form.querySelector("[name=" + name + "]");
        field.value = value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }`, answers),
    /** Asks for something that the site states, as far as the letter. */
    prepare: async (answers, right = "Have your data deleted") => {
      await ask.choose(right);
      await ask.write(answers);
      await ask.press(WORDS.ask.review);
      await widget.until("the letter is there", FORM + `return form.querySelector(".letter")`);
    },
    /** Whether a button or link of that name is there. */
    offers: (name) => inForm(`return [...form.querySelectorAll("button, a")].some((control) => control.textContent === arguments[0] && !control.matches(':disabled, [aria-disabled]'))`, name),
    letter: () => inForm(`return form.querySelector(".letter").textContent`),
    status: () => inForm(`return form.querySelector("[role=status]").textContent`),
    /** Waits for the status to be of that sentence, whatever is filled into it, and gives it. */
    says: (sentence) => widget.until(`it says “${sentence}”`, FORM + `
      const said = form.querySelector("[role=status]").textContent;
      let from = 0;
      return arguments[0].every((part) => (from = said.indexOf(part, from) + 1) > 0) && said`, sentence.split(/\{\w+\}/)),
  };
  return ask;
};

/** The two places of the form: how a visit to a site with an endpoint begins there, and how its form is opened. */
export const WAYS = {
  "in the dialog": { at: "/", open: (widget) => widget.run("courtesy.open('rights')") },
  "on the page": { at: "/courtesy/request.html", open: () => {} },
};

/** A site whose endpoint is this server's, or that of another `origin`, with what it answers. */
export const declared = async (answers, { at }, { origin, ...options } = {}) => {
  const port = await freePort();
  const endpoint = `${origin ?? `http://127.0.0.1:${port}`}/requests`;
  const site = built({ regimes: ["gdpr"], rights: [{ kind: "deletion" }, { kind: "access" }], requests: { endpoint } });
  return { port, at, folders: { "/courtesy/": site }, pages: { "/": page() }, rules: { "/requests": answers }, ...options };
};
