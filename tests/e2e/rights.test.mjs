// What can be asked, where and by when: the four sites' own rights exactly as stated, the law's besides, and the days of each.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { PLACES, ask, desk, live, look, looked, openForm, parts, right, write } from "./asking.mjs";
import { folder, run, test } from "./suite.mjs";

const STATED = "What we offer";
const GIVEN = "Rights by law";
const EVEN_SO = "Withdraw consent";
const STOP = "Stop marketing messages";
const MORE = ["Have the use of your data restricted", "Object to the use of your data", STOP, "Object to automated decisions"];
const CALIFORNIA = ["Opt out of sale and sharing", "Limit the use of sensitive data"];
const READ = ["See your data", "Have your data corrected"];

/** What the law of each place gives besides, by what each site leaves unsaid. */
const given = {
  mazoon: { gdpr: ["Object to the use of your data", EVEN_SO], "uk-gdpr": [...MORE.filter((right) => right !== STOP), EVEN_SO, "Complain"], ccpa: CALIFORNIA, other: [] },
  mjpro: { gdpr: [...READ, ...MORE, EVEN_SO], "uk-gdpr": [...READ, ...MORE, EVEN_SO, "Complain"], ccpa: [], other: [] },
  nanoflux: { gdpr: [...MORE, EVEN_SO], "uk-gdpr": [...MORE, EVEN_SO, "Complain"], ccpa: [], other: [] },
  mediux: { gdpr: [STOP, "Object to automated decisions"], "uk-gdpr": [STOP, "Object to automated decisions", "Complain"], ccpa: [], other: [] },
};
const USUAL = { access: "See your data", correction: "Have your data corrected", deletion: "Have your data deleted", portability: "Take your data with you",
  objection: "Object to the use of your data", restriction: "Have the use of your data restricted", withdrawal: EVEN_SO, "stop-messages": STOP,
  "automated-decisions": "Object to automated decisions", storage: "Control what is stored on your device" };

/** The address and subject of each letter that can be written here, by the number of its right. */
const letters = (widget) => widget.inside(`
  const drawn = () => new Promise((done) => setTimeout(done));
  return (async () => {
    const found = {};
    for (const number of [...root.querySelectorAll("[data-offer]")].map(({ dataset }) => dataset.offer)) {
      root.querySelector('[data-offer="' + number + '"]').click();
      await drawn();
      const [to, subject] = [...root.querySelectorAll("form dd")].map(({ textContent }) => textContent);
      found[number] = [root.querySelector("form h3").textContent, to, subject];
      [...root.querySelectorAll("form button")].find(({ type }) => type === "button").click();
      await drawn();
    }
    return Object.values(found);
  })()`);

for (const [site, besides] of Object.entries(given)) {
  const declared = JSON.parse(readFileSync(folder(`www/sites/${site}/site.json`), "utf8"));
  const contact = declared.controller.contacts.find(({ role }) => role === "privacy").email;
  for (const [law, more] of Object.entries(besides)) {
    test(`${site}, ${PLACES[law]}: its own rights first, as stated, then the law's; each letter goes where the site says`, { site, pages: { "/": desk() } }, async ({ widget }) => {
      await openForm(widget, law);
      const own = declared.rights.filter(({ regimes }) => law === "other" || !regimes || regimes.includes(law));
      const [stated, other] = await parts(widget);
      assert.equal(stated.title, STATED);
      assert.deepEqual(stated.rights.map(({ title }) => title), own.map(({ title, kind }) => title ?? USUAL[kind]));
      assert.deepEqual(other?.title === GIVEN ? other.rights.map(({ title }) => title) : [], more);
      assert.deepEqual(stated.rights.map(({ letter }) => letter), own.map(({ kind, routes }) => !routes.length && kind !== "non-discrimination" || routes.some(({ email }) => email)),
        "where the account, the service or the browser does it, there is no form");
      for (const [number, { note }] of own.entries()) if (note) assert.ok(stated.rights[number].text.includes(note), note);
      if (more.length) assert.equal(other.said.some((text) => text.startsWith("Where the ")), !(declared.regimes ?? []).includes(law));
      const written = await letters(widget);
      const declaredWays = own.flatMap(({ title, kind, routes }) => {
        const mail = routes.find(({ email }) => email) ?? (routes.length ? null : { email: contact });
        return mail ? [[title ?? USUAL[kind], mail.email, mail.subject]] : [];
      });
      const isUnnamed = law === "ccpa" && !(declared.regimes ?? []).includes(law);
      assert.equal(written.length, declaredWays.length + more.length + (law === "other" || isUnnamed ? 1 : 0), "who is under no law can write about anything");
      for (const [number, [name, to, subject]] of written.entries()) {
        const [itsName, itsTo, itsSubject] = declaredWays[number] ?? [more[number - declaredWays.length] ?? "Something else", contact];
        assert.deepEqual([name, to], [itsName, itsTo]);
        if (itsSubject) assert.equal(subject, itsSubject);
        assert.doesNotMatch(subject, /\.$|^$/);
      }
    });
  }
}

