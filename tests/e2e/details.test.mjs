// The details: every seed's items with the facts that its site file has, the widget's own record among them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { folder, run, test } from "./suite.mjs";

const KINDS = { cookie: "Cookie", "local-storage": "Local storage", "session-storage": "Session storage" };
/** What stays until it is erased, where no other time is stated. */
const STAYS = ["local-storage", "indexed-db"];
const seeds = { mazoon: ".notice [data-act=details]", mjpro: ".notice [data-act=details]", nanoflux: ".notice [data-act=details]", mediux: null };

for (const [site, opener] of Object.entries(seeds)) {
  test(`${site}: every item with its known facts, and no row for one that is unknown`, { site }, async ({ widget }) => {
    const declared = JSON.parse(readFileSync(folder(`www/sites/${site}/site.json`), "utf8"));
    if (opener) await widget.openDetails(opener);
    else await widget.run("return courtesy.open('details')");
    await widget.shows("dialog[open] .entries");
    const shown = await widget.items();
    assert.equal(shown.length, declared.items.length + 1);
    for (const [place, item] of declared.items.entries()) {
      const { title, facts } = shown[place];
      assert.equal(title, item.description);
      assert.equal(facts.Name, undefined);
      assert.equal(facts["Kept for"], STAYS.includes(item.kind) ? "until you or your browser deletes it" : undefined);
      assert.equal(facts.Type, KINDS[item.kind]);
      assert.equal(facts.Stored, item.when);
      const service = declared.services.find(({ id }) => id === item.setBy);
      assert.equal(facts["Set by"], item.setBy === "site" ? declared.name : service?.name);
      const purpose = declared.purposes.find(({ id }) => id === item.purpose);
      assert.equal(facts.Purpose, purpose?.title ?? "Essential functions");
      const exempt = !purpose || purpose.id === "essential" || purpose.exemption;
      assert.equal(facts[exempt ? "Why we do not ask first" : "Consent"], exempt ? "Strictly necessary for a service that you asked for." : "Off unless you turn it on.");
      assert.ok(Object.values(facts).every(Boolean), JSON.stringify(facts));
    }
    const own = shown.at(-1).facts;
    assert.deepEqual([own.Name, own.Type, own["Set by"], own["Kept for"]],
      [`courtesy:${site}`, "Local storage", declared.name, "Valid for 6 months. It stays until you or your browser deletes it."]);
    const services = await widget.run(`return [...document.querySelector("courtesy-host").shadowRoot.querySelectorAll("dialog .entries h4")].map((e) => e.textContent)`);
    // What the site runs itself receives nothing, and comes after those that data is shared with.
    const ordered = [false, true].flatMap((isLibrary) => declared.services.filter(({ kind, data }) => (kind === "library" && !data) === isLibrary));
    assert.deepEqual(services.slice(shown.length), ordered.map(({ name, role }) => name ?? role[0].toUpperCase() + role.slice(1)));
  });
}

test("mazoon: four items, as its policy says", {}, async ({ widget }) => {
  await widget.openDetails();
  assert.equal((await widget.items()).length - 1, 4);
});

test("mjpro.ai: Stripe sets its cookies during checkout", { site: "mjpro" }, async ({ widget }) => {
  await widget.openDetails();
  const stripe = (await widget.items()).find(({ facts }) => facts["Set by"] === "Stripe");
  assert.deepEqual([stripe.facts.Type, stripe.facts.Stored], ["Cookie", "during checkout"]);
});

test("nanoflux: the browser's settings, and what may not work then", { site: "nanoflux" }, async ({ widget }) => {
  await widget.openDetails();
  const text = await widget.run(`return document.querySelector("courtesy-host").shadowRoot.querySelector("dialog .content").innerText`);
  assert.match(text, /Other ways:\s+In your browser: change the settings for cookies/);
  assert.ok((await widget.items()).some(({ facts }) => facts["If you block it"]));
});

test("mediux: a notice that asks, nothing granted, and the details decide nothing", { site: "mediux" }, async ({ widget }) => {
  await widget.noticeShows();
  assert.equal(await widget.visible(".reopen"), false);
  const states = await widget.run(`return courtesy.ready.then(() => [courtesy.mode, courtesy.status("analytics"), courtesy.allows("analytics"), courtesy.allows("essential")])`);
  assert.deepEqual(states, ["consent", "undecided", false, true]);
  await widget.run("return courtesy.open('details')");
  await widget.shows("dialog[open] .entries");
  assert.deepEqual(await widget.inside(`return [...root.querySelectorAll("dialog .foot button")].map(({ dataset }) => dataset.act)`), ["choices"]);
  await widget.leaveDetails();
  await widget.noticeShows();
  assert.deepEqual(await widget.storage(), {});
});

const ASKING = /accept|agree|allow|reject|consent/i;
for (const site of ["mazoon", "mjpro", "nanoflux"]) {
  test(`${site}: no control of any view is named like an answer`, { site }, async ({ widget }) => {
    await widget.openDetails();
    const names = await widget.run(`
      const root = document.querySelector("courtesy-host").shadowRoot;
      return [...root.querySelectorAll("button, a, input, [role=button], summary")].map((e) => [e.getAttribute("aria-label"), e.textContent, e.title].join(" "))`);
    assert.ok(names.length > 6);
    assert.deepEqual(names.filter((name) => ASKING.test(name)), []);
    assert.equal(await widget.run(`return document.querySelector("courtesy-host").shadowRoot.querySelectorAll("input, [role=switch], [role=checkbox]").length`), 0);
  });
}

run();
