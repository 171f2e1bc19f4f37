// The fields of a request and the letter made of them: nothing asked that is not needed, nothing lost, nothing said that is not known.

import assert from "node:assert/strict";
import { ANN, ask, desk, fill, held, live, look, looked, openForm, submit, write } from "./asking.mjs";
import { run, test } from "./suite.mjs";

const pages = { "/": desk({ on: "2026-11-21" }) };
const AGENT = "Someone else, with their permission";
const GUARDIAN = "A child, as their parent or guardian";

/** Every control that a visitor could fill in now: its name, type, what the browser may complete, and whether something is wrong. */
const fields = (widget) => widget.inside(`
  return [...root.querySelectorAll("dialog :is(input, textarea, select)")].filter(({ name }) => name !== "place" && name !== "who")
    .map((field) => ({ name: field.name, type: field.type, complete: field.autocomplete, wrong: field.getAttribute("aria-invalid") === "true",
      required: field.required, label: field.labels[0]?.textContent.trim(),
      fault: (field.getAttribute("aria-describedby") ?? "").split(" ").map((id) => root.getElementById(id)).find((of) => of?.className === "fault")?.textContent }))`);
const names = async (widget) => (await fields(widget)).map(({ name }) => name);
const wrong = async (widget) => (await fields(widget)).filter((field) => field.wrong).map(({ name }) => name);

for (const [site, law, titles] of [
  ["mazoon", "ccpa", ["Opt out of sale and sharing", "Limit the use of sensitive data"]],
  ["mediux", "ccpa", ["Right to opt out of sale and sharing", "Right to limit the use of sensitive data"]],
]) {
  for (const title of titles) {
    test(`${site}: “${title}” asks for no identity, of an agent either`, { site, pages }, async ({ widget }) => {
      await openForm(widget, law);
      await ask(widget, title);
      assert.deepEqual(await names(widget), ["email", "text"]);
      assert.match((await fields(widget))[0].label, /\(optional\)/);
      await look(widget);
      const { letter } = await looked(widget);
      assert.doesNotMatch(letter, /Kind regards|Email address/);
      await widget.use("Edit");
      await widget.use(AGENT);
      await widget.shows("[name=permission]");
      assert.deepEqual(await names(widget), ["person", "permission", "name", "reply", "email", "text"]);
      await submit(widget);
      assert.deepEqual(await wrong(widget), ["person", "permission", "name", "reply"], "an agent can be answered; the person's address is not needed");
    });
  }
}

const ASKED = { person: ["text", "off"], permission: ["checkbox", ""], name: ["text", "name"], reply: ["email", "email"], email: ["email", "email|off"], text: ["textarea", ""] };
for (const site of ["mazoon", "mjpro", "nanoflux", "mediux"]) {
  test(`${site}: no request of anybody's asks for a document, a birth date, a password or a card`, { site }, async ({ widget }) => {
    await openForm(widget);
    for (const law of ["gdpr", "uk-gdpr", "ccpa", "other"]) {
      await live(widget, law);
      const seen = await widget.inside(`
        const drawn = () => new Promise((done) => setTimeout(done));
        return (async () => {
          const seen = [];
          for (const number of [...root.querySelectorAll("[data-offer]")].map(({ dataset }) => dataset.offer)) {
            root.querySelector('[data-offer="' + number + '"]').click();
            await drawn();
            for (const who of ["oneself", "agent", "guardian", "young"]) {
              root.querySelector('[name=who][value="' + who + '"]').click();
              await drawn();
              for (const { name, type, autocomplete, labels } of root.querySelectorAll("form :is(input, textarea, select)"))
                if (name !== "who") seen.push([name, type, autocomplete, labels[0]?.textContent.trim() ?? ""]);
            }
            root.querySelector('[name=who][value="oneself"]').click();
            [...root.querySelectorAll("form button")].find(({ type }) => type === "button").click();
            await drawn();
          }
          return seen;
        })()`);
      assert.ok(seen.length || (site === "nanoflux" && law === "other"), "there is something to ask");
      for (const [name, type, complete, label] of seen) {
        assert.equal(type, ASKED[name][0], name);
        assert.ok(ASKED[name][1].split("|").includes(complete), name);
        assert.ok(label && !/passport|identity card|licen[cs]e|social security|birth|password|card number|upload/i.test(label), label);
      }
    }
  });
}