test("mazoon: access is in the account, and correction, for which it names no way, offers the contact", {}, async ({ widget }) => {
  await openForm(widget);
  const access = await right(widget, "See your data");
  assert.ok(!access.letter && access.text.includes("In your account: open the account settings."), access.text);
  assert.match((await right(widget, "Have your data corrected")).text, /Write to amrbakry@mazoonai\.com\./);
});

test("mjpro: deleting takes two steps, signing out and a letter", { site: "mjpro" }, async ({ widget }) => {
  await openForm(widget);
  const { steps, letter, links } = await right(widget, "Have your data deleted");
  assert.deepEqual(steps, ["1. Sign out: this removes the data in your browser.", "2. Write to dm.ciguleva@gmail.com."]);
  assert.deepEqual([letter, links], [true, ["mailto:dm.ciguleva@gmail.com"]]);
});

test("nanoflux: deleting is done in the account, with what stays and how long; the export names no way and offers the contact", { site: "nanoflux" }, async ({ widget }) => {
  await openForm(widget);
  const { letter, text } = await right(widget, "Have your data deleted");
  assert.equal(letter, false);
  for (const said of ["In your account: delete the account.", "within 30 days", "Log data: 90 days", "Payment records: 7 years. This is the usual time. The law sets it."]) assert.ok(text.includes(said), said);
  const exported = await right(widget, "Account data export");
  assert.ok(exported.letter && /Write to support@nanoflux\.ai\./.test(exported.text), exported.text);
});

test("mediux: each subject to the letter, Google's own page as a step, and the right address for the officer and for a lost account", { site: "mediux" }, async ({ widget }) => {
  await openForm(widget);
  const written = await letters(widget);
  const at = (title) => written.find(([name]) => name === title).slice(1);
  assert.equal(at("See your data")[0], "privacy@mediuxai.com");
  assert.equal(at("Right to know")[1], "California Privacy Request");
  assert.equal(at("Delete data from connected platforms")[1], "Data Deletion Request");
  assert.equal(at("Delete data from Meta")[1], "Meta Data Deletion Request");
  assert.equal(at("Ask the data protection officer")[0], "dpo@mediuxai.com");
  assert.equal(at("Report a compromised account")[0], "support@mediuxai.com");
  const google = await right(widget, "Delete data from Google");
  assert.ok(google.links.includes("https://myaccount.google.com/permissions"));
  assert.equal(google.steps.length, 2);
});

for (const [site, spot] of [["mazoon", /so there is none to withdraw there/], ["mediux", /withdraw your consent in our privacy choices at any time, with immediate effect/]]) {
  test(`${site}: consent is withdrawn on the spot`, { site }, async ({ widget }) => {
    await openForm(widget, "gdpr");
    const { text, letter } = await right(widget, EVEN_SO);
    assert.match(text, spot);
    assert.ok(letter, "and any other consent by letter");
  });
}

