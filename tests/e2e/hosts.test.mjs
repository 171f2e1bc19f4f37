// One choice for several hosts (docs/decisions/020): hosts below .localhost, which browsers find on this computer and trust as they trust https.
// WebKitGTK finds none of them.

import assert from "node:assert/strict";
import { ADVERTISING, STATISTICS, SIGNAL, early, becomes, gated, inTab, ran, ready, status } from "./optional.mjs";
import { built } from "./sites.mjs";
import { run, test } from "./suite.mjs";

const PAGE = gated(["statistics", "advertising"]);
const only = ["chromium", "firefox"];
const ID = "garden";

/** A test at hosts of a domain of its own, because an engine keeps its cookies for all tests of this file. */
const hosts = (name, title, check, { fields = {}, console: lines = [], ...more } = {}) => {
  const domain = `${name}.localhost`;
  const made = () => ({
    folders: { "/courtesy/": built({ id: ID, purposes: [STATISTICS, ADVERTISING], sharedAcross: domain, ...fields }) }, pages: { "/": PAGE, "/deep/page": PAGE, "/plain": "<!doctype html><html lang=en><head><title>Plain</title></head><body>Plain.</body></html>" },
    early: early(SIGNAL), at: "/plain", ...more,
  });
  test(title, { made, only, console: lines }, (given) => {
    const port = new URL(given.server.origin).port;
    const at = (host, path = "/") => `http://${host && host + "."}${domain}:${port}${path}`;
    const open = async (host, path) => {
      await given.session.get(at(host, path));
      await ready(given.widget);
    };
    return check({ ...given, at, open, domain });
  });
};
const cookies = (widget) => widget.run("return document.cookie.split('; ').filter((pair) => pair.startsWith('courtesy_garden=')).map((pair) => pair.slice(16))");
const states = async (widget) => [await status(widget, "statistics"), await status(widget, "advertising")];
const accept = (widget) => widget.click('.notice [data-act="accept-all"]');
const refuse = (widget) => widget.click('.notice [data-act="reject-all"]');
const YES = ["granted", "granted"];
const NO = ["withdrawn", "withdrawn"];

hosts("accepts", "a yes on one host counts on the others, and nobody is asked again", async ({ widget, session, open }) => {
  await open("a");
  await accept(widget);
  await becomes(widget, "advertising", "granted");
  const [text, ...others] = await cookies(widget);
  assert.deepEqual(others, []);
  assert.match(text, /^1\|garden\|1\|[0-9TZ:-]{20}\|[0-9TZ:-]{20}\|statistics=granted~[\w-]{8}\|advertising=granted~[\w-]{8}$/);
  const found = (await session.manage().getCookies()).find(({ name }) => name === "courtesy_garden");
  assert.deepEqual([found.secure, found.sameSite, found.path, found.httpOnly], [true, "Lax", "/", false]);
  const days = (found.expiry - Date.now() / 1000) / 86_400;
  assert.ok(days > 175 && days < 190, `it lasts ${days} days`);
  for (const host of ["b", "deep.b", ""]) {
    await open(host);
    assert.deepEqual(await states(widget), YES, host);
    assert.equal(await widget.visible(".notice"), false);
    await widget.until("the gates are open", "return window.ran?.length === 2");
    assert.equal(await widget.record(), undefined, "nothing is stored by reading");
    assert.equal(await widget.run("return courtesy.record().events.at(-1).method"), "shared");
  }
});

hosts("withdraws", "a withdrawal on one host counts on the others: on their next page, and on an open one when it is looked at", async ({ widget, session, open, at }) => {
  await open("a");
  await accept(widget);
  await becomes(widget, "advertising", "granted");
  await inTab(session, at("b"), async () => {
    await becomes(widget, "advertising", "granted");
    await widget.click('.reopen [data-act="withdraw"]');
    await becomes(widget, "advertising", "withdrawn");
    assert.match((await cookies(widget)).join(), /statistics=withdrawn~[\w-]+\|advertising=withdrawn/, "the cookie carries the no");
  });
  await widget.run("dispatchEvent(new Event('visibilitychange'))");
  assert.deepEqual(await states(widget), NO);
  await widget.shows(".afterwards");
  await open("a");
  assert.deepEqual([await states(widget), await ran(widget)], [NO, []]);
  assert.equal(await widget.visible(".notice"), false);
});

hosts("tabs", "two tabs of one host follow each other at once", async ({ widget, session, open, at }) => {
  await open("a");
  await inTab(session, at("a"), async () => {
    await accept(widget);
    await becomes(widget, "advertising", "granted");
  });
  await becomes(widget, "advertising", "granted");
  await widget.hides(".notice");
});

