// What following a page costs it: however often the page changes, the widget searches the whole of it a few times a second, and looks at what
// was added no more than once; and a busy page gets about as much done as without the tag.

import assert from "node:assert/strict";
import { NOTICE, accepted, asks, at, gatedPage } from "./gated.mjs";
import { run, test } from "./suite.mjs";

const FRAME = '<iframe data-purpose="media" data-courtesy-src="/gated/film.html" width="300" height="200" title="Film"></iframe>';
const GATE = '<script type="text/plain" data-purpose="media">ran.push("inline")</script>';

/** Counts searches of the whole document, and of parts, from before the widget. */
const COUNTS = `<script>
  window.searches = { whole: 0, parts: 0 };
  for (const [prototype, name] of [[Document.prototype, "whole"], [Element.prototype, "parts"]]) for (const method of ["querySelectorAll", "querySelector"]) {
    const original = prototype[method];
    prototype[method] = function (...all) { searches[name]++; return original.apply(this, all); };
  }</script>`;

/** Changes the page in many microtasks for two seconds; gives how many, and what was searched meanwhile. */
const busy = (widget, change) => widget.session.executeAsyncScript(`
  const [change, done] = arguments;
  const act = new Function("live", "count", change);
  const live = document.body.appendChild(document.createElement("div"));
  searches.whole = searches.parts = 0;
  (async () => {
    const start = performance.now();
    let count = 0;
    while (performance.now() < start + 2000) {
      for (let times = 0; times < 40; times++) { act(live, count++); await null; }
      await new Promise((next) => setTimeout(next));
    }
    const found = { count, ...searches };
    live.remove();
    done(found);
  })()`, change);

const changes = {
  "elements that come and go": "live.append(document.createElement('i')); if (live.childElementCount > 400) live.firstChild.remove()",
  "markup that is exchanged": "live.innerHTML = '<p>' + count + '</p>'",
  "texts that change": "live.textContent = String(count)",
  "classes that change": "live.className = 'c' + count",
  "pictures whose address changes": "(live.firstChild ?? live.appendChild(new Image())).setAttribute('src', 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==#' + count)",
  "details that open and close": "(live.firstChild ?? live.appendChild(document.createElement('details'))).toggleAttribute('open')",
  "gates that come and go": `live.innerHTML = '<script type="text/plain" data-purpose="analytics">1</' + 'script>'`,
};
const states = {
  "that only asks": ["", (widget) => asks(widget)],
  "with a placeholder": [FRAME, async (widget) => {
    await asks(widget);
    await widget.until("it is there", "return document.querySelector('courtesy-placeholder')");
  }],
  "with open gates": [FRAME + GATE, async (widget) => {
    await accepted(widget);
    await widget.until("it is open", "return ran.length && frames[0]?.document.title === 'Film'");
  }],
  "after a withdrawal": [FRAME + GATE, async (widget) => {
    await accepted(widget);
    await widget.run("return courtesy.withdraw().then(() => true)");
    await widget.shows(".afterwards");
  }],
  "whose choices were open": [FRAME, async (widget) => {
    await widget.click(NOTICE.choices);
    await widget.shows("dialog[open] .choices");
    await widget.leaveDetails();
  }],
};

for (const [where, [body, first]] of Object.entries(states)) {
  test(`a busy page ${where} is searched a few times a second, whatever changes`, at(body, { head: COUNTS }), async ({ widget }) => {
    await first(widget);
    for (const [what, change] of Object.entries(changes)) {
      if (where === "with open gates" && what.startsWith("gates")) continue;
      const { count, whole, parts } = await busy(widget, change);
      // Ten looks in two seconds, each of a handful of searches.
      assert.ok(whole < 250, `${what}: ${whole} searches of the whole page in ${count} changes`);
      assert.ok(parts <= 2 * count + 400, `${what}: ${parts} searches of parts in ${count} changes`);
    }
  });
}

/** How much a page gets done in a second and a half. */
const done = async (widget, go, path) => {
  await go(path);
  if (path === "/with") await widget.until("the placeholder is there", "return document.querySelector('courtesy-placeholder')");
  return widget.session.executeAsyncScript(`
    const [done] = arguments;
    for (let place = 0; place < 4000; place++) document.body.insertAdjacentHTML("beforeend", "<div><span>" + place + "</span></div>");
    const live = document.body.appendChild(document.createElement("div"));
    setTimeout(async () => {
      const start = performance.now();
      let count = 0;
      while (performance.now() < start + 1500) {
        for (let times = 0; times < 20; times++) { live.append(document.createElement("i")); if (live.childElementCount > 400) live.firstChild.remove(); }
        count += 20;
        await null;
        if (count % 400 === 0) await new Promise((next) => setTimeout(next));
      }
      done(count);
    }, 500)`);
};
test("a busy page of 4,000 rows with a placeholder gets at least half as much done as without the tag", {
  ...at(FRAME, { pages: { "/with": gatedPage(FRAME), "/without": gatedPage(FRAME, "", "") } }), only: ["chromium"],
}, async ({ widget, go }) => {
  // By turns, and the best of each: other programs use the machine as well.
  const best = { "/without": 0, "/with": 0 };
  for (let times = 0; times < 6 && (times < 3 || best["/with"] <= best["/without"] / 2); times++) {
    for (const path of ["/without", "/with"]) best[path] = Math.max(best[path], await done(widget, go, path));
  }
  assert.ok(best["/with"] > best["/without"] / 2, JSON.stringify(best));
});

run();
