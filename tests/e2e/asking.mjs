// What a visitor does in the form for requests, on a page that nothing leaves: what is copied or saved is caught, no mail program opens.

import { page } from "./suite.mjs";

export const PLACES = {
  gdpr: "European Union, Iceland, Liechtenstein or Norway",
  "uk-gdpr": "United Kingdom",
  ccpa: "California",
  other: "Somewhere else, or I would rather not say",
};

const CAUGHT = `
  window.copied = []; window.saved = [];
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: async (text) => { copied.push(text); } } });
  const files = new Map();
  URL.createObjectURL = (file) => (files.set("blob:" + files.size, file), "blob:" + (files.size - 1));
  URL.revokeObjectURL = () => {};
  HTMLAnchorElement.prototype.click = function () {
    const file = files.get(this.href);
    saved.push(file.text().then((text) => ({ name: this.download, type: file.type, text })));
  };
  addEventListener("click", (event) => {
    if (event.composedPath().some(({ protocol }) => protocol === "mailto:")) event.preventDefault();
  }, true);`;

const dated = (day) => `
  const Real = Date, begun = Real.now(), noon = new Real("${day}T12:00:00").getTime();
  const now = () => noon + Real.now() - begun;
  Date = class extends Real {
    constructor(...parts) { parts.length ? super(...parts) : super(now()); }
    static now() { return now(); }
  };`;

/** A page that nothing leaves, and on which it is that day. */
export const desk = ({ on, head = "", ...rest } = {}) =>
  page({ head: `<script>{ ${CAUGHT} ${on ? dated(on) : ""} }</script>${head}`, ...rest });

/** Opens the form, for somebody who lives there. */
export const openForm = async (widget, place) => {
  await widget.run(`return courtesy.open("rights")`);
  await widget.shows("dialog[open] .request legend");
  if (place) await live(widget, place);
};

export const live = async (widget, place) => {
  await widget.use(PLACES[place]);
  await widget.until("the place is chosen", `
    const inputs = [...document.querySelector("courtesy-host").shadowRoot.querySelectorAll("[name=place]")];
    return inputs.find(({ checked }) => checked)?.parentElement.textContent.trim() === arguments[0]`, PLACES[place]);
};

/** The parts of the list of rights as they stand there: the title of each, what is said below it, and its rights. */
export const parts = (widget) => widget.inside(`
  const parts = [];
  for (const element of root.querySelector("[name=place]").closest("fieldset").nextElementSibling.children) {
    if (element.localName === "h3") parts.push({ title: element.textContent, said: [], rights: [] });
    else if (element.localName === "p") parts.at(-1).said.push(element.textContent);
    else parts.at(-1).rights.push(...[...element.children].map((entry) => ({
      title: entry.querySelector("h4").textContent, text: entry.textContent, letter: !!entry.querySelector("button"),
      steps: [...entry.querySelectorAll(".marked > li")].map(({ textContent }) => textContent),
      links: [...entry.querySelectorAll("a")].map(({ href }) => href),
    })));
  }
  return parts`);

/** One right of the list. */
export const right = async (widget, title) => (await parts(widget)).flatMap(({ rights }) => rights).find((right) => right.title === title);

/** Begins the request for a right. */
export const ask = async (widget, title) => {
  const number = await widget.inside(`
    const titles = [...root.querySelectorAll("h4[id^=right-]")];
    return titles.find(({ textContent }) => textContent === arguments[0])?.id.slice(6)`, title);
  if (number === null) throw new Error(`no letter can be written for “${title}”`);
  await widget.click(`[data-offer="${number}"]`);
  await widget.shows("dialog form[novalidate]");
};

/** Puts texts into fields as if they were pasted there. */
export const fill = (widget, texts) => widget.inside(`
  for (const [name, text] of Object.entries(arguments[0])) {
    const field = root.querySelector('form [name="' + name + '"]');
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  }
  return new Promise((drawn) => setTimeout(drawn))`, texts);

/** What the fields hold, by their names. */
export const held = (widget) => widget.inside(`return Object.fromEntries(new FormData(root.querySelector("form")))`);

export const submit = (widget) => widget.use("Review request");

/** Goes on to the look at the request. */
export const look = async (widget) => {
  await submit(widget);
  await widget.shows("dialog .letter");
};

export const ANN = { name: "Ann Example", email: "ann@example.org" };

/** Writes a request up to the look at it. */
export const write = async (widget, place, title, texts = ANN) => {
  await openForm(widget, place);
  await ask(widget, title);
  await fill(widget, texts);
  await look(widget);
};

/** What the look at the request shows. */
export const looked = (widget) => widget.inside(`
  const text = (of) => root.querySelector(of)?.textContent;
  const [to, subject] = [...root.querySelectorAll(".request dd")].map(({ textContent }) => textContent);
  return { to, subject, letter: text(".letter"), days: [...root.querySelectorAll(".days li")].map(({ textContent }) => textContent),
    mail: root.querySelector("a.button")?.getAttribute("href") ?? null, status: text(".request [role=status]"), all: text(".request") }`);

/** What a \`mailto:\` address says, taken apart as RFC 6068 has it. */
export const mailed = (address) => {
  const [, to, query] = /^mailto:([\w.%~-]+@[\w.%~-]+)\?([\w.%~=&-]+)$/.exec(address) ?? [];
  return { to: decodeURIComponent(to), fields: query.split("&").map((field) => field.split("=").map(decodeURIComponent)) };
};
