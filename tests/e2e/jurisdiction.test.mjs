// The United Kingdom (PECR Schedule A1, since 5 February 2026): statistics and appearance are on at once, the visitor is told once, with
// one act to object, which is remembered. Everywhere else, and wherever the page says nothing that is known, the same is asked for.

import assert from "node:assert/strict";
import { COLOURS, COUNTING, SIGNAL, STATISTICS, TOLD, becomes, boxes, early, events, gated, leave, notice, openChoices, ran, ready, site, status } from "./optional.mjs";
import { run, settled, test } from "./suite.mjs";

const INFORMS = "We don’t need to ask for these where you are, so they are on. You can object and turn them off at any time.";
const ASKS = "We’d like to use your device’s storage for the purposes below. We start only if you accept, and you can withdraw at any time.";
const ASKED = ["Accept all", "Reject all", "Choose"];
const TOLD_OF = ["Turn off optional data", "Choose", "OK"];

const visit = (purposes, jurisdiction, { fields = {}, at = "/" } = {}) => ({
  made: () => ({
    at, folders: { "/courtesy/": site(purposes, fields) }, early: early(SIGNAL, TOLD),
    pages: {
      "/": gated(purposes.map(({ id }) => id), { attributes: jurisdiction === undefined ? "" : `data-jurisdiction="${jurisdiction}"` }),
      "/eu": gated(purposes.map(({ id }) => id), { attributes: `data-jurisdiction="eu"` }),
      "/uk": gated(purposes.map(({ id }) => id), { attributes: `data-jurisdiction="uk"` }),
    },
  }),
});
const uk = visit([COUNTING, COLOURS], "uk");

test("in the UK it is on at once, and that is said: what it is, and one act to object", uk, async ({ widget }) => {
  await widget.noticeShows();
  await widget.until("both gates are open", "return window.ran?.length === 2");
  assert.deepEqual(await ran(widget), ["counting", "colours"]);
  assert.deepEqual([await status(widget, "counting"), await status(widget, "colours")], ["not_required", "not_required"]);
  const { title, text, list, buttons } = await notice(widget);
  assert.deepEqual([title, text], ["On unless you object", INFORMS]);
  assert.equal(list.length, 2);
  assert.match(list.join(), /Counting.*Colours/);
  assert.deepEqual(buttons, TOLD_OF);
  assert.deepEqual(await widget.storage(), {}, "nobody has done anything");
});

test("what is told asks for nothing: no word of consent beside its being needless", uk, async ({ widget }) => {
  await widget.noticeShows();
  const { title, text, list, buttons } = await notice(widget);
  const all = [title, text, ...list, ...buttons].join(" ");
  assert.doesNotMatch(all, /accept|agree|allow|reject|refuse|consent/i);
});

test("the information is given once", uk, async ({ widget }) => {
  await widget.dismiss();
  await widget.hides(".notice");
  assert.deepEqual(await events(widget), [["not_required", "", "dismiss"]]);
  assert.deepEqual((await widget.record()).choices, {}, "reading is no consent");
  await widget.reload();
  await ready(widget);
  assert.equal(await widget.visible(".notice"), false);
  assert.deepEqual(await ran(widget, 2), ["counting", "colours"]);
  assert.equal(await status(widget, "counting"), "not_required");
});

test("one press objects: it shuts now, after a reload, and is stored as an objection", uk, async ({ widget }) => {
  await widget.click('.notice [data-act="withdraw"]');
  await widget.hides('.notice:not(.afterwards)');
  await becomes(widget, "counting", "objected");
  assert.equal(await status(widget, "colours"), "objected");
  assert.deepEqual(await events(widget), [["objected", "counting,colours", "withdraw"]]);
  assert.deepEqual((await widget.record()).choices, { counting: "objected", colours: "objected" });
  const changed = (await widget.run("return told")).filter(([name]) => name === "changed").at(-1)[1];
  assert.deepEqual(changed, { granted: [], withdrawn: ["counting", "colours"] });
  // A gate that comes after the objection stays shut.
  await widget.run(`
    const late = document.createElement("template");
    late.dataset.purpose = "counting";
    late.innerHTML = "<i id=late></i>";
    document.body.append(late)`);
  await settled();
  assert.equal(await widget.run("return !!document.getElementById('late')"), false);
  await widget.reload();
  await ready(widget);
  assert.deepEqual(await ran(widget), []);
  assert.equal(await widget.visible(".notice"), false, "who objected is told no more");
});

