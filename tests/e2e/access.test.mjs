// Keyboard, screen readers, small screens: axe finds nothing, the focus is never lost, hidden or trapped, and all fits.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { violations } from "./axe.mjs";
import { page, run, test } from "./suite.mjs";

const themed = (theme) => page({ tag: `<script async src="/courtesy/courtesy.js" data-theme="${theme}"></script>` });

for (const site of ["mazoon", "mjpro", "nanoflux", "mediux", "quillhaven"]) {
  for (const theme of ["light", "dark"]) {
    test(`axe finds nothing in ${site}, ${theme}: notice, details, button`, { site, pages: { "/": themed(theme) } }, async ({ widget }) => {
      const asks = site === "mediux";
      await widget.noticeShows();
      assert.deepEqual(await violations(widget), []);
      await widget.openDetails(asks ? '.notice [data-act="choices"]' : undefined);
      assert.deepEqual(await violations(widget), []);
      if (asks) {
        await widget.leaveDetails();
        await widget.run("return courtesy.open('details')");
        await widget.shows("dialog[open] .entries");
        assert.deepEqual(await violations(widget), []);
        await widget.leaveDetails();
        await widget.click('.notice [data-act="accept-all"]');
        await widget.shows('.reopen [data-act="withdraw"]');
      } else {
        await widget.click("dialog .foot button");
        await widget.hides("dialog");
      }
      if (site === "quillhaven" || site === "mjpro") return;
      await widget.shows(".reopen");
      assert.deepEqual(await violations(widget), []);
    });
  }
}

test("the notice is a named region early in the page, takes no focus by itself and traps none", { only: ["chromium", "firefox"] }, async ({ widget }) => {
  await widget.noticeShows();
  await widget.hasFocus("BODY");
  const order = [];
  for (let press = 0; press < 5; press++) {
    await widget.tab();
    order.push(await widget.focused());
  }
  assert.deepEqual(order, ["Privacy policy", "rights", "details", "dismiss", "home"]);
  await widget.session.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
  await widget.hasFocus("dismiss");
  await widget.press(Key.SPACE);
  await widget.hides(".notice");
  await widget.hasFocus("home", "it had the focus before");
});

test("by keyboard alone: details and back, and the focus stays inside while they are open", { only: ["chromium", "firefox"] }, async ({ widget }) => {
  await widget.noticeShows();
  for (let press = 0; press < 3; press++) await widget.tab();
  await widget.press(Key.ENTER);
  await widget.shows("dialog[open]");
  await widget.hasFocus("dialog-title");
  for (let press = 0; press < 12; press++) {
    await widget.tab();
    const inside = await widget.run(`
      const root = document.querySelector("courtesy-host").shadowRoot;
      return !root.activeElement || root.querySelector("dialog").contains(root.activeElement)`);
    assert.ok(inside, `Tab ${press + 1} is on ${await widget.focused()}`);
    assert.notEqual(await widget.focused(), "home");
  }
  await widget.leaveDetails();
  await widget.hasFocus("details");
});

test("what has the focus in the details is never under their title or buttons", { only: ["chromium", "firefox"], size: [700, 500] }, async ({ widget }) => {
  await widget.dismiss();
  await widget.click(".reopen");
  await widget.openDetails();
  for (let press = 0; press < 8; press++) {
    await widget.tab();
    const covered = await widget.run(`
      const active = document.querySelector("courtesy-host").shadowRoot.activeElement;
      if (!active) return "";
      const { left, top, width, height } = active.getBoundingClientRect();
      const above = active.getRootNode().elementFromPoint(left + width / 2, top + height / 2);
      return active.contains(above) || above.contains(active) && above !== active.closest("dialog") ? "" : active.outerHTML + " is under " + above?.outerHTML.slice(0, 80)`);
    assert.equal(covered, "");
  }
});

const LONG = page({ body: Array.from({ length: 40 }, (_, place) => `<p><a id="link${place}" href="#link${place}">A link of the page, number ${place}</a></p>`).join("") });
for (const size of [[1280, 720], [500, 400]]) {
  test(`no link of the page has the focus while it is hidden by the notice, at ${size[0]} by ${size[1]}`, { size, pages: { "/": LONG } }, async ({ widget }) => {
    await widget.noticeShows();
    const hidden = await widget.run(`
      const card = document.querySelector("courtesy-host").shadowRoot.querySelector(".notice");
      const hidden = [];
      for (const link of document.querySelectorAll("main a")) {
        link.focus();
        const a = link.getBoundingClientRect(), b = card.getBoundingClientRect();
        if (a.top >= b.top && a.bottom <= b.bottom && a.left >= b.left && a.right <= b.right) hidden.push(link.id);
      }
      return hidden`);
    assert.deepEqual(hidden, []);
    assert.ok(await widget.visible(".notice"));
  });
}

test("every control is 44 pixels high or wide enough to hit, and names are what is seen", {}, async ({ widget }) => {
  await widget.openDetails();
  const small = await widget.run(`
    const root = document.querySelector("courtesy-host").shadowRoot;
    root.querySelector(".notice").hidden = false;
    return [...root.querySelectorAll("button, .links a")].filter((e) => e.getClientRects().length)
      .map((e) => [e.textContent, e.getBoundingClientRect().height]).filter(([, height]) => height < 43.5)`);
  assert.deepEqual(small, []);
});

for (const [width, height] of [[500, 700], [500, 320]]) {
  test(`at ${width} by ${height} the notice is a sheet of at most half the height, and nothing scrolls sideways`,
    { size: [width, height], pages: { "/": page(), "/around": page({ tag: "" }) }, at: "/around" }, async ({ widget }) => {
    const narrow = await widget.run(`
      const frame = Object.assign(document.createElement("iframe"), { src: "/", width: 320, height: ${height - 150} });
      frame.style.border = 0; document.body.append(frame);
      return new Promise((resolve) => frame.onload = function look() {
        const root = frame.contentDocument.querySelector("courtesy-host")?.shadowRoot;
        if (!root?.querySelector(".notice").getClientRects().length) return setTimeout(look, 50);
        const { left, right, bottom, height } = root.querySelector(".notice").getBoundingClientRect();
        const page = frame.contentDocument.documentElement;
        resolve({ left, right, bottom, height, half: frame.clientHeight / 2, inner: frame.clientHeight, width: page.clientWidth, scroll: page.scrollWidth });
      })`);
    assert.ok(narrow.left === 0 && narrow.right === narrow.width && Math.abs(narrow.bottom - narrow.inner) < 1, JSON.stringify(narrow));
    assert.ok(narrow.height <= narrow.half + 1 && narrow.scroll <= narrow.width, JSON.stringify(narrow));
  });
}

run();
