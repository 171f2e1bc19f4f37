// The preview, as Trunk builds it: five believable sites with the widget in its generic form, and a look behind it.

import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { folder, run, test } from "./suite.mjs";

const PREVIEW = { folders: { "/": folder("target/preview-built/") }, pages: {} };
const panel = (selector) => `return [...document.querySelectorAll("aside ${selector}")].map((element) => element.textContent)`;

for (const [site, name] of Object.entries({ mazoon: "Mazoon", mjpro: "mjpro.ai", nanoflux: "NanoFlux", quillhaven: "Quillhaven" })) {
  test(`${name}: the notice, its details, a dismissal that is remembered, and the way back`, { ...PREVIEW, at: `/?site=${site}` },
    async ({ widget, server, session }) => {
      await widget.noticeShows();
      assert.equal(await widget.run("return document.querySelectorAll('h1').length"), 1);
      assert.deepEqual(await widget.storage(), {});
      assert.ok(!server.log.some((path) => path.endsWith(".wasm")), "nothing of the app before it is asked for");
      await widget.openDetails();
      assert.match(await widget.run(`return document.querySelector("courtesy-host").shadowRoot.querySelector("dialog h2").textContent`), new RegExp(name));
      await widget.leaveDetails();
      await widget.dismiss();
      await widget.hides(".notice");
      const [record] = await widget.run(panel("pre:last-of-type, div pre")).then((texts) => texts.filter((text) => text.includes("courtesy/1")));
      assert.deepEqual(JSON.parse(record), await widget.record(), "the panel shows what is stored");
      const events = await widget.run(panel("ol code:not([class])"));
      assert.deepEqual(events.reverse(), ["ready", "shown", "shown", "closed", "decided", "closed"].map((event) => "courtesy:" + event));
      server.log.length = 0;
      await widget.reload();
      await widget.until("the widget is ready", "return window.courtesy?.ready.then(() => true)");
      assert.equal(await widget.visible(".notice"), false);
      assert.ok(!server.log.some((path) => path.includes("app")), "a returning visitor fetches nothing of the app");
      const own = await widget.run("return document.querySelector('footer [data-courtesy]')");
      if (own) await widget.run("arguments[0].scrollIntoView(); arguments[0].click()", own);
      else await widget.click(".reopen");
      await widget.shows(own ? "dialog[open]" : ".notice");
    });
}

test("Mediux AI: no notice yet, and the button leads to the details", { ...PREVIEW, at: "/?site=mediux" }, async ({ widget }) => {
  await widget.openDetails(".reopen");
  assert.equal(await widget.run("return courtesy.allows('analytics')"), false);
});

test("the tag is the one that a stranger would write", { ...PREVIEW }, async ({ widget }) => {
  await widget.noticeShows();
  assert.equal(await widget.run("return document.querySelector('script[data-site]').outerHTML"), '<script async="" src="/courtesy.js" data-site="/sites/mazoon/site.json"></script>');
});

test("site, theme, language and direction are switched by the address", { ...PREVIEW, at: "/?site=quillhaven&theme=dark&language=de&dir=rtl" }, async ({ widget }) => {
  await widget.noticeShows();
  const found = await widget.run(`
    const { lang, dir } = document.documentElement;
    const host = document.querySelector("courtesy-host"), notice = host.shadowRoot.querySelector(".notice");
    const { left, right } = notice.getBoundingClientRect();
    return { lang, dir, notice: notice.lang, text: notice.dir, theme: host.dataset.theme, atEnd: innerWidth - right < left }`);
  assert.deepEqual(found, { lang: "de", dir: "rtl", notice: "de", text: "ltr", theme: "dark", atEnd: true });
});

test("another site is a click away, and an unknown one is Mazoon", { ...PREVIEW, at: "/?site=nowhere" }, async ({ widget, session }) => {
  await widget.noticeShows();
  assert.equal(await widget.run("return document.querySelector('[aria-current]').textContent"), "Mazoon");
  await widget.run("[...document.querySelectorAll('nav a')].find((link) => link.textContent === 'NanoFlux').click()");
  await session.wait(async () => (await session.getCurrentUrl()).includes("site=nanoflux"), 5_000);
  await widget.noticeShows();
});

test("forgetting the choice brings the notice back", { ...PREVIEW }, async ({ widget }) => {
  await widget.dismiss();
  await widget.hides(".notice");
  await widget.run("[...document.querySelectorAll('button')].find((button) => button.textContent === 'Forget my choice').click()");
  await widget.noticeShows();
  assert.deepEqual(await widget.storage(), {});
});

test("a letter is shown, and no mail program is opened", { ...PREVIEW, at: "/sites/mediux/request.html" }, async ({ widget, session, server }) => {
  await widget.run("[...document.querySelectorAll('a')].find((link) => link.href.includes('subject=California%20Privacy%20Request')).click()");
  const letter = await widget.until("the letter shows", `
    const hosts = [...document.querySelectorAll("*")].filter((element) => element.shadowRoot);
    return [document, ...hosts.map((host) => host.shadowRoot)].map((root) => root.querySelector("dialog[open]")?.innerText).find(Boolean)`);
  assert.match(letter, /privacy@mediuxai\.com/);
  assert.match(letter, /California Privacy Request/);
  assert.equal(await session.getCurrentUrl(), `${server.origin}/sites/mediux/request.html`);
});

for (const site of ["mazoon", "mjpro", "nanoflux", "mediux"]) {
  test(`${site}: the composed policy, in the dialog and as a page`, { ...PREVIEW, at: `/?site=${site}` }, async ({ widget, session, server }) => {
    await widget.until("the widget is there", "return window.courtesy?.ready.then(() => true)");
    const own = await widget.run("return document.querySelector('footer [data-courtesy=policy]')");
    if (own) await widget.run("arguments[0].scrollIntoView(); arguments[0].click()", own);
    else await widget.run("courtesy.open('policy')");
    await widget.shows("dialog[open] #policy-rights");
    await session.get(`${server.origin}/sites/${site}/privacy.html#rights`);
    await widget.until("its part has the focus", "return document.activeElement?.id === 'rights'");
  });
}

test("what Trunk builds is the thin program with link-time optimisation", { ...PREVIEW, only: ["chromium"] }, async () => {
  const { size } = statSync(folder("target/preview-built/app_bg.wasm"));
  assert.ok(size < 280_000, `${size} bytes; without it they are 40 % more`);
});

run();
