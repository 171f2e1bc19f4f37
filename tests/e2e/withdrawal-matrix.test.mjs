// Every way to withdraw, on every kind of page, against every kind of gate: nothing optional runs, is fetched or stored from then on,
// on that page and at the next three page views.

import assert from "node:assert/strict";
import { EVERY, everyGate, isOff, nothing, nothingLater, open, openedByYes } from "./every-gate.mjs";
import { PILL, afterwards } from "./gated.mjs";
import { inTab } from "./optional.mjs";
import { LEFT, run, test } from "./suite.mjs";

const controls = ["reject-all", "reject:media", "reject:analytics"].map((act) => `<button id="${act}" data-courtesy="${act}">${act}</button>`).join("");
const presses = (id) => ({ widget }) => widget.run("document.getElementById(arguments[0]).click()", id);
const calls = (call) => async ({ widget }) => assert.equal(await widget.run(`return courtesy.${call}`), true, call);

const ways = {
  "“Turn off optional data”": ({ widget }) => widget.click(PILL.withdraw),
  "a control of the page's for everything": presses("reject-all"),
  "a control of the page's for one purpose": presses("reject:media"),
  "withdraw()": calls("withdraw()"),
  "withdraw() of one purpose": calls("withdraw('media')"),
  "decide() with “reject-all”": calls("decide('reject-all')"),
  "decide() with an object": calls("decide({ media: false })"),
  "“Reject all” in the choices": async ({ widget }) => {
    await widget.click(PILL.back);
    await widget.shows("dialog[open] .answers");
    await widget.click(".answers button:nth-child(2)");
    await widget.hides("dialog");
  },
  "another tab": ({ session, server }) => inTab(session, server.origin + "/elsewhere", () =>
    session.executeScript("return courtesy.ready.then(() => courtesy.withdraw()).then(() => true)")),
};

const swapped = (widget) => widget.run(`ran.length = 0; const main = document.createElement("main");
  main.append(document.createRange().createContextualFragment(arguments[0])); document.querySelector("main").replaceWith(main)`, EVERY.replaceAll(".js\"", ".js?again\"") + controls);

const pages = {
  "the page of the yes": () => {},
  "a later page": async ({ widget, go }) => {
    await go("/later");
    await open(widget);
  },
  "a page restored by the Back button": async ({ widget, session, go }) => {
    await go("/elsewhere");
    await session.navigate().back();
    await widget.until("it is back", `return location.pathname === "/" && window.courtesy?.ready.then(() => true)`);
    await open(widget);
  },
  "a page whose content a script has exchanged": async ({ widget }) => {
    await swapped(widget);
    await open(widget);
  },
};

for (const [where, goes] of Object.entries(pages)) {
  for (const [how, withdraws] of Object.entries(ways)) {
    test(`on ${where}, by ${how}: nothing runs, is fetched or stored from then on`, { ...everyGate({ body: EVERY + controls }), console: where.includes("Back") ? [LEFT] : [] }, async (visit) => {
      const { widget } = visit;
      await openedByYes(widget);
      await goes(visit);
      await nothing(visit, "after the withdrawal", async () => {
        await withdraws(visit);
        await isOff(widget);
      });
      const { title, said } = await afterwards(widget);
      assert.deepEqual([title, /Films/.test(said[0])], ["Turned off", true]);
      const { choices, events } = await widget.record();
      assert.deepEqual([choices.media, choices["media/films"], events.at(-1).state], ["withdrawn", "withdrawn", "withdrawn"], "it is recorded");
      await nothingLater(visit);
      assert.equal(await widget.visible(".notice"), false, "and not asked for");
    });
  }
}

run();
