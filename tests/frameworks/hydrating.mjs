// What holds where a framework takes over a page that a server rendered: it finds it as it needs it, whoever is first.

import assert from "node:assert/strict";
import { oneNotice } from "./promises.mjs";
import { accepts, goes, isThere, opens, settled } from "./visitor.mjs";

/**
 * A visitor types before React starts, and finds it afterwards in the same field, on a page that works. Long after the page has come to
 * rest React starts here, so the page has no gate that needs an element of its own: a placeholder is there by then.
 */
const types = async (visit) => {
  const { widget } = visit;
  const field = "const field = document.getElementById('typed');";
  await widget.run(`${field} Object.assign(field, { value: "Ida", isFirst: true }); startReact()`);
  await isThere(visit, "Plain");
  await settled(visit);
  const found = await widget.run(`${field} return [field.value, field.isFirst]`);
  assert.deepEqual(found, ["Ida", true], `React drew the page anew: ${await widget.said()}`);
  await widget.run("document.getElementById('pressed').click()");
  await widget.until("React counts", "return document.getElementById('pressed').textContent === 'Pressed 1'");
};

const typed = async (visit) => {
  await opens(visit, "Plain", "?late");
  await visit.widget.noticeShows();
  await types(visit);
  await oneNotice(visit);
};

const typedWhereOpen = async (visit) => {
  await opens(visit, "One");
  await accepts(visit);
  await settled(visit);
  await opens(visit, "Plain", "?late");
  await visit.widget.until("the layout's script has run", "return ran.includes('layout')");
  await types(visit);
};

/** Its React starts when the test says so. */
export const OF_LATE = {
  "what was typed before React starts stays": typed,
  "what was typed before React starts stays, also where everything is open before": typedWhereOpen,
};

const slowly = (hold) => async (visit) => {
  const slows = (rate) => visit.session.sendDevToolsCommand("Emulation.setCPUThrottlingRate", { rate });
  await slows(6);
  await hold(visit).finally(() => slows(1));
};

const asksSlowly = slowly(async (visit) => {
  for (const title of ["One", "Two"]) {
    await opens(visit, title);
    await oneNotice(visit);
  }
});

const opensSlowly = slowly(async (visit) => {
  await opens(visit, "One");
  await accepts(visit);
  await settled(visit);
  for (const title of ["One", "Two"]) {
    await opens(visit, title);
    await settled(visit);
  }
});

/** By Chromium's own protocol, so in Chromium alone. */
export const OF_SLOW = {
  "on a processor six times slower it hydrates without an error": asksSlowly,
  "on a processor six times slower it hydrates without an error, also where everything is open": opensSlowly,
};

/** What React makes of <template>…</template> in JSX: child elements, which are no content of it. */
const childrenOpen = async (visit) => {
  const { widget } = visit;
  const isSeen = "(child) => child.getClientRects().length > 0";
  const seen = `return [...document.querySelectorAll(".child")].filter(${isSeen}).length`;
  await opens(visit, "One");
  await goes(visit, "Children");
  await settled(visit);
  assert.equal(await widget.run(seen), 0);
  await accepts(visit);
  await widget.until("the child is in sight", seen);
  await goes(visit, "One");
  await settled(visit);
  assert.equal(await widget.run(seen), 0, "it goes with its page");
  await goes(visit, "Children");
  await widget.until("it is in sight again", `${seen} === 1`);
};

/** That they are not inert, though a template is meant to be, is said. */
export const OF_CHILDREN = { "child elements of a template count as its content": childrenOpen };
