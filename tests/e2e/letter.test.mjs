// The letter on its way: an address that carries subject and body and nothing else, a copy, a file; and no word that it was sent.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { ANN, ask, desk, fill, held, look, looked, mailed, openForm, submit, write } from "./asking.mjs";
import { folder, run, test } from "./suite.mjs";

const pages = { "/": desk({ on: "2026-11-21" }) };
const NASTY = {
  "line breaks and a header": "Ann\r\nBcc: everybody@example.org\r\n\r\nHi",
  "other line breaks": "Ann\u2028Bcc: everybody@example.org\u2029\u0085\u000bx",
  "&bcc=": "Ann&bcc=everybody@example.org&subject=Mine&body=Mine?cc=x#y;z",
  "percent signs": "100%41%0D%0ABcc%3A%20x+y %zz",
  "emoji": "Ann 👩🏽‍💻🏳️‍🌈 🇺🇳",
  "a right-to-left name": "آن مثال \u202eevil\u202c שלום",
  "markup": `<img src=x onerror="ran = 1"></pre><script>ran = 1</script>{person} {name}`,
};

for (const [what, text] of Object.entries(NASTY)) {
  test(`${what} in every field is text of the letter, and the address has a subject and a body and nothing else`, { pages }, async ({ widget }) => {
    await openForm(widget, "gdpr");
    await ask(widget, "Have your data deleted");
    await widget.use("Someone else, with their permission");
    await widget.shows("[name=permission]");
    await widget.use("I have this person’s signed permission");
    const email = text.replace(/\s+/gu, "").replace(/@.*/, "") + "@example.org";
    await fill(widget, { name: text, person: text, text, email, reply: ANN.email });
    // What the browser's own fields do not hold, such as a line break in a line, is not there to be sent.
    const { name, person, text: more } = await held(widget);
    await submit(widget);
    await widget.until("it is looked at, or the address is refused", `return document.querySelector("courtesy-host").shadowRoot.querySelector(".letter, [name=email][aria-invalid]")`);
    if (!(await widget.find(".letter"))) {
      await widget.hasFocus("field-email");
      await fill(widget, { email: ANN.email });
      await look(widget);
    }
    const { to, subject, letter, mail } = await looked(widget);
    for (const part of [name, person, more]) assert.ok(letter.includes(part.replaceAll("\r\n", "\n").trim()), letter);
    assert.ok(mail, "it is short enough for a link");
    const { to: toWhom, fields } = mailed(mail);
    assert.deepEqual([toWhom, fields.map(([field]) => field)], [to, ["subject", "body"]]);
    assert.equal(fields[0][1], subject);
    assert.equal(fields[1][1].replaceAll("\r\n", "\n"), letter);
    assert.doesNotMatch(fields[1][1].replaceAll("\r\n", ""), /[\r\n]/, "each line ends as RFC 6068 has it");
    assert.equal(await widget.run("return window.ran ?? null"), null);
  });
}

const LONG = { name: "Å".repeat(10_000), email: "a".repeat(9_990) + "@b.example", text: "Line of text.\n".repeat(715).slice(0, 10_000) };
for (const field of Object.keys(LONG)) {
  test(`10,000 characters in “${field}” are too many for a link, and are copied to the last one`, { pages }, async ({ widget }) => {
    await write(widget, "gdpr", "Data export", { ...ANN, [field]: LONG[field] });
    const { to, subject, letter, mail, all } = await looked(widget);
    assert.deepEqual([mailed(mail).to, mailed(mail).fields], [to, [["subject", subject]]], "the letter is pasted into it");
    assert.match(all, /This letter is too long for a link\. Copy it and paste it into a new email\./);
    assert.ok(letter.includes(LONG[field].trim()));
    await widget.use("Copy letter");
    await widget.until("it is copied", "return copied.length === 1");
    assert.equal((await widget.run("return copied"))[0], [to, subject, letter].join("\n\n"));
    const wide = await widget.inside(`const dialog = root.querySelector("dialog"); return dialog.scrollWidth - dialog.clientWidth`);
    assert.ok(wide <= 0, `it scrolls sideways by ${wide}`);
  });
}

