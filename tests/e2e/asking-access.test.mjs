// The form for requests by keyboard alone, to axe in each step and error, in the dark, and from right to left.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { ANN, PLACES, ask, desk, fill, look, looked, openForm, submit } from "./asking.mjs";
import { violations } from "./axe.mjs";
import { run, test } from "./suite.mjs";

const themed = (theme) => desk({ on: "2026-11-21", tag: `<script async src="/courtesy/courtesy.js" data-theme="${theme}"></script>` });

/** axe finds nothing, no control is too small to hit, and nothing scrolls sideways. */
const sound = async (widget, step) => {
  assert.deepEqual(await violations(widget), [], step);
  const [small, wide] = await widget.inside(`
    const dialog = root.querySelector("dialog");
    const small = [...dialog.querySelectorAll("button, .button, .choice, input:not([type=radio], [type=checkbox]), textarea")].filter((e) => e.getClientRects().length)
      .map((e) => [e.outerHTML.slice(0, 80), e.getBoundingClientRect().height]).filter(([, height]) => height < 43.5);
    return [small, dialog.scrollWidth - dialog.clientWidth]`);
  assert.deepEqual([small, Math.max(wide, 0)], [[], 0], step);
};

for (const [site, law, title] of [["mazoon", "gdpr", "Have your data deleted"], ["mediux", "ccpa", "Right to correct"], ["mjpro", "uk-gdpr", "Complain"]]) {
  for (const theme of ["light", "dark"]) {
    test(`axe finds nothing in any step or error of ${site}'s form, ${theme}`, { site, pages: { "/": themed(theme) } }, async ({ widget }) => {
      await openForm(widget);
      await sound(widget, "the list");
      await openForm(widget, law);
      await sound(widget, "the list of a place");
      await ask(widget, title);
      await sound(widget, "the fields");
      await submit(widget);
      await widget.shows("[aria-invalid]");
      await sound(widget, "the errors");
      await widget.use("Someone else, with their permission");
      await widget.shows("[name=permission]");
      await submit(widget);
      await sound(widget, "the errors of an agent");
      await widget.use(site === "mazoon" ? "Me, and I am under 13" : "Me, and I am under 16");
      await widget.shows(".request .aside");
      await sound(widget, "too young");
      await widget.use("Me");
      await widget.hides(".request .aside");
      await fill(widget, { ...ANN, text: "It is Anne." });
      await look(widget);
      await sound(widget, "the look at it");
      await widget.use("Keep a copy in this browser");
      await widget.use("Copy letter");
      await widget.until("it is copied", "return copied.length");
      await sound(widget, "what came of it");
      await widget.use("Edit");
      await fill(widget, { text: "Long. ".repeat(2_000) });
      await look(widget);
      await sound(widget, "a long letter");
      await widget.use("Edit");
      await widget.use("Back");
      await sound(widget, "my requests");
      await widget.use("Delete your requests");
      await sound(widget, "erased");
    });
  }
}

/** What has the focus, by its name and what it is about. */
const where = (widget) => widget.inside(`
  const { activeElement: active } = root;
  if (!active) return "nothing";
  const about = active.localName === "button" && active.getAttribute("aria-describedby");
  return [(active.labels?.[0] ?? active).textContent.trim().slice(0, 60), about && root.getElementById(about).textContent].filter(Boolean).join(": ")`);

const forth = (widget) => widget.tab();
const back = (widget) => widget.session.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();

/** Tabs there, in so many steps at most. */
const reach = async (widget, name, most = 40, tab = forth) => {
  const seen = [];
  for (let press = 0; press < most; press++) {
    await tab(widget);
    seen.push(await where(widget));
    if (seen.at(-1) === name) return seen.length;
    const inside = await widget.inside(`return !root.activeElement || root.querySelector("dialog").contains(root.activeElement)`);
    assert.ok(inside, "the focus stays in the dialog");
  }
  throw new Error(`${name} cannot be reached: ${seen.join(", ")}`);
};

