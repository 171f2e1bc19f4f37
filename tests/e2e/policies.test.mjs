// The policy: whole on its page without JavaScript, and in the dialog from the same elements; links lead to its parts.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { Key } from "selenium-webdriver";
import { atRest } from "./axe.mjs";
import { built } from "./sites.mjs";
import { folder, page, run, test } from "./suite.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const faults = async (session) => {
  await session.executeScript(axe);
  return session.executeAsyncScript(`const done = arguments[0];
    axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })
      .then(({ violations }) => done(violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 120)).join(" | "))))`);
};

const GAPS = readFileSync(folder("tests/fixtures/policies/gaps.txt"), "utf8");
const LONG = Array.from({ length: 2_000 }, (_, line) => (line % 10 ? `Line ${line} says what it says.` : `${line / 10 + 1}. Part ${line}`)).join("\n");

for (const site of ["mazoon", "mjpro", "nanoflux", "mediux"]) {
  test(`${site}: the policy page needs no script, has its parts, and no fault that axe finds`, { site, at: "/courtesy/privacy.html" },
    async ({ widget, session }) => {
      assert.deepEqual(await widget.run(`return [...document.scripts].map(({ src }) => src).filter((src) => !src.endsWith("/probe.js"))`), []);
      for (const anchor of ["storage", "rights", "contact", "changes"]) {
        assert.equal(await widget.run(`return document.querySelectorAll("[name='${anchor}']").length`), 1, anchor);
      }
      assert.deepEqual(await faults(session), []);
    });
}

test("a page per language, in its direction", { site: "quillhaven", at: "/courtesy/privacy.ar.html" }, async ({ widget, session, go }) => {
  const seen = () => widget.run(`const { lang, dir } = document.documentElement; return [lang, dir, document.querySelector("a[name=rights]").textContent]`);
  assert.deepEqual(await seen(), ["ar", "rtl", "حقوقك"]);
  assert.deepEqual(await faults(session), []);
  await go("/courtesy/privacy.de.html");
  assert.deepEqual(await seen(), ["de", "ltr", "Ihre Rechte"]);
});

test("a link to a part of the policy gives its heading the focus", { at: "/courtesy/privacy.html" }, async ({ widget, session, server }) => {
  for (const anchor of ["storage", "rights", "contact", "retention"]) {
    await session.get("about:blank");
    await session.get(`${server.origin}/courtesy/privacy.html#${anchor}`);
    await widget.until(`#${anchor} has the focus`, `return document.activeElement?.name === "${anchor}"`);
    assert.ok(await widget.run(`return Math.abs(document.activeElement.getBoundingClientRect().top) < innerHeight`));
  }
  await widget.run(`document.querySelector('nav a[href="#children"]').click()`);
  await widget.until("the contents lead there too", `return document.activeElement?.name === "children"`);
});

test("on paper the policy is whole, black on white, without the contents and with addresses written out", { only: ["chromium"], at: "/courtesy/privacy.html", site: "mediux" },
  async ({ widget, session }) => {
    const text = await widget.run("return document.querySelector('main').innerText");
    await session.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "print" });
    const seen = await widget.run(`
      const style = (of) => getComputedStyle(document.querySelector(of));
      const link = document.querySelector("a[href^='https://myaccount']");
      // What long lists are cut into.
      document.querySelector("main").append(Object.assign(document.createElement("div"), { className: "piece" }));
      return { nav: style("nav").display, color: style("main").color, background: getComputedStyle(document.documentElement).backgroundColor,
        address: getComputedStyle(link, "::after").content, entry: style(".piece").contentVisibility, text: document.querySelector("main").innerText }`);
    await session.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "" });
    assert.deepEqual([seen.nav, seen.color, seen.background, seen.entry], ["none", "rgb(0, 0, 0)", "rgb(255, 255, 255)", "visible"]);
    assert.match(seen.address, /myaccount\.google\.com\/permissions/);
    const words = (of) => of.replace(/\s+/g, " ");
    assert.ok(words(text).includes(words(seen.text).slice(-2_000)), "nothing but the contents is left out");
  });

/** Before the widget is there, a link leads to the page itself. */
const isReady = (widget) => widget.until("it is ready", "return window.courtesy?.ready.then(() => true)");
const LINK = '<footer><a id="ours" href="/courtesy/privacy.html" data-courtesy="policy">Privacy</a></footer>';

