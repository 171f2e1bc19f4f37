// What a visitor sees and does, by role and name: the tests speak of notice, details and buttons, not of selectors.

import { Key } from "selenium-webdriver";

/** The widget on the page that a session shows. */
export class Widget {
  constructor(session) {
    this.session = session;
    this.saidBefore = [];
  }

  run(body, ...values) {
    return this.session.executeScript(body, ...values);
  }

  /** Waits until a function of the page gives something, and gives it back. */
  async until(what, body, ...values) {
    let thrown;
    for (let tries = 0; tries < 600; tries++) {
      // What the function looks into may not be there yet.
      const given = await this.run(body, ...values).catch((error) => void (thrown = error));
      if (given) return given;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`waited in vain until ${what}; the console: ${JSON.stringify(await this.run("return window.said"))}`, { cause: thrown });
  }

  /** An element of the widget's shadow tree. */
  find(selector) {
    return this.run(`return document.querySelector("courtesy-host")?.shadowRoot?.querySelector(arguments[0]) ?? null`, selector);
  }

  visible(selector) {
    return this.run(
      `const found = document.querySelector("courtesy-host")?.shadowRoot?.querySelector(arguments[0]);
       return !!found && found.getClientRects().length > 0 && getComputedStyle(found).visibility === "visible"`,
      selector,
    );
  }

  /** Waits for something of the widget to show. */
  async shows(selector) {
    for (let tries = 0; tries < 600; tries++) {
      if (await this.visible(selector)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${selector} does not show; the console: ${JSON.stringify(await this.run("return window.said"))}`);
  }

  async hides(selector) {
    for (let tries = 0; tries < 600; tries++) {
      if (!(await this.visible(selector))) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${selector} still shows`);
  }

  async click(selector) {
    await this.shows(selector);
    const element = await this.find(selector);
    // As a visitor scrolls: to where it can be read, not to the edge under a title or a row of buttons.
    await this.run("arguments[0].scrollIntoView({ block: 'center' })", element);
    await element.click();
  }

  /** Two clicks that nothing comes between. */
  async doubleClick(selector) {
    await this.shows(selector);
    await this.session.actions().move({ origin: await this.find(selector) }).click().click().perform();
  }

  /** What a function's body gives, where `root` is the widget's shadow tree. */
  inside(body, ...values) {
    return this.run(`const { shadowRoot: root } = document.querySelector("courtesy-host"); ${body}`, ...values);
  }

  /** Clicks what the dialog has by that name: a button, a link, a choice. */
  async use(name) {
    const element = await this.until(`there is “${name}”`, `
      const all = document.querySelector("courtesy-host").shadowRoot.querySelectorAll("dialog :is(button, a, label.choice, summary)");
      return [...all].find(({ textContent }) => textContent.trim() === arguments[0])`, name);
    await this.run("arguments[0].scrollIntoView({ block: 'center' })", element);
    await element.click();
  }

  noticeShows() {
    return this.shows(".notice");
  }

  dismiss() {
    return this.click('.notice [data-act="dismiss"]');
  }

  /** Opens the details from the notice and waits for them. */
  async openDetails(from = '.notice [data-act="details"]') {
    await this.click(from);
    await this.shows("dialog[open]");
  }

  /** Leaves the details by Esc, which decides nothing. */
  async leaveDetails() {
    await this.press(Key.ESCAPE);
    await this.hides("dialog");
  }

  press(...keys) {
    return this.session.actions().sendKeys(...keys).perform();
  }

  tab() {
    return this.press(Key.TAB);
  }

  /** What has the focus, through shadow roots: its text, its id, or its tag. */
  focused() {
    return this.run(`
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      if (active === document.body) return "BODY";
      return active?.dataset?.act ?? (active?.id || active?.textContent?.trim().slice(0, 40) || active?.tagName)`);
  }

  /** Waits for something to have the focus: a dialog closes first and tells of it after. */
  async hasFocus(name, why = "") {
    let last;
    for (let tries = 0; tries < 200; tries++) {
      last = await this.focused();
      if (last === name) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the focus is on ${last}, not on ${name}; ${why}`);
  }

  /** What is stored, by store and key. The widget's own keys are named without the site's id: localStorage.courtesy and localStorage.courtesy-requests. */
  storage() {
    return this.run(`
      const all = {};
      const short = (key) => key.replace(/^(courtesy(?:-requests)?):.*$/, "$1");
      for (const [name, store] of Object.entries({ localStorage, sessionStorage }))
        for (let place = 0; place < store.length; place++) all[name + "." + short(store.key(place))] = store.getItem(store.key(place));
      if (document.cookie) all.cookie = document.cookie;
      return all`);
  }

  async record() {
    const { "localStorage.courtesy": text } = await this.storage();
    return text && JSON.parse(text);
  }

  /** The rows of the stored items as the details show them: title and facts by name. */
  items() {
    return this.run(`
      const list = document.querySelector("courtesy-host").shadowRoot.querySelector("dialog .entries");
      return [...list.children].map((entry) => ({
        title: entry.querySelector("h4").textContent,
        facts: Object.fromEntries([...entry.querySelectorAll("dl > div")].map((row) => [row.children[0].textContent, row.children[1].textContent])),
      }))`);
  }

  /** What the console of this page has said, and of those before it that were left by reload(). */
  async said() {
    // As one text: a page may change how its lists are turned into JSON, and the drivers hand over what comes of it.
    const text = await this.run("return (window.said ?? []).join('\\0')");
    return [...this.saidBefore, ...text.split("\0").filter(Boolean)];
  }

  async reload() {
    this.saidBefore = await this.said();
    await this.session.navigate().refresh();
  }
}