const KNOWN = /\b(?:has been|was|were|is now|successfully) (?:sent|received|submitted|delivered)\b|\bthank you\b|reference|ticket|request number/i;

test("opening the mail program says that nothing is sent yet; no step says that something was, or invents a number", { pages }, async ({ widget, session, server }) => {
  await write(widget, "gdpr", "Have your data deleted");
  const states = [];
  const state = async () => {
    const { all, status } = await looked(widget);
    assert.doesNotMatch(all.replace("Nothing has been sent from this page.", ""), KNOWN);
    states.push(status);
  };
  await state();
  await widget.use("Open in your email program");
  await widget.until("it is said", `return /Press Send in your email program/.test(document.querySelector("courtesy-host").shadowRoot.querySelector(".request [role=status]").textContent)`);
  await state();
  assert.equal(await session.getCurrentUrl(), server.origin + "/");
  await widget.use("Copy letter");
  await widget.until("it is copied", "return copied.length === 1");
  await state();
  await widget.use("Download request (JSON)");
  await widget.until("it is saved", "return saved.length === 1");
  await state();
  const unsent = "Nothing has been sent from this page.";
  assert.deepEqual(states, [unsent,
    `Press Send in your email program to send the letter. If no program opened, copy the letter instead. ${unsent}`,
    `Letter copied, with address and subject. ${unsent}`, `We passed the file to your browser to download. ${unsent}`]);
  assert.deepEqual(await widget.storage(), {}, "the draft is nowhere but in the page");
  assert.deepEqual(server.log.filter((path) => !/^\/(courtesy\/|generic\/|$)/.test(path)), [], "and nobody was told");
});

test("the file is a request of the published shape", { site: "mediux", pages }, async ({ widget }) => {
  await write(widget, "ccpa", "Right to delete", { ...ANN, text: 'A "quote", \\ and\na line & 👩🏽‍💻' });
  await widget.use("Download request (JSON)");
  const [{ name, type, text }] = await widget.until("it is saved", "return saved.length && Promise.all(saved)");
  assert.deepEqual([name, type], ["request.json", "application/json"]);
  const { id, letter, ...rest } = JSON.parse(text);
  assert.match(id, /^[0-9a-f]{32}$/);
  assert.equal(letter, (await looked(widget)).letter);
  assert.ok(!letter.includes(id), "the key of the attempts is no reference number");
  assert.deepEqual(rest, {
    schema: "courtesy-request/1", site: "Mediux AI", language: "en", right: "Right to delete", place: "us-ca", who: "oneself", ...ANN,
    text: 'A "quote", \\ and\na line & 👩🏽‍💻', kind: "deletion", law: "ccpa", article: "California Civil Code section 1798.105", exercise: "deletion",
    to: "privacy@mediuxai.com", subject: "California Privacy Request", writtenOn: "2026-11-21",
  });
  const schema = JSON.parse(readFileSync(folder("www/request.schema.json"), "utf8"));
  assert.deepEqual([...schema.required, ...Object.keys(rest)].filter((field) => !schema.properties[field]), []);
});

for (const [what, clipboard] of [["refuses", "{ writeText: () => Promise.reject(new Error('no')) }"], ["has no clipboard", "undefined"]]) {
  test(`where the browser ${what}, the visitor is told to copy by hand`,
    { pages: { "/": desk({ head: `<script>Object.defineProperty(navigator, "clipboard", { value: ${clipboard} })</script>` }) } },
    async ({ widget }) => {
      await write(widget, "gdpr", "Data export");
      await widget.use("Copy letter");
      await widget.until("it is said", `return /did not let us copy the letter/.test(document.querySelector("courtesy-host").shadowRoot.querySelector(".request [role=status]").textContent)`);
    });
}

run();