const DAYS = [
  ["mazoon", "gdpr", "Have your data deleted", "2028-01-31", ["29 February 2028: the legal deadline for our answer, one month from receipt (GDPR Article 12(3))", "1 March 2028: our own promise to answer by this day",
    "1 May 2028: the latest day, if your request is complex and we tell you so, with our reasons, within the first month (GDPR Article 12(3)) 30 April 2028 is a Saturday or Sunday"]],
  ["mazoon", "gdpr", "Have your data deleted", "2026-01-31", ["2 March 2026: the legal deadline for our answer, one month from receipt (GDPR Article 12(3)) 28 February 2026 is a Saturday or Sunday, so the next working day counts.",
    "2 March 2026: our own promise to answer by this day", "30 April 2026: the latest day"]],
  ["mediux", "ccpa", "Right to know", "2026-11-21", ["4 December 2026: the legal deadline for us to confirm that we have your request, 10 business days (11 CCR 7021(a))",
    "5 January 2027: the legal deadline for our answer, 45 days (11 CCR 7021(b))", "5 January 2027: our own promise to answer by this day", "19 February 2027: the latest day"]],
  ["mediux", "ccpa", "Right to limit the use of sensitive data", "2026-11-21", ["11 December 2026: the legal deadline for us to do this, 15 business days (11 CCR 7026(f) and 7027(g))", "5 January 2027: our own promise to answer by this day"]],
  ["mediux", "gdpr", "See your data", "2026-11-21", ["21 December 2026: the legal deadline for our answer, one month from receipt (GDPR Article 12(3))", "21 December 2026: our own promise to answer by this day", "22 February 2027: the latest day"]],
  ["mjpro", "uk-gdpr", "Complain", "2026-11-21", ["21 December 2026: the legal deadline for us to acknowledge your complaint, 30 days (Data Protection Act 2018, section 164A)"]],
  ["mjpro", "other", "Have your data deleted", "2026-11-21", []],
];
for (const [site, law, title, on, days] of DAYS) {
  test(`${site}, ${law}, ${title} on ${on}: ${days.length || "no"} days, the earliest first, each with its article`, { site, pages: { "/": desk({ on }) } }, async ({ widget }) => {
    await write(widget, law, title, { email: "ann@example.org", ...(/limit/.test(title) ? {} : { name: "Ann" }), ...(title === "Complain" ? { text: "Nobody answers." } : {}) });
    const shown = await looked(widget);
    assert.equal(shown.days.length, days.length, shown.days.join("\n"));
    for (const [number, day] of days.entries()) assert.ok(shown.days[number].startsWith(day), shown.days[number]);
    assert.equal(/do not take public holidays into account/.test(shown.all), days.length > 0 && title !== "Complain");
    assert.equal(/When to expect an answer/.test(shown.all), days.length > 0);
    if (law === "uk-gdpr") assert.match(shown.all, /These legal deadlines apply where the UK GDPR applies to us\./);
    assert.match(shown.letter, new RegExp(`Date: .* ${on.slice(0, 4)}$`));
  });
}

test("somebody in the United Kingdom can complain to the site, is told of its 30 days and of the Information Commission", { site: "mjpro" }, async ({ widget }) => {
  await openForm(widget, "uk-gdpr");
  const { letter, text } = await right(widget, "Complain");
  assert.ok(letter && text.includes("Data Protection Act 2018, section 164A"), text);
  assert.match((await parts(widget)).at(-1).said.join(" "), /you can complain to us\. We acknowledge your complaint within 30 days .* the Information Commission, at ico\.org\.uk/);
});

for (const site of Object.keys(given)) {
  test(`${site}: whom to complain to in the European Union is said in the site's own sentence, where it has one`, { site }, async ({ widget }) => {
    await openForm(widget, "gdpr");
    const { title, said } = (await parts(widget)).at(-1);
    assert.equal(title, "Complaints");
    assert.equal(said.some((text) => text.includes("you can complain to your local data protection authority")), site === "mediux");
  });
}

test("another place changes rights, words and days; what was written stays", { pages: { "/": desk({ on: "2026-11-21" }) } }, async ({ widget }) => {
  await write(widget, "gdpr", "Have your data deleted");
  assert.match((await looked(widget)).letter, /GDPR Article 17/);
  await widget.use("Edit");
  await widget.use("Back");
  await live(widget, "ccpa");
  await ask(widget, "Have your data deleted");
  await look(widget);
  const { letter, days } = await looked(widget);
  assert.ok(/California Civil Code section 1798\.105/.test(letter) && !/GDPR/.test(letter) && /Ann Example/.test(letter), letter);
  assert.deepEqual(days.map((day) => day.split(":")[0]), ["4 December 2026", "21 December 2026", "5 January 2027", "19 February 2027"]);
});

run();