test("the button beside the way back objects later, in one press as well", uk, async ({ widget }) => {
  await widget.dismiss();
  await widget.click('.reopen [data-act="withdraw"]');
  await becomes(widget, "counting", "objected");
  assert.deepEqual(await events(widget), [["not_required", "", "dismiss"], ["objected", "counting,colours", "withdraw"]]);
  await widget.reload();
  await ready(widget);
  assert.deepEqual(await ran(widget), []);
});

test("an objection is a visitor's word: it can be taken back in the choices, and then it is a grant", uk, async ({ widget }) => {
  await widget.click('.notice [data-act="withdraw"]');
  await becomes(widget, "counting", "objected");
  await openChoices(widget);
  assert.deepEqual(await boxes(widget), [["Counting", false], ["Colours", false]]);
  await widget.use("Counting");
  await widget.use("Save choices");
  await widget.hides("dialog");
  await becomes(widget, "counting", "granted");
  assert.equal(await status(widget, "colours"), "objected");
  await widget.until("its gate opens", "return window.ran.at(-1) === 'counting' || window.ran.includes('counting')");
});

test("in the choices each is on, says that it is on unless the visitor objects, and unticking one objects to that one", uk, async ({ widget }) => {
  await widget.noticeShows();
  await openChoices(widget);
  assert.deepEqual(await boxes(widget), [["Counting", true], ["Colours", true]]);
  const told = await widget.inside(`return [...root.querySelectorAll("dialog .told")].map(({ textContent }) => textContent)`);
  assert.deepEqual(told, Array(2).fill("Where you are, this is on unless you object. To object, clear the box and press “Save choices”."));
  await widget.use("Counting");
  await widget.use("Save choices");
  await widget.hides("dialog");
  await becomes(widget, "counting", "objected");
  assert.equal(await status(widget, "colours"), "not_required");
  assert.deepEqual(await events(widget), [["objected", "counting", "choices"]]);
  assert.deepEqual((await widget.record()).choices, { counting: "objected" }, "what stays on without being asked for is no consent");
  await widget.reload();
  await ready(widget);
  assert.deepEqual([await ran(widget, 1), await widget.visible(".notice")], [["colours"], false]);
});

test("closing the choices of somebody who was told nothing yet decides nothing", uk, async ({ widget }) => {
  await widget.noticeShows();
  await openChoices(widget);
  await widget.use("Counting");
  await widget.leaveDetails();
  await widget.noticeShows();
  assert.equal(await status(widget, "counting"), "not_required");
  assert.deepEqual(await widget.storage(), {});
});

for (const where of ["eu", "us-ca", "us", "other", undefined, "", "UK", "gb", "uk ", "CH", "che", "UNITED KINGDOM", "__proto__"]) {
  test(`it is asked for where the page says ${where === undefined ? "nothing" : `“${where}”`}`, {
    ...visit([COUNTING, COLOURS], where),
  }, async ({ widget }) => {
    await widget.noticeShows();
    await ready(widget);
    assert.deepEqual([await status(widget, "counting"), await status(widget, "colours")], ["undecided", "undecided"]);
    assert.deepEqual(await ran(widget), []);
    const { text, buttons } = await notice(widget);
    assert.equal(text, ASKS);
    assert.deepEqual(buttons, ASKED);
    await widget.click('.notice [data-act="reject-all"]');
    await widget.hides(".notice");
    assert.deepEqual(await events(widget), [["refused", "counting,colours", "reject-all"]]);
    await widget.reload();
    await ready(widget);
    assert.deepEqual([await ran(widget), await widget.visible(".notice")], [[], false]);
  });
}

test("the page's word counts more than the site file's", visit([COUNTING], undefined, { fields: { jurisdiction: "us" } }), async ({ widget, go }) => {
  await widget.noticeShows();
  assert.equal(await status(widget, "counting"), "undecided");
  await leave(widget, go, "/uk");
  await widget.until("its gate is open", "return window.ran");
  assert.equal(await status(widget, "counting"), "not_required");
});

test("who was told in the UK is asked elsewhere", uk, async ({ widget, go }) => {
  await widget.dismiss();
  await widget.hides(".notice");
  await leave(widget, go, "/eu");
  await widget.noticeShows();
  assert.equal(await status(widget, "counting"), "undecided");
  assert.deepEqual(await ran(widget), []);
  assert.deepEqual((await notice(widget)).buttons, ASKED);
});

