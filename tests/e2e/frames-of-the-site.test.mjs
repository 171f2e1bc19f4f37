// A frame of the same site asks nothing where its top page has the widget, and follows what is decided there; any other frame asks.

import assert from "node:assert/strict";
import { FILMS, STATISTICS, becomes, gated, site, tag } from "./optional.mjs";
import { serve } from "./server.mjs";
import { page, run, settled, test } from "./suite.mjs";

const OTHER = { controller: { contacts: [{ email: "coffee@house.example" }] }, name: "Coffeehouse" };
const INNER = gated(["statistics"]);
const frame = (src, id = "frame") => `<iframe id="${id}" src="${src}" width="640" height="520" title="The calendar"></iframe>`;
const folders = () => ({ "/courtesy/": site([STATISTICS, FILMS]), "/other/": site([STATISTICS, FILMS], OTHER) });
const visit = (top, pages = {}) => ({ made: () => ({ folders: folders(), pages: { "/": top, "/inner": INNER, "/nested": page({ body: frame("/inner") }), "/coffee": INNER.replace("/courtesy/courtesy.js", "/other/courtesy.js"), ...pages } }) });

/** What the innermost frame shows: its notice or button, and what ran in it. */
const inner = (widget, path = ["frame"]) => widget.run(`
  let at = window;
  try { for (const id of arguments[0]) at = at.document.getElementById(id)?.contentWindow; } catch { return null; }
  if (!at?.courtesy?.mode) return null;
  const root = at.document.querySelector("courtesy-host")?.shadowRoot;
  const shows = (selector) => !!root?.querySelector(selector)?.getClientRects()[0];
  return { notice: shows(".notice"), button: shows(".reopen"), ran: at.ran ?? [], allows: at.courtesy.allows("statistics") }`, path);
const until = async (widget, what, path, holds) => {
  for (let tries = 0; tries < 600; tries++) {
    const found = await inner(widget, path);
    if (found && holds(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain until ${what}: ${JSON.stringify(await inner(widget, path))}`);
};
const quiet = async (widget, path) => {
  // A frame that was ready before its top has asked, and follows once the top is.
  await until(widget, "the frame shows nothing", path, ({ notice, button }) => !notice && !button);
  await settled();
  const { notice, button } = await inner(widget, path);
  assert.deepEqual([notice, button], [false, false], "the frame shows nothing of ours");
};

const TOPS = {
  "read before the top's tag": [page({ tag: "", body: frame("/inner") + '<script src="/courtesy/courtesy.js"></script>' }), ["frame"]],
  "read after the top's tag": [page({ tag: '<script src="/courtesy/courtesy.js"></script>', body: frame("/inner") }), ["frame"]],
  "both of them async": [page({ tag: tag(), body: frame("/inner") }), ["frame"]],
  "nested two deep, with none between": [page({ tag: tag(), body: frame("/between") }), ["frame", "frame"]],
  "nested two deep, each with the widget": [page({ tag: tag(), body: frame("/nested") }), ["frame", "frame"]],
  "made of srcdoc": [page({ tag: tag(), body: "" }).replace("</main>", `<iframe id="frame" title="Written" width="640" height="520" srcdoc="${INNER.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></iframe></main>`), ["frame"]],
  "added by a script": [page({ tag: tag(), body: `<script>addEventListener("load", () => setTimeout(() => document.body.insertAdjacentHTML("beforeend", '${frame("/inner")}'), 300))</script>` }), ["frame"]],
  "ready before its top has the widget": [page({ tag: "", body: `${frame("/inner")}<script>addEventListener("load", async () => {
    await document.getElementById("frame").contentWindow.courtesy.ready;
    const script = Object.assign(document.createElement("script"), { src: "/courtesy/courtesy.js" });
    script.dataset.audit = "off";
    setTimeout(() => document.body.append(script), 300);
  })</script>` }), ["frame"]],
};
const PLAIN = `<!doctype html><html lang="en"><head><title>Between</title></head><body>${frame("/inner")}</body></html>`;
for (const [name, [top, path]] of Object.entries(TOPS)) {
  // The suite writes the generic tag neither into a srcdoc nor into a script.
  const form = ["made of srcdoc", "ready before its top has the widget"].includes(name) ? { form: "built" } : {};
  test(`a frame, ${name}: one question, and the frame follows the answer`, { ...visit(top, { "/between": PLAIN }), ...form }, async ({ widget }) => {
    await widget.noticeShows();
    await quiet(widget, path);
    await widget.run("document.querySelector('courtesy-host').scrollIntoView()");
    await widget.click('.notice [data-act="accept-all"]');
    await widget.hides(".notice");
    await becomes(widget, "statistics", "granted");
    await until(widget, "it is on in the frame", path, ({ allows, ran }) => allows && ran.join() === "statistics");
    await quiet(widget, path);
    await widget.run("return courtesy.withdraw()");
    await until(widget, "it is off in the frame", path, ({ allows }) => !allows);
  });
}

test("a frame that comes after the answer shows nothing, and runs what was accepted", visit(page({ tag: tag() })), async ({ widget }) => {
  await widget.click('.notice [data-act="accept-all"]');
  await widget.hides(".notice");
  await widget.run("document.body.insertAdjacentHTML('beforeend', arguments[0])", frame("/inner"));
  await until(widget, "it is on in the frame", ["frame"], ({ allows, ran }) => allows && ran.join() === "statistics");
  await quiet(widget, ["frame"]);
});

test("a frame of another site asks by itself, and is not answered by its top", visit(page({ tag: tag(), body: frame("/coffee") })), async ({ widget }) => {
  await widget.noticeShows();
  await until(widget, "it asks", ["frame"], ({ notice }) => notice);
  await widget.click('.notice [data-act="accept-all"]');
  await becomes(widget, "statistics", "granted");
  await settled();
  const { notice, allows } = await inner(widget);
  assert.deepEqual([notice, allows], [true, false]);
});

test("a frame in a page without the widget asks", visit(PLAIN.replace("<head>", "<head>")), async ({ widget }) => {
  await until(widget, "it asks", ["frame"], ({ notice }) => notice);
});

test("a frame in a page where an element bears the widget's name asks", visit(PLAIN.replace("<body>", '<body><div id="courtesy">Ours</div>')), async ({ widget }) => {
  await until(widget, "it asks", ["frame"], ({ notice }) => notice);
});

test("a frame whose top is of another origin asks, though that has the same widget", {
  made: async () => {
    const other = await serve({ folders: folders(), pages: { "/inner": INNER } });
    return { beside: [other], folders: folders(), pages: { "/": page({ tag: tag(), head: "<style>iframe { margin-inline-start: 500px }</style>", body: frame(`${other.origin}/inner`) }) } };
  },
}, async ({ widget, session }) => {
  await widget.noticeShows();
  await session.switchTo().frame(await widget.run("return document.getElementById('frame')"));
  await widget.noticeShows();
  await widget.click('.notice [data-act="reject-all"]');
  await becomes(widget, "statistics", "refused");
  assert.deepEqual(await widget.said(), []);
  await session.switchTo().defaultContent();
  assert.equal(await widget.run("return courtesy.status('statistics')"), "undecided", "what is answered in one is not said of the other");
});

run();
