// Gates that cannot work as they are written: each is named once in the console, with what to write; and what only looks like a mistake works.

import assert from "node:assert/strict";
import { answer, asks, at, fetched } from "./gated.mjs";
import { page, run, settled, test } from "./suite.mjs";

const lines = async (widget) => (await widget.said()).filter((line) => line.includes("courtesy: "));
const frame = (attributes) => `<iframe data-purpose="media" title="Film" width="320" height="180" ${attributes}></iframe>`;
const shows = (widget) => widget.until("the film is there", "return document.querySelector('iframe')?.contentDocument?.title === 'Film'");
const BLANK = { "/gated/blank.html": { status: 200, headers: { "content-type": "text/html" }, body: "<!doctype html><title>Blank</title>" } };

// Frames that have a src before the yes.
for (const [what, src] of Object.entries({
  "no src": "", "an empty one": 'src=""', "about:blank": 'src="about:blank"', "About:Blank in capitals": 'src="About:Blank"', "about:blank with spaces": 'src="  about:blank "', "spaces": 'src="  "',
  "a src without a value": "src",
})) {
  for (const name of ["data-src", "data-courtesy-src"]) {
    test(`a frame with ${name} and ${what}: a placeholder, the film after a yes, and no line`, at(frame(`${src} ${name}="/gated/film.html"`)), async ({ widget, server }) => {
      await asks(widget);
      await widget.until("the placeholder is there", "return document.querySelector('courtesy-placeholder')?.getClientRects().length");
      assert.deepEqual(fetched(server), []);
      await answer(widget);
      await shows(widget);
      await widget.run("return courtesy.withdraw().then(() => true)");
      await widget.until("the placeholder is back", "return document.querySelector('courtesy-placeholder')?.getClientRects().length");
    });
  }
}

const LIVE = { both: /courtesy: an iframe for .{0,2}media.{0,2} was given its address without a yes/, alone: /courtesy: an iframe for .{0,2}media.{0,2} has its address in src, so its first request had left/ };
for (const [what, src, which] of [
  ["a page of its own", 'src="/gated/blank.html" data-src="/gated/film.html"', "both"], ["data:,", 'src="data:," data-src="/gated/film.html"', "both"],
  ["javascript:void(0)", 'src="javascript:void(0)" data-src="/gated/film.html"', "both"], ["a srcdoc", 'srcdoc="Blank." data-src="/gated/film.html"', "both"],
  ["its address, too", 'src="/gated/film.html" data-courtesy-src="/gated/film.html"', "both"], ["its address alone", 'src="/gated/film.html"', "alone"],
]) {
  test(`a frame with ${what} in src: emptied, a placeholder, the film after a yes, and one line`, at(frame(src), { server: { rules: BLANK }, test: { console: [LIVE[which]] } }), async ({ widget }) => {
    await asks(widget);
    await widget.until("the placeholder is there", "return document.querySelector('courtesy-placeholder')?.getClientRects().length");
    assert.equal(await widget.run("return document.querySelector('iframe').getAttribute('src') ?? document.querySelector('iframe').getAttribute('srcdoc')"), null);
    assert.equal((await lines(widget)).length, 1);
    await answer(widget);
    await shows(widget);
    assert.equal((await lines(widget)).length, 1);
  });
}

