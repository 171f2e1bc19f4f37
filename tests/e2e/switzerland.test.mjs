// Switzerland (Telecommunications Act, Article 45c: information, and a way to refuse) has what the United Kingdom has: jurisdiction.test.mjs.

import assert from "node:assert/strict";
import { COLOURS, COUNTING, SIGNAL, STATISTICS, TOLD, becomes, early, gated, leave, notice, ran, ready, site, status } from "./optional.mjs";
import { run, test } from "./suite.mjs";

const INFORMS = "We don’t need to ask for these where you are, so they are on. You can object and turn them off at any time.";
const page = (purposes, where) => gated(purposes.map(({ id }) => id), { attributes: `data-jurisdiction="${where}"` });
const visit = (purposes) => ({
  made: () => ({ at: "/", folders: { "/courtesy/": site(purposes) }, early: early(SIGNAL, TOLD), pages: { "/": page(purposes, "ch"), "/uk": page(purposes, "uk"), "/eu": page(purposes, "eu") } }),
});

test("in Switzerland it is the same: on at once, told once, and one press objects for good", visit([COUNTING, COLOURS]), async ({ widget, go }) => {
  await widget.noticeShows();
  await widget.until("both gates are open", "return window.ran?.length === 2");
  const { text, buttons } = await notice(widget);
  assert.deepEqual([text, buttons], [INFORMS, ["Turn off optional data", "Choose", "OK"]]);
  await widget.click('.notice [data-act="withdraw"]');
  await becomes(widget, "counting", "objected");
  assert.deepEqual((await widget.record()).choices, { counting: "objected", colours: "objected" });
  await widget.reload();
  await ready(widget);
  assert.deepEqual([await ran(widget), await widget.visible(".notice")], [[], false]);
  await leave(widget, go, "/uk");
  await ready(widget);
  assert.deepEqual([await status(widget, "counting"), await widget.visible(".notice")], ["objected", false], "there, too");
});

test("in Switzerland what has no such exemption is asked for", visit([COUNTING, STATISTICS]), async ({ widget }) => {
  await widget.noticeShows();
  await widget.until("one gate is open", "return window.ran");
  assert.deepEqual([await ran(widget), await status(widget, "statistics")], [["counting"], "undecided"]);
  assert.deepEqual((await notice(widget)).buttons, ["Accept all", "Reject all", "Choose"]);
});

test("a visitor who was informed in Switzerland is asked in the European Union", visit([COUNTING]), async ({ widget, go }) => {
  await widget.dismiss();
  await widget.hides(".notice");
  await leave(widget, go, "/eu");
  await widget.noticeShows();
  assert.deepEqual([await status(widget, "counting"), await ran(widget)], ["undecided", []]);
});

run();
