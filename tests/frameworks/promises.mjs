// What holds in every app, each by itself: a function that is given a visit and fails where it does not hold.

import assert from "node:assert/strict";
import { PILL } from "../e2e/gated.mjs";
import { accepts, back, due, fetched, forgets, forward, goes, hasRun, isThere, opens, settled } from "./visitor.mjs";
import { gone, nothing, off, ran } from "./visitor.mjs";

export const oneNotice = async ({ widget }) => {
  await widget.noticeShows();
  assert.equal(await widget.run("return document.querySelectorAll('courtesy-host').length"), 1);
};

const answerStands = async ({ widget }) => {
  assert.equal(await widget.visible(".notice"), false);
  assert.deepEqual(await widget.run("return ['analytics', 'media'].map(courtesy.status)"), ["granted", "granted"]);
  assert.equal(await widget.run("return courtesy.record().events.length"), 1);
};

/** Accepts on the first page, where everything runs. */
const accepted = async (visit) => {
  await opens(visit, "One");
  await accepts(visit);
  await hasRun(visit, "One");
};

const noticeOnce = async (visit) => {
  await opens(visit, "One");
  await oneNotice(visit);
  for (const title of ["Two", "Three"]) {
    await goes(visit, title);
    await oneNotice(visit);
  }
  await back(visit, "Two");
  await oneNotice(visit);
};

const answerKept = async (visit) => {
  await opens(visit, "One");
  await accepts(visit);
  await goes(visit, "Two");
  await answerStands(visit);
  // What is being fetched when its page is left fails, and the console says so.
  await settled(visit);
  await opens(visit, "Three");
  await settled(visit);
  await answerStands(visit);
  await visit.session.navigate().back();
  await isThere(visit, "Two");
  await answerStands(visit);
};

const nextPagesOpen = async (visit) => {
  await accepted(visit);
  const visited = ["One"];
  for (const title of ["Two", "Three", "One"]) {
    await goes(visit, title);
    visited.push(title);
    await hasRun(visit, ...visited);
  }
  assert.equal(fetched(visit, "/gated/shared.js"), 1);
};

/** After a withdrawal: on its page, on three more, back as far as the page of the yes, forward, and loaded again. */
const withdrawn = (withdraws) => async (visit) => {
  await accepted(visit);
  await goes(visit, "Two");
  await settled(visit);
  await withdraws(visit);
  await gone(visit);
  await forgets(visit);
  await nothing(visit, "on the page of the withdrawal");
  for (const title of ["Three", "One", "Two"]) {
    await goes(visit, title);
    await nothing(visit, `on page ${title} after it`);
  }
  for (const title of ["One", "Three", "Two", "One"]) {
    await back(visit, title);
    await nothing(visit, `back on page ${title}`);
  }
  await forward(visit, "Two");
  await nothing(visit, "forward again");
  await visit.widget.reload();
  await isThere(visit, "Two");
  await nothing(visit, "loaded again");
  const seen = await visit.widget.run("return [courtesy.status('media'), document.querySelector('.within')]");
  assert.deepEqual(seen, ["withdrawn", null]);
};

const byCode = async ({ widget }) => assert.equal(await widget.run("return courtesy.withdraw()"), true);

const consoleClean = async (visit) => {
  await opens(visit, "One");
  await accepts(visit);
  for (const title of ["Two", "Three", "One"]) await goes(visit, title);
  await back(visit, "Three");
  await settled(visit);
  await visit.widget.reload();
  await isThere(visit, "Three");
  await goes(visit, "Two");
  await settled(visit);
};

const comesBack = async (visit) => {
  await accepted(visit);
  await goes(visit, "Two");
  await settled(visit);
  const before = await ran(visit);
  await visit.go("/away");
  await visit.session.navigate().back();
  await isThere(visit, "Two");
  await settled(visit);
  if (await visit.widget.run("return restored")) assert.deepEqual(await ran(visit), before);
  else await hasRun(visit, "Two");
};

const comesBackWithdrawn = async (visit) => {
  await accepted(visit);
  await opens(visit, "Two");
  await settled(visit);
  await byCode(visit);
  await gone(visit);
  visit.server.log.length = 0;
  await visit.session.navigate().back();
  await isThere(visit, "One");
  await off(visit);
  const wasRestored = await visit.widget.run("return restored");
  if (wasRestored) assert.deepEqual(await ran(visit), due("One"));
  await visit.widget.run("ran.length = 0");
  await nothing(visit, wasRestored ? "from the browser's memory" : "loaded again");
};

/** A page's copy that a library puts in again: the page as it was, what had been opened in it included. */
const copyRunsNothing = async (visit) => {
  await accepted(visit);
  await goes(visit, "Two");
  await settled(visit);
  // Going back is a navigation: what is to run at each runs.
  const { view: _, ...before } = await ran(visit);
  await back(visit, "One");
  await settled(visit);
  const { view: __, ...after } = await ran(visit);
  assert.deepEqual(after, before);
};

export const PROMISES = {
  "the notice is there once, on each page": noticeOnce,
  "an answer is kept, within the document and in the next": answerKept,
  "what waits on the page opens with the answer": accepted,
  "what comes with the next pages opens there: an address once, what stands in the page each time": nextPagesOpen,
  "after the widget's own button for it nothing optional runs": withdrawn(({ widget }) => widget.click(PILL.withdraw)),
  "after courtesy.withdraw() nothing optional runs": withdrawn(byCode),
  "the console is clean, also where everything is open from the start": consoleClean,
  "who leaves and comes back finds what they left, and nothing runs again": comesBack,
  "a page from before a withdrawal comes back without what was withdrawn": comesBackWithdrawn,
};

export const OF_COPIES = { "a page's copy that comes back runs nothing again": copyRunsNothing };