// Lazy loaders, which take data-src for theirs.
const lazily = (act) => `<script>addEventListener("load", () => setTimeout(() => { for (const frame of document.querySelectorAll("iframe")) { ${act} } }, 50))</script>`;
const loaders = {
  "lazysizes": "if (frame.dataset.src) frame.src = frame.dataset.src",
  "one that sets the attribute": "if (frame.dataset.src) frame.setAttribute('src', frame.dataset.src)",
  "one that takes data-src away": "if (frame.dataset.src) { frame.src = frame.dataset.src; frame.removeAttribute('data-src') }",
  "one that makes a new frame": "if (frame.dataset.src) { const made = frame.cloneNode(); made.src = frame.dataset.src; frame.replaceWith(made) }",
  "one that uses location": "if (frame.dataset.src) frame.setAttributeNS(null, 'src', frame.dataset.src)",
};
for (const [what, act] of Object.entries(loaders)) {
  test(`${what} loads a frame with data-src without a yes: it is emptied, and one line names the clash`,
    at(frame('class="lazyload" data-src="/gated/film.html"') + lazily(act), { test: { console: [LIVE.both, LIVE.alone] } }), async ({ widget }) => {
      await asks(widget);
      await widget.until("it is said", "return said.some((line) => line.includes('an iframe for'))");
      await widget.until("it is emptied", "return !document.querySelector('iframe').getAttribute('src')");
      assert.equal((await lines(widget)).length, 1);
      await answer(widget);
      await shows(widget);
    });

  test(`${what} leaves a frame with data-courtesy-src alone`, at(frame('class="lazyload" data-courtesy-src="/gated/film.html"') + lazily(act)), async ({ widget, server }) => {
    await asks(widget);
    await settled();
    assert.deepEqual(fetched(server), []);
    await answer(widget);
    await shows(widget);
  });
}
test("a lazy loader that insists is not fought for ever", at(frame('data-src="/gated/film.html"') + `<script>setInterval(() => { for (const frame of document.querySelectorAll("iframe[data-src]")) if (!frame.getAttribute("src")) frame.src = frame.dataset.src; }, 20)</script>`,
  { test: { console: [LIVE.both] } }), async ({ widget, server }) => {
  await asks(widget);
  await widget.until("it is said", "return said.some((line) => line.includes('an iframe for'))");
  await settled(2_500);
  assert.ok(fetched(server).length < 40, `${fetched(server).length} requests`);
  assert.equal((await lines(widget)).length, 1);
});

// Elements that are no gates.
const NO_GATE = /courtesy: .+[a-z-]+> for .{0,2}(media|analytics)(\/films)?.{0,2} is no gate: /;
const others = {
  "an image": '<img data-purpose="media" data-src="/gated/picture.svg" alt="">', "a style sheet": '<link rel="stylesheet" data-purpose="media" data-href="/look.css">',
  "a part of the page": '<div data-purpose="media">A map</div>', "a film": '<video data-purpose="media" data-src="/film.mp4"></video>', "a picture": '<picture data-purpose="media"></picture>',
  "a sound": '<audio data-purpose="media" data-src="/film.mp4"></audio>', "a custom element": '<you-tube data-purpose="media"></you-tube>', "a noscript": '<noscript data-purpose="media">x</noscript>',
  "a service of a part": '<div data-purpose="media" data-service="films">A map</div>', "a style": '<style data-purpose="media">b { color: red }</style>',
  "a script with another type": '<script type="text/blocked" data-purpose="media">ran.push("no")</script>', "a script of Rocket Loader's": '<script type="abc-text/javascript" data-purpose="media">ran.push("no")</script>',
  "Text/Plain in capitals": '<script type="text/plain; charset=utf-8" data-purpose="media">ran.push("no")</script>',
};
for (const [what, html] of Object.entries(others)) {
  test(`${what} that names a purpose is no gate, which is said once, before and after a yes, and when it comes again`, at(html, { test: { console: [NO_GATE] } }), async ({ widget }) => {
    await asks(widget);
    await widget.until("it is said", "return said.some((line) => line.includes('is no gate'))");
    await answer(widget);
    await widget.run("document.querySelector('main').insertAdjacentHTML('beforeend', arguments[0])", html);
    await settled();
    assert.deepEqual([(await lines(widget)).length, await widget.run("return ran")], [1, []]);
  });
}
test("every mistake of a page has a line of its own, once", at(Object.values(others).slice(0, 6).join("") + Object.values(others).slice(0, 6).join("").replaceAll('"media"', '"analytics"'), { test: { console: [NO_GATE] } }), async ({ widget }) => {
  await asks(widget);
  await widget.until("all are said", "return said.filter((line) => line.includes('is no gate')).length === 12");
  await answer(widget);
  await settled();
  assert.equal((await lines(widget)).length, 12);
});
test("a script that has run already names its mistake", at('<script data-purpose="media">ran.push("too early")</script>', { test: { console: [NO_GATE] } }), async ({ widget }) => {
  await asks(widget);
  await widget.until("it is said", "return said.some((line) => /has run already or never will; write type/.test(line))");
});

// A site that only informs has one key of its own, "site", which is no purpose.
test("on a site that only informs, a gate for “site” stays shut and is named", {
  pages: { "/": page({ body: '<script type="text/plain" data-purpose="site">window.ran = true</script>' }) },
  console: [/courtesy: the site file asks for no purpose or service .{0,2}site/],
}, async ({ widget }) => {
  await widget.noticeShows();
  await widget.until("it is named", "return said.some((line) => line.includes('asks for no purpose or service'))");
  await widget.dismiss();
  await settled();
  assert.equal(await widget.run("return window.ran ?? false"), false);
});

run();