test("the policy opens in the dialog, says what its page says, and gives the focus back", { site: "mediux", pages: { "/": page({ body: LINK }) } },
  async ({ widget, session, server, engine }) => {
    await isReady(widget);
    await widget.run("document.getElementById('ours').focus(); document.getElementById('ours').click()");
    await widget.shows("dialog[open] #policy-contact");
    const said = (root) => `return [...${root}.querySelectorAll(".policy > :is(h2, h3, h4, p, ul)")].map(({ textContent }) => textContent.replace(/\\s+/g, " ").trim())`;
    const inDialog = await widget.run(said(`document.querySelector("courtesy-host").shadowRoot`));
    await atRest(widget);
    if (engine !== "webkit") assert.deepEqual(await faults(session), []);
    await widget.leaveDetails();
    await widget.hasFocus("ours");
    assert.deepEqual(await widget.said(), []);
    await session.get(`${server.origin}/courtesy/privacy.html`);
    assert.deepEqual(inDialog, await widget.run(said("document")));
  });

test("contents lead to the part inside the dialog; the details and the page are a link away", { pages: { "/": page({ body: LINK }) } },
  async ({ widget, session, server }) => {
    await isReady(widget);
    await widget.run("document.getElementById('ours').click()");
    await widget.shows("dialog[open] #policy-contact");
    await widget.click('dialog nav a[href="#policy-retention"]');
    await widget.hasFocus("policy-retention");
    assert.equal(await session.getCurrentUrl(), server.origin + "/");
    // Heights that were estimated become real in the frames that follow.
    await widget.run("return new Promise((done) => { let frames = 0; const next = () => (++frames > 30 ? done() : requestAnimationFrame(next)); next(); })");
    const inSight = `const root = document.querySelector("courtesy-host").shadowRoot;
      const [heading, head] = ["#policy-retention", ".head"].map((of) => root.querySelector(of).getBoundingClientRect());
      return heading.top >= head.bottom - 1 && heading.bottom <= innerHeight`;
    await widget.until("the heading is in sight, below the title", inSight);
    await widget.click('dialog [data-act="details"]');
    // The policy has such entries as well, and no focus on the title.
    await widget.hasFocus("dialog-title");
    await widget.shows("dialog .entries");
    assert.equal(await widget.run(`return document.querySelector("courtesy-host").shadowRoot.querySelector("dialog").scrollTop`), 0);
    await widget.click('dialog [data-act="policy"]');
    await widget.shows("#policy-who");
    assert.equal(await widget.run(`return document.querySelector("courtesy-host").shadowRoot.querySelector("h2#dialog-title").textContent`), "Privacy policy");
    await widget.click("dialog .links a:not([data-act])");
    await session.wait(async () => (await session.getCurrentUrl()) === `${server.origin}/courtesy/privacy.html`, 20_000);
  });

test("by keyboard: from the details to the policy, to a part of it, and back to where it began", { only: ["chromium", "firefox"], pages: { "/": page({ body: LINK }) } },
  async ({ widget }) => {
    await widget.noticeShows();
    await widget.run(`document.querySelector("courtesy-host").shadowRoot.querySelector('.notice [data-act="details"]').focus()`);
    await widget.press(Key.ENTER);
    await widget.shows("dialog[open]");
    await widget.hasFocus("dialog-title");
    const reach = async (name) => {
      for (let tabs = 0; tabs < 40; tabs++) {
        await widget.tab();
        if ((await widget.focused()) === name) return;
      }
      throw new Error(`${name} cannot be reached`);
    };
    await reach("policy");
    await widget.press(Key.ENTER);
    await widget.shows("#policy-children");
    await widget.hasFocus("dialog-title");
    await reach("Children");
    await widget.press(Key.ENTER);
    await widget.hasFocus("policy-children");
    await widget.leaveDetails();
    await widget.hasFocus("details");
  });

test("an owner's own page is gone to, and no policy is written", { made: () => ({
  folders: { "/courtesy/": built({ policy: { url: "/our-privacy", sections: { storage: "#crumbs" } } }) },
  pages: { "/": page({ body: LINK }), "/our-privacy": "<!doctype html><title>Ours</title><head></head><body><h1>Ours</h1></body>" },
}) }, async ({ widget, session, server }) => {
  await widget.noticeShows();
  assert.equal(await widget.run(`return document.querySelector("courtesy-host").shadowRoot.querySelector(".notice a").href`), `${server.origin}/our-privacy#crumbs`);
  await isReady(widget);
  await widget.run("document.getElementById('ours').click()");
  await session.wait(async () => (await session.getCurrentUrl()) === `${server.origin}/our-privacy`, 20_000);
});