test("an agent says who they ask for and that they have signed permission; a power of attorney is not asked for", { pages }, async ({ widget }) => {
  await openForm(widget, "gdpr");
  await ask(widget, "Data export");
  await widget.use(AGENT);
  await widget.shows("[name=permission]");
  await fill(widget, { ...ANN, person: "Bo Example", reply: "ann@agency.example" });
  await submit(widget);
  assert.deepEqual(await wrong(widget), ["permission"]);
  assert.match(await widget.inside(`return root.getElementById("hint-permission").textContent`), /You don’t need a power of attorney\./);
  await widget.use("I have this person’s signed permission");
  await look(widget);
  const { letter } = await looked(widget);
  assert.ok(letter.includes("on behalf of Bo Example, who has given me signed permission to do so") && !/power of attorney/i.test(letter), letter);
  await widget.use("Edit");
  await widget.use(GUARDIAN);
  await widget.hides("[name=permission]");
  assert.equal((await held(widget)).person, "Bo Example", "nothing is asked twice");
  await look(widget);
  assert.match((await looked(widget)).letter, /as the parent or guardian of Bo Example/);
  await widget.use("Edit");
  await widget.use("Me");
  await widget.hides("[name=person]");
  await look(widget);
  assert.doesNotMatch((await looked(widget)).letter, /Bo Example/, "what is not shown goes nowhere");
});

for (const [site, age] of [["mjpro", 16], ["mazoon", 13]]) {
  test(`${site}: whoever is under ${age} is led to a parent or guardian, and says no birth date`, { site }, async ({ widget }) => {
    await openForm(widget, "gdpr");
    await ask(widget, "Data export");
    await widget.use(`Me, and I am under ${age}`);
    await widget.shows(".request .aside");
    assert.match(await widget.inside(`return root.querySelector(".request .aside").textContent`), /^.* is not meant for people under \d+\. Please show this page to a parent or guardian\. They can ask for you, here or by writing to \S+@\S+\.$/);
    assert.deepEqual(await names(widget), []);
    assert.deepEqual(await widget.inside(`return [...root.querySelectorAll("form button")].map(({ textContent }) => textContent)`), ["Back"]);
    assert.deepEqual(await widget.storage(), {});
  });
}

test("before a deletion is sent it is looked over, with the focus on the way back; and back keeps everything", { pages }, async ({ widget }) => {
  await write(widget, "gdpr", "Have your data deleted", { ...ANN, text: "My user name is ann.\nThank you." });
  await widget.hasFocus("Edit");
  const { all, letter, to } = await looked(widget);
  assert.match(all, /Deleted data cannot be restored\./);
  assert.equal(to, "amrbakry@mazoonai.com");
  assert.match(letter, /delete the personal data that you hold about me \(GDPR Article 17\)[^]*My user name is ann\.\nThank you\.[^]*Kind regards,\nAnn Example\n\nEmail address: ann@example\.org\nDate: 21 November 2026$/);
  await widget.use("Edit");
  await widget.hasFocus("Have your data deleted", "the title of the step");
  assert.deepEqual(await held(widget), { who: "oneself", ...ANN, text: "My user name is ann.\nThank you." });
  await widget.use("Back");
  await widget.hasFocus("Start this request");
  assert.equal(await widget.inside(`return [...root.querySelectorAll("[name=place]")].findIndex(({ checked }) => checked)`), 0);
  await ask(widget, "Data export");
  assert.deepEqual(await held(widget), { who: "oneself", ...ANN, text: "" }, "another right asks nothing again, and is told nothing of the other");
  await widget.leaveDetails();
  await openForm(widget);
  assert.deepEqual((await held(widget)).name, ANN.name, "neither does the form when it is opened again");
});

test("other requests are looked over too, from the title on", { pages }, async ({ widget }) => {
  await write(widget, "gdpr", "Data export");
  await widget.hasFocus("Check your request");
  assert.doesNotMatch((await looked(widget)).all, /cannot be restored/);
});

test("what is wrong is said in text at its field, the first gets the focus, and what was written stays", { pages }, async ({ widget }) => {
  await openForm(widget, "gdpr");
  await ask(widget, "Have your data corrected");
  await fill(widget, { name: "Ann", email: "ann at example", text: "  " });
  await submit(widget);
  await widget.hasFocus("field-email");
  const [, email, text] = await fields(widget);
  assert.deepEqual([email.wrong, email.fault, text.wrong, text.fault],
    [true, "Enter a full email address, such as name@example.com.", true, "Tell us in a sentence what this is about."]);
  assert.deepEqual(await held(widget), { who: "oneself", name: "Ann", email: "ann at example", text: "  " });
  await fill(widget, { email: "ann@example.org" });
  assert.deepEqual(await wrong(widget), ["text"], "what is fixed is wrong no more");
  await fill(widget, { name: "" });
  await submit(widget);
  await widget.hasFocus("field-name");
  await fill(widget, { name: "Ann", text: "It is Anne." });
  await look(widget);
  assert.match((await looked(widget)).letter, /It is Anne\./);
});

for (const email of ["", "ann", "@example.org", "ann@", "ann@.org", "ann@example.", "a nn@example.org"]) {
  test(`“${email}” is no address`, { pages, only: ["chromium"] }, async ({ widget }) => {
    await openForm(widget, "gdpr");
    await ask(widget, "Data export");
    await fill(widget, { name: "Ann", email });
    await submit(widget);
    await widget.hasFocus("field-email");
    assert.deepEqual(await wrong(widget), ["email"]);
  });
}

run();