hosts("keeps", "a no of this host counts against another host's later yes", async ({ widget, open }) => {
  await open("a");
  await refuse(widget);
  await becomes(widget, "advertising", "refused");
  await open("b");
  assert.deepEqual([await states(widget), await widget.visible(".notice")], [["refused", "refused"], false]);
  await widget.run("return courtesy.decide({ statistics: true })");
  await becomes(widget, "statistics", "granted");
  await open("a");
  assert.deepEqual(await states(widget), ["refused", "refused"]);
  await widget.run("return courtesy.decide({ statistics: true })");
  await open("b");
  assert.equal(await status(widget, "statistics"), "granted");
});

hosts("gone", "where the cookie is gone, yeses are asked again and noes stay, and are shared again", async ({ widget, session, open }) => {
  await open("a");
  await widget.run("return courtesy.decide({ statistics: true, advertising: false })");
  await becomes(widget, "statistics", "granted");
  await session.manage().deleteCookie("courtesy_garden");
  await open("a");
  await widget.noticeShows();
  assert.deepEqual([await states(widget), await ran(widget)], [["undecided", "refused"], []]);
  assert.match((await cookies(widget)).join(), /\|advertising=refused~[\w-]+$/);
  await open("b");
  assert.deepEqual(await states(widget), ["undecided", "refused"]);
});

hosts("planted", "what another host plants ends every yes and starts none", async ({ widget, session, open, domain, at }) => {
  await open("a");
  await widget.run("return courtesy.decide({ statistics: true, advertising: false })");
  await becomes(widget, "statistics", "granted");
  const [text] = await cookies(widget);
  const plant = (value, more) => widget.run(`document.cookie = "courtesy_garden=" + arguments[0] + "; secure; " + arguments[1]`, value, more);
  // The same text, for a longer path: all copies agree.
  await plant(text, `domain=${domain}; path=/deep`);
  await open("a", "/deep/page");
  assert.deepEqual([(await cookies(widget)).length, await states(widget)], [2, ["granted", "refused"]]);
  for (const value of ["x", text.replace("1|garden|", "1|orchard|"), text.replace(/statistics=granted~[\w-]+/, "statistics=granted~00000000"), text + "0".repeat(1500)]) {
    await plant(value, `domain=${domain}; path=/deep`);
    await open("a", "/deep/page");
    assert.deepEqual([await states(widget), await ran(widget)], [["undecided", "refused"], []], value.slice(0, 80));
    await open("a");
    assert.deepEqual(await states(widget), ["granted", "refused"], "elsewhere it is not there");
  }
  // A yes for what was refused, and a no for what was accepted.
  await plant(text.replace("granted", "refused").replace(/advertising=refused/, "advertising=granted"), `domain=${domain}; path=/`);
  await open("a");
  assert.deepEqual([await states(widget), await ran(widget)], [["refused", "refused"], []]);
});

hosts("shadowed", "an answer that another cookie is in the way of counts for the page view, and that is reported", async ({ widget, session, open, at }) => {
  await session.get(at("a", "/plain"));
  await widget.run(`document.cookie = "courtesy_garden=x; path=/; secure"`);
  await open("a");
  await accept(widget);
  await becomes(widget, "advertising", "granted");
  await open("a");
  await widget.noticeShows();
  assert.deepEqual(await states(widget), ["undecided", "undecided"]);
}, { console: [/choices are not shared: another cookie named courtesy_garden/] });

test("outside of the domain the field does nothing, and the console says so once", {
  made: () => ({ folders: { "/courtesy/": built({ id: ID, purposes: [STATISTICS, ADVERTISING], sharedAcross: "outside.localhost" }) }, pages: { "/": PAGE } }),
  console: [/choices stay on 127.0.0.1, which is not a host of/],
}, async ({ widget, go }) => {
  await accept(widget);
  await becomes(widget, "advertising", "granted");
  assert.equal(await widget.run("return document.cookie"), "");
  assert.equal((await widget.said()).filter((line) => line.includes("choices stay")).length, 1);
  await go("/");
  await ready(widget);
  assert.deepEqual(await states(widget), YES);
});

hosts("signal", "a sale is not taken over while Global Privacy Control is on", async ({ widget, open }) => {
  await open("a");
  await accept(widget);
  await becomes(widget, "advertising", "granted");
  await open("b", "/?gpc=true");
  assert.deepEqual(await states(widget), ["granted", "objected"]);
  assert.equal(await widget.record(), undefined);
  await open("a");
  assert.deepEqual(await states(widget), YES, "nothing was recorded");
});

hosts("erases", "erasing the record erases the cookie; removal after a withdrawal does not", async ({ widget, open }) => {
  await open("a");
  await accept(widget);
  await becomes(widget, "advertising", "granted");
  await widget.run("return courtesy.open('receipt')");
  await widget.use("Delete this record");
  await widget.until("it is erased", "return !document.cookie.includes('courtesy_garden')");
  await widget.until("the view is drawn anew", "return !document.querySelector('courtesy-host').shadowRoot.querySelector('dialog[open] [data-act=receipt-erase]')");
  await widget.leaveDetails();
  await open("b");
  await widget.noticeShows();
});

run();
