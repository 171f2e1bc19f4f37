// Two sites on one origin: the answer given on one is not undone by the other, and removal on one spares the other's record.

import assert from "node:assert/strict";
import { STATISTICS } from "./optional.mjs";
import { built } from "./sites.mjs";
import { folder, page, run, settled, test } from "./suite.mjs";

const tagged = (folder) => page({ tag: `<script async src="/${folder}/courtesy.js"></script>` });
/** What the second site keeps for statistics begins like the first one's record. */
const ITEMS = [{ kind: "local-storage", match: "prefix", name: "courtesy:o", purpose: "statistics" }, { kind: "local-storage", match: "prefix", name: "courtesy-requests:o", purpose: "statistics" }];
const sites = () => ({
  folders: { "/one/": built({ name: "One" }), "/two/": built({ name: "Two", purposes: [STATISTICS], items: ITEMS }) },
  pages: { "/": tagged("one"), "/two": tagged("two") },
});
const keys = (widget) => widget.run("return Object.keys(localStorage).sort()");
const isReady = (widget) => widget.until("it is ready", "return window.courtesy?.ready.then(() => true)");

test("each keeps its own answer, and what one removes is never another's record", { made: sites }, async ({ widget, session, server }) => {
  await widget.dismiss();
  await widget.hides(".notice");
  assert.deepEqual(await keys(widget), ["courtesy:one"]);
  const first = await widget.run("return localStorage['courtesy:one']");
  await widget.run("localStorage['courtesy-requests:one'] = 'kept'");
  await session.get(server.origin + "/two");
  await widget.click('.notice [data-act="accept-all"]');
  await widget.until("it is stored", "return !!localStorage['courtesy:two']");
  await widget.run("return courtesy.withdraw().then(() => true)");
  assert.deepEqual(await keys(widget), ["courtesy-requests:one", "courtesy:one", "courtesy:two"]);
  assert.equal(await widget.run("return localStorage['courtesy:one']"), first);
  await session.get(server.origin + "/");
  await isReady(widget);
  assert.equal(await widget.visible(".notice"), false);
  await session.get(server.origin + "/two");
  await isReady(widget);
  assert.equal(await widget.visible(".notice"), false);
  assert.equal(await widget.run("return courtesy.status('statistics')"), "withdrawn");
});

const SECOND = /courtesy: two came after the site one/;
const both = (first, second, attributes = "") => page({ tag: `<script src="/${first}/courtesy.js"></script><script ${attributes} src="/${second}/courtesy.js"></script>` });

for (const [name, attributes] of [["two plain tags", ""], ["a second tag that comes later", "async"], ["a deferred second tag", "defer"]]) {
  test(`tags of two sites on one page: the first is shown, and one line names both (${name})`,
    { made: () => ({ ...sites(), pages: { "/": both("one", "two", attributes) } }), console: [SECOND] },
    async ({ widget }) => {
      await widget.noticeShows();
      await widget.until("it is said", "return said.some((line) => line.includes('courtesy: '))");
      assert.equal((await widget.said()).filter((text) => text.includes("courtesy: ")).length, 1);
      assert.equal(await widget.run("return courtesy.site"), "one");
      assert.equal(await widget.run("return document.querySelectorAll('courtesy-host').length"), 1);
    });
}

const generic = (...sites) => page({ tag: sites.map((site) => `<script src="/g/courtesy.js" data-site="/${site}/site.json"></script>`).join("") });
const inGeneric = (...names) => () => {
  const { folders } = sites();
  return { folders: { ...folders, "/g/": folder("dist/") }, pages: { "/": generic(...names) } };
};

test("generic tags that name two sites: one line names both", { form: "built", made: inGeneric("one", "two"), console: [SECOND] }, async ({ widget }) => {
  await widget.until("it is said", "return said.some((line) => line.includes('courtesy: '))");
  assert.equal(await widget.run("return courtesy.ready.then((is) => is.site)"), "one");
});

test("generic tags that name one site, or one that is not there, say nothing of two", { form: "built", made: inGeneric("one", "one", "nowhere"), console: [/Failed to load resource/] }, async ({ widget }) => {
  await widget.noticeShows();
  await settled();
  assert.deepEqual((await widget.said()).filter((text) => text.includes("courtesy: ")), []);
});

test("the tag of one site twice says nothing", { made: () => ({ ...sites(), pages: { "/": both("one", "one") } }) }, async ({ widget }) => {
  await widget.noticeShows();
  await isReady(widget);
  assert.deepEqual((await widget.said()).filter((text) => text.includes("courtesy: ")), []);
});

run();
