// A visit: the notice shows, is dismissed, stays away, and can be brought back.

import assert from "node:assert/strict";
import { run, test } from "./suite.mjs";

test("a first visit stores nothing and asks nobody before the click", {}, async ({ widget, server }) => {
  await widget.noticeShows();
  assert.deepEqual(await widget.storage(), {});
  assert.deepEqual(server.log, ["/", "/courtesy/courtesy.js"]);
});

test("details open and Esc gives the focus back", {}, async ({ widget }) => {
  await widget.noticeShows();
  await widget.openDetails();
  assert.equal(await widget.focused(), "dialog-title");
  await widget.escape();
  await widget.hides("dialog");
  await widget.noticeShows();
  assert.equal(await widget.focused(), "details");
});

test("a dismissal stores one key without an identifier", {}, async ({ widget }) => {
  await widget.dismiss();
  await widget.hides(".notice");
  const storage = await widget.storage();
  assert.deepEqual(Object.keys(storage), ["localStorage.courtesy"]);
  assert.equal(await widget.focused(), "reopen");
});

run();
