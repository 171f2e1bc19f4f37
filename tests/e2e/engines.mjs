// Three real engines over plain WebDriver: starts each driver once per test file and opens one window in it.

import { spawn } from "node:child_process";
import { Builder, Capabilities, WebElement, error, logging } from "selenium-webdriver";
import { Name } from "selenium-webdriver/lib/command.js";
import { freePort } from "./ports.mjs";

/** The engines of this machine: {chromium: {driver, binary, screen}, …}; cargo xtask test says which. */
export const engines = JSON.parse(process.env.COURTESY_ENGINES ?? "{}");

if (!Object.keys(engines).length) throw new Error("no engine: run these tests with `cargo xtask test --only e2e`");

const isRoot = process.getuid?.() === 0;

/** What starts an engine; without `scripts` pages run none, and the driver's own commands still do. */
const capabilities = {
  chromium: ({ binary }, scripts) => {
    const preferences = new logging.Preferences();
    preferences.setLevel(logging.Type.BROWSER, logging.Level.ALL);
    return {
      browserName: "chrome",
      "goog:chromeOptions": {
        binary,
        args: [
          "--headless", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync",
          "--force-device-scale-factor=1", "--hide-scrollbars",
          ...(isRoot ? ["--no-sandbox"] : []),
        ],
        ...(!scripts && { prefs: { "profile.managed_default_content_settings.javascript": 2 } }),
      },
      "goog:loggingPrefs": { browser: "ALL" },
    };
  },
  firefox: ({ binary }, scripts) => ({
    browserName: "firefox",
    "moz:firefoxOptions": { binary, args: ["-headless"], ...(!scripts && { prefs: { "javascript.enabled": false } }) },
  }),
  webkit: ({ binary }, scripts) => ({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary, args: ["--automation", ...(scripts ? [] : ["--enable-javascript-markup=false"])] },
  }),
};

const answers = async (address) => {
  for (let tries = 0; tries < 600; tries++) {
    const ready = await fetch(address + "/status").then((response) => response.ok, () => false);
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the driver at ${address} does not answer`);
};

/**
 * Resolves once an element is at rest, for two frames in the same place, and nothing else would take a click at its centre; what is
 * covered, by a row of buttons that stays at the dialog's edge for instance, is scrolled to the middle as a visitor would do. After two
 * seconds, and some frames in any case, the driver decides, and names what is in the way.
 */
const AT_REST = `
  const [element, done] = arguments;
  const middle = () => { const { left, top, width, height } = element.getBoundingClientRect(); return [left + width / 2, top + height / 2]; };
  const isHit = () => {
    const hit = element.getRootNode().elementFromPoint?.(...middle());
    return !!hit && (element.contains(hit) || hit.contains(element));
  };
  const until = performance.now() + 2000;
  let before, late = 0;
  const look = () => {
    const at = middle().join();
    if ((performance.now() > until && ++late > 4) || (at === before && isHit())) return done();
    if (at === before) element.scrollIntoView({ block: "center", behavior: "instant" });
    before = at;
    requestAnimationFrame(look);
  };
  look();`;

/**
 * A click waits until its element is at rest. WebKit's driver now and then cannot say why it did nothing with a click while the page was
 * laid out anew: it is asked again, for five seconds. What a page does wrong has a name (an element that is stale, covered or not there), and is never
 * tried again.
 */
const patiently = (session) => {
  const execute = session.execute.bind(session);
  session.execute = async (command) => {
    if (command.getName() !== Name.CLICK_ELEMENT) return execute(command);
    const element = new WebElement(session, command.getParameter("id"));
    // A page without scripts does not move by itself either; an element that is gone the click will name.
    await session.executeAsyncScript(AT_REST, element).catch(() => {});
    for (let tries = 0; ; tries++) {
      try {
        return await execute(command);
      } catch (fault) {
        if (fault.constructor !== error.WebDriverError || fault.message || tries === 25) throw fault;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  };
  return session;
};

/** Starts an engine; the result has its driver and a way to end both. */
export const startEngine = async (name, { scripts = true } = {}) => {
  const { driver, binary, screen } = engines[name];
  const port = await freePort();
  const command = screen ? [screen, "-a", "-s", "-screen 0 1600x1200x24", driver] : [driver];
  const flag = name === "firefox" ? ["--port", `${port}`] : [`--port=${port}`];
  const child = spawn(command[0], [...command.slice(1), ...flag], {
    stdio: "ignore",
    detached: true,
    // WebKitGTK's sandbox cannot be had as root.
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: isRoot ? "1" : "" },
  });
  const address = `http://127.0.0.1:${port}`;
  await answers(address);
  const session = await new Builder()
    .disableEnvironmentOverrides()
    .usingServer(address)
    .withCapabilities(new Capabilities({ acceptInsecureCerts: true, ...capabilities[name]({ binary }, scripts) }))
    .build();
  const end = async () => {
    await session.quit().catch(() => {});
    try {
      process.kill(-child.pid);
    } catch { /* ended already */ }
  };
  return { session: patiently(session), end };
};