test("a refusal from elsewhere stands in the UK", uk, async ({ widget, go }) => {
  await leave(widget, go, "/eu");
  await widget.click('.notice [data-act="reject-all"]');
  await widget.hides(".notice");
  await leave(widget, go, "/uk");
  await ready(widget);
  assert.deepEqual([await status(widget, "counting"), await ran(widget), await widget.visible(".notice")], ["refused", [], false]);
});

test("an objection from the UK stands elsewhere, and nobody is asked again", uk, async ({ widget, go }) => {
  await widget.click('.notice [data-act="withdraw"]');
  await becomes(widget, "counting", "objected");
  await leave(widget, go, "/eu");
  await ready(widget);
  assert.deepEqual([await status(widget, "counting"), await ran(widget), await widget.visible(".notice")], ["objected", [], false]);
});

const mixed = visit([COUNTING, STATISTICS], "uk");

test("one no answers all that a mixed notice shows: a refusal of what it asks for, an objection to what is on", mixed, async ({ widget }) => {
  await widget.noticeShows();
  await widget.until("one gate is open", "return window.ran");
  assert.deepEqual(await ran(widget), ["counting"]);
  const { buttons } = await notice(widget);
  assert.deepEqual(buttons, ASKED);
  await widget.click('.notice [data-act="reject-all"]');
  await widget.hides(".notice");
  // One no for all that was shown: a refusal of what was asked for, an objection to what was on.
  assert.deepEqual(await events(widget), [["refused", "statistics", "reject-all"], ["objected", "counting", "reject-all"]]);
  await widget.reload();
  await ready(widget);
  assert.deepEqual([await ran(widget), await widget.visible(".notice")], [[], false]);
});

test("the choices of a mixed site: what is on is ticked, what is asked for is not", mixed, async ({ widget }) => {
  await widget.noticeShows();
  await openChoices(widget);
  assert.deepEqual(await boxes(widget), [["Counting", true], ["Statistics", false]]);
  await widget.use("Save choices");
  await widget.hides("dialog");
  await widget.hides(".notice");
  await becomes(widget, "statistics", "refused");
  assert.deepEqual(await events(widget), [["refused", "statistics", "choices"]]);
  assert.equal(await status(widget, "counting"), "not_required");
  await widget.reload();
  await ready(widget);
  assert.deepEqual([await ran(widget, 1), await widget.visible(".notice")], [["counting"], false], "who saved was told, and is asked no more");
});

test("what is on stands apart from what is asked for, each below a text that is true of it", mixed, async ({ widget }) => {
  await widget.noticeShows();
  const parts = () => widget.inside(`
    return [...root.querySelectorAll(".notice > ul, .notice > p:not(.aside, .links), .notice > div:not(.actions)")].map(({ innerText }) => innerText.replaceAll(/\\s*\\n\\s*/g, "\\n").trim())`);
  assert.deepEqual(await parts(), [ASKS, "Statistics", `${INFORMS}\nCounting`]);
  await widget.click('.notice [data-act="accept-all"]');
  await widget.hides(".notice");
  assert.deepEqual((await widget.record()).choices, { statistics: "granted" }, "what is on without being asked for needs no yes");
  await widget.run(`return courtesy.open("notice")`);
  await widget.noticeShows();
  assert.deepEqual(await parts(), [ASKS, "Statistics", `${INFORMS}\nCounting`]);
});

test("a notice that comes back in the UK informs again, and asks for nothing", uk, async ({ widget }) => {
  await widget.dismiss();
  await widget.hides(".notice");
  await widget.run(`return courtesy.open("notice")`);
  await widget.noticeShows();
  const { text, buttons } = await notice(widget);
  assert.deepEqual([text, buttons], [INFORMS, TOLD_OF]);
});

test("what the UK excepts is no sale: the signal shuts a purpose that is one there, too",
  visit([{ ...COUNTING, saleOrShare: true }], "uk", { at: "/?gpc=true", fields: { sells: true, shares: true } }), async ({ widget }) => {
    await ready(widget);
    assert.deepEqual([await status(widget, "counting"), await ran(widget), await widget.visible(".notice")], ["objected", [], false]);
    assert.deepEqual(await widget.storage(), {});
  });

run();
