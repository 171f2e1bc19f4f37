// The details: every seed's items as its site file declares them, the widget's own record among them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { folder, run, test } from "./suite.mjs";

const KINDS = { cookie: "Cookie", "local-storage": "Local storage", "session-storage": "Session storage" };
/** What stays until it is erased, where no other time is stated. */
const STAYS = ["local-storage", "indexed-db"];
const seeds = { mazoon: ".notice [data-act=details]", mjpro: ".notice [data-act=details]", nanoflux: ".notice [data-act=details]", mediux: null };

for (const [site, opener] of Object.entries(seeds)) {
  test(`${site}: every item with kind, setter and purpose, and what is not stated`, { site }, async ({ widget }) => {
    const declared = JSON.parse(readFileSync(folder(`www/sites/${site}/site.json`), "utf8"));
    if (opener) await widget.openDetails(opener);
    else await widget.run("return courtesy.open('details')");
    await widget.shows("dialog[open] .entries");
    const shown = await widget.items();
    assert.equal(shown.length, declared.items.length + 1);
    for (const [place, item] of declared.items.entries()) {
      const { title, facts } = shown[place];
      assert.equal(title, item.description);
      assert.equal(facts.Name, "not stated");
      assert.equal(facts["How long"], STAYS.includes(item.kind) ? "until you or your browser erase it" : "not stated");
      assert.equal(facts.Kind, KINDS[item.kind] ?? "not stated");
      assert.equal(facts.When, item.when ?? "not stated");
      const service = declared.services.find(({ id }) => id === item.setBy);
      assert.equal(facts["Set by"], item.setBy === "site" ? declared.name : (service?.name ?? "not stated"));
      const purpose = declared.purposes.find(({ id }) => id === item.purpose);
      assert.equal(facts["What for"], purpose?.title ?? "What the site needs to work");
      const exempt = !purpose || purpose.id === "essential" || purpose.exemption;
      assert.match(facts[exempt ? "Why no consent is needed" : "Consent"], exempt ? / states that it is strictly necessary / : /^It stays off unless you have been asked and have agreed\./);
    }
    const own = shown.at(-1).facts;
    assert.deepEqual([own.Name, own.Kind, own["Set by"], own["How long"]],
      [`courtesy:${site}`, "Local storage", declared.name, "It counts for 6 months. It stays until you or your browser erase it."]);
    const services = await widget.run(`return [...document.querySelector("courtesy-host").shadowRoot.querySelectorAll("dialog .entries:last-of-type h4")].map((e) => e.textContent)`);
    assert.deepEqual(services, declared.services.map(({ name }) => name ?? "Name not stated"));
  });
}

test("mazoon: four items, as its policy says", {}, async ({ widget }) => {
  await widget.openDetails();
  assert.equal((await widget.items()).length - 1, 4);
});

test("mjpro.ai: Stripe sets its cookies during checkout", { site: "mjpro" }, async ({ widget }) => {
  await widget.openDetails();
  const stripe = (await widget.items()).find(({ facts }) => facts["Set by"] === "Stripe");
  assert.deepEqual([stripe.facts.Kind, stripe.facts.When], ["Cookie", "during checkout"]);
});

test("nanoflux: the browser's settings, and what may not work then", { site: "nanoflux" }, async ({ widget }) => {
  await widget.openDetails();
  const text = await widget.run(`return document.querySelector("courtesy-host").shadowRoot.querySelector("dialog .content").innerText`);
  assert.match(text, /The site states:\s+In your browser: change the settings for cookies/);
  assert.ok((await widget.items()).some(({ facts }) => facts["Without it"]));
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