const is = async (widget, name) => {
  for (let tries = 0; tries < 40; tries++) {
    if ((await where(widget)) === name) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.equal(await where(widget), name);
};

const WARNING = "Deleted data cannot be restored. Read your request once more before you send it.";

test("by keyboard alone: from the notice to the letter, with an error, back, and to where it began", { only: ["chromium", "firefox"], pages: { "/": desk({ on: "2026-11-21" }) } },
  async ({ widget }) => {
    await widget.noticeShows();
    await widget.tab();
    await widget.tab();
    await widget.hasFocus("rights");
    await widget.press(Key.ENTER);
    await widget.shows("dialog[open] .request");
    await widget.hasFocus("dialog-title");
    await reach(widget, PLACES.other);
    for (const law of ["ccpa", "uk-gdpr", "gdpr"]) {
      await widget.press(Key.ARROW_UP);
      await is(widget, PLACES[law]);
    }
    await reach(widget, "Start this request: Have your data deleted");
    await widget.press(Key.ENTER);
    await is(widget, "Have your data deleted");
    await reach(widget, "Me");
    await reach(widget, "Your name");
    await widget.press("Ann");
    await reach(widget, "Email address", 1);
    await widget.press("ann", Key.ENTER);
    await widget.shows("[name=email][aria-invalid]");
    await is(widget, "Email address");
    await widget.press(Key.END, "@example.org", Key.ENTER);
    await widget.shows(".letter");
    await is(widget, `Edit: ${WARNING}`);
    assert.match((await looked(widget)).letter, /Kind regards,\nAnn\n\nEmail address: ann@example\.org/);
    await reach(widget, "Open in your email program");
    await widget.press(Key.ENTER);
    await widget.until("it is said", `return /Press Send in your email program/.test(document.querySelector("courtesy-host").shadowRoot.querySelector(".request [role=status]").textContent)`);
    await reach(widget, "Copy letter", 1);
    await widget.press(Key.SPACE);
    await widget.until("it is copied", "return copied.length === 1");
    await reach(widget, "Keep a copy in this browser", 2);
    await widget.press(Key.ENTER);
    await widget.until("it is remembered", `return !!localStorage["courtesy-requests:mazoon"]`);
    await is(widget, "Keep a copy in this browser");
    await reach(widget, `Edit: ${WARNING}`, 16, back);
    await widget.press(Key.ENTER);
    await is(widget, "Have your data deleted");
    await reach(widget, "Back");
    await widget.press(Key.ENTER);
    await is(widget, "Start this request: Have your data deleted");
    await reach(widget, "Delete your requests", 20, back);
    await widget.press(Key.ENTER);
    await is(widget, "Your requests are deleted from this browser.");
    await widget.leaveDetails();
    await widget.hasFocus("rights");
  });

test("what has the focus in the form is never under the dialog's title or its links", { only: ["chromium", "firefox"], size: [700, 500], pages: { "/": desk() } }, async ({ widget }) => {
  await openForm(widget, "gdpr");
  await ask(widget, "Have your data deleted");
  for (let press = 0; press < 10; press++) {
    await widget.tab();
    const covered = await widget.inside(`
      const active = root.activeElement;
      if (!active) return "";
      const { left, top, width, height } = active.getBoundingClientRect();
      const above = root.elementFromPoint(left + width / 2, top + height / 2);
      return active.contains(above) || above.contains(active) && above !== active.closest("dialog") ? "" : active.outerHTML + " is under " + above?.outerHTML.slice(0, 80)`);
    assert.equal(covered, "");
  }
});

test("from right to left: the form is Arabic and runs that way in each step, a name of the other direction too",
  { site: "quillhaven", pages: { "/": desk({ on: "2026-11-21", tag: '<script async src="/courtesy/courtesy.js" data-language="ar"></script>' }) } },
  async ({ widget }) => {
    await openForm(widget);
    const way = () => widget.inside(`
      const of = (name) => { const found = root.querySelector(name); return found && getComputedStyle(found).direction };
      const input = root.querySelector("[type=radio]");
      return [root.querySelector("dialog").lang, of(".request"), !input || input.getBoundingClientRect().left > input.parentElement.getBoundingClientRect().left + 100]`);
    assert.deepEqual(await way(), ["ar", "rtl", true]);
    await sound(widget, "the list");
    await widget.click("[data-offer]");
    await widget.shows("dialog form[novalidate]");
    assert.deepEqual(await way(), ["ar", "rtl", true]);
    await widget.click("form .ways button:last-child");
    await widget.shows("[aria-invalid]");
    await sound(widget, "the errors");
    await fill(widget, { name: "Ann مثال", email: "ann@example.org" });
    await widget.click("form .ways button:last-child");
    await widget.shows(".letter");
    assert.deepEqual(await way(), ["ar", "rtl", true]);
    await sound(widget, "the look at it");
    const { letter, all } = await looked(widget);
    assert.match(letter, /Ann مثال/);
    assert.doesNotMatch(all, /Nothing|letter|answer|Article|The /, "no word of the first language");
  });

run();
