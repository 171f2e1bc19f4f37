// A tab of its own for each visit, in a new process of the browser: slowed down as asked, driven by CDP, gone afterwards.

/** The two conditions. "Slow 4G" is what Lighthouse calls so: 1.6 Mbit/s down, 750 kbit/s up, 150 ms until an answer begins. */
export const CONDITIONS = {
  fast: { name: "not slowed down" },
  slow: { name: "slow 4G, CPU slowed four times", cpu: 4, network: { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 7.5e5 / 8 } },
};

export const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Opens a tab, lets `use` have it, and closes it. */
export const inTab = async (session, { cpu, network }, script, use) => {
  const first = await session.getWindowHandle();
  await session.switchTo().newWindow("tab");
  const call = (command, given = {}) => session.sendAndGetDevToolsCommand(command, given);
  try {
    await call("Network.enable");
    if (network) await call("Network.emulateNetworkConditions", network);
    if (cpu) await call("Emulation.setCPUThrottlingRate", { rate: cpu });
    // By the thread's own clock: what else the machine does meanwhile is not counted.
    await call("Performance.enable", { timeDomain: "threadTicks" });
    await call("Page.addScriptToEvaluateOnNewDocument", { source: script });
    return await use({
      call,
      go: (address) => session.get(address),
      /** What an async function's body gives in the page. */
      ask: (body) => session.executeAsyncScript(`const done = arguments[0]; (async () => { ${body} })().then(done, (fault) => done({ fault: String(fault) }))`),
      /** Presses and releases at a place; the pointer was elsewhere until then, unless it rests there first. */
      press: async ({ x, y }, rest = 0) => {
        const mouse = (type, more) => call("Input.dispatchMouseEvent", { type, x, y, ...more });
        if (rest) {
          await mouse("mouseMoved");
          await wait(rest);
        }
        await mouse("mousePressed", { button: "left", clickCount: 1 });
        await mouse("mouseReleased", { button: "left", clickCount: 1 });
      },
      /** Milliseconds that the main thread has worked so far: in all, and on scripts, styles and layout. */
      worked: async () => {
        const { metrics } = await call("Performance.getMetrics");
        const of = (part) => metrics.find(({ name }) => name === `${part}Duration`).value * 1000;
        return { worked: of("Task"), drew: of("Script") + of("RecalcStyle") + of("Layout") };
      },
      /** Bytes of the JavaScript heap once what nobody needs is gone. */
      heap: async () => {
        await call("HeapProfiler.collectGarbage");
        await call("HeapProfiler.collectGarbage");
        return (await call("Runtime.getHeapUsage")).usedSize;
      },
    });
  } finally {
    await session.close();
    await session.switchTo().window(first);
  }
};

/** A browser that has never been to a site. */
export const forget = async (session, origin) => {
  await session.sendAndGetDevToolsCommand("Network.clearBrowserCache", {});
  await session.sendAndGetDevToolsCommand("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
};