test("an owner's own text is shown whole; a part that it lacks is where links lead", { made: () => ({
  folders: { "/courtesy/": built({ policy: { source: "policy.txt" } }, { "policy.txt": GAPS }) },
  at: "/courtesy/privacy.html#storage",
}) }, async ({ widget, session }) => {
  await widget.until("the part has the focus", `return document.activeElement?.name === "storage"`);
  const text = await widget.run("return document.querySelector('main').textContent");
  for (const line of GAPS.split("\n").map((line) => line.trim()).filter(Boolean)) assert.ok(text.includes(line), line);
  assert.ok(!text.includes("has no heading about") && text.includes("Keeps your table."));
  assert.deepEqual(await faults(session), []);
});

test("hostile text runs nothing, loads nothing and leads nowhere, on the page and in the dialog", { made: () => ({
  folders: { "/courtesy/": built({ policy: { source: "p.md" } }, { "p.md": HOSTILE.join("\n\n") }) },
  pages: { "/": page({ body: LINK }) },
}) }, async ({ widget, session, server }) => {
  const live = (root) => `return [...${root}.querySelectorAll("*")].filter((element) => element.matches("script, img, svg, iframe, a[href^='javascript' i]") || [...element.attributes].some(({ name }) => name.startsWith("on"))).map((element) => element.outerHTML)`;
  await isReady(widget);
  await widget.run("document.getElementById('ours').click()");
  await widget.shows("#policy-storage");
  const dialog = 'document.querySelector("courtesy-host").shadowRoot.querySelector(".policy")';
  assert.deepEqual(await widget.run(live(dialog)), []);
  assert.match(await widget.run(`return ${dialog}.textContent`), /click/, "words stay");
  await session.get(`${server.origin}/courtesy/privacy.html`);
  assert.deepEqual(await widget.run(live("document.querySelector('main')")), []);
  assert.match(await widget.run("return document.querySelector('main').textContent"), /click/);
  assert.deepEqual(server.log.filter((path) => path.includes("hostile")), []);
  assert.equal(await widget.run("return window.ran ?? null"), null);
});

const HOSTILE = [
  "<script>ran = 1</script>",
  '<img src="/hostile.png" onerror="ran = 1">',
  "![x](javascript:ran=1)",
  "[click](javascript:ran=1)",
  '<svg onload="ran = 1">',
  '<a href="java&#115;cript:ran=1">x</a>',
];

const WIDE = ["| a |", "| --- |", "| b |"].map((cell) => cell.slice(0, -1).repeat(14) + "|").join("\n").replaceAll("a", "Column").replaceAll("b", "aRatherLongValueWithoutABreak");

test("on 320 pixels a wide table scrolls by itself, and not the page with it", { made: () => ({
  folders: { "/courtesy/": built({ policy: { source: "p.md" } }, { "p.md": `## Cookies\n\n${WIDE}\n` }) }, at: "/courtesy/privacy.html",
}) }, async ({ widget }) => {
  await widget.run(`
    const frame = Object.assign(document.createElement("iframe"), { src: location.href, width: 320, height: 600 });
    frame.onload = () => (window.inside = frame.contentDocument);
    document.body.append(frame)`);
  await widget.until("the narrow page is there", "return !!window.inside?.querySelector('table')");
  const [page, figure] = await widget.run(`return [inside.documentElement, inside.querySelector("figure")].map((of) => of.scrollWidth - of.clientWidth)`);
  assert.equal(page, 0);
  assert.ok(figure > 100, `${figure}`);
});

test("a policy of 2,000 lines is drawn whole, a little in each turn", { made: () => ({
  folders: { "/courtesy/": built({ policy: { source: "p.txt" } }, { "p.txt": LONG }) },
  pages: { "/": page({ body: LINK }) },
}) }, async ({ widget }) => {
  await isReady(widget);
  await widget.run("document.getElementById('ours').click()");
  await widget.shows("#policy-1-part-0");
  await widget.until("it is drawn whole", `return [...document.querySelector("courtesy-host").shadowRoot.querySelectorAll(".policy > p")].filter((line) => /^Line/.test(line.textContent)).length === 1_800`);
  const lines = await widget.run(`return [...document.querySelector("courtesy-host").shadowRoot.querySelectorAll(".policy > :is(h3, p)")].map(({ textContent }) => textContent)`);
  assert.deepEqual(lines.slice(0, 2_000), LONG.split("\n"));
});

run();
