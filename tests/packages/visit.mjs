// A visit to an example as its visitor makes it: the notice, the details, an answer that is remembered, the policy.

import assert from "node:assert/strict";

/** How many widgets stand in the page. */
export const widgets = (widget) => widget.run("return document.querySelectorAll('courtesy-host').length");

/** Comes to an address, and finds one notice there. */
export const arrives = async ({ widget, session }, address) => {
  await session.get(address);
  await widget.noticeShows();
  assert.equal(await widgets(widget), 1);
};

/** Reads what the notice leads to: a view of the dialog, and the page of the policy. */
export const reads = async ({ widget, session }, address, act) => {
  await widget.openDetails(`.notice [data-act="${act}"]`);
  await widget.leaveDetails();
  await widget.click(".notice .links a");
  await session.wait(async () => (await session.getCurrentUrl()).endsWith("/courtesy/privacy.html#storage"), 20_000);
  await session.wait(async () => (await session.getTitle()).includes("Privacy"), 20_000);
  await arrives({ widget, session }, address);
};

/** Answers; the answer counts on the next view of the page, too. */
export const answers = async ({ widget }, act) => {
  await widget.click(`.notice [data-act="${act}"]`);
  await widget.hides(".notice");
  await widget.reload();
  await widget.until("the site is known", "return window.courtesy?.ready.then(() => true)");
  assert.equal(await widget.visible(".notice"), false);
  assert.equal(await widgets(widget), 1);
  assert.equal((await widget.record()).events.length, 1);
};
