// How the views of a very large site open and scroll in a real Chromium: the longest task, and when all is drawn. A table in Markdown.

import { built } from "../e2e/sites.mjs";
import { engines, startEngine } from "../e2e/engines.mjs";
import { serve } from "../e2e/server.mjs";
import { page, siteFolder } from "../e2e/suite.mjs";
import { Widget } from "../e2e/widget.mjs";
import { median, policy, site } from "./large.mjs";

const ROUNDS = 5;
const { services, items, purposes } = site(5_000);
const large = built({ services, items, purposes, policy: { source: "policy.txt" } }, { "policy.txt": policy(2_000) });

const WATCH = `window.tasks = []; new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask", buffered: true })`;

/** Opens a view and scrolls through it; the times in milliseconds. */
const measure = async (session, folder, view, whole) => {
  const server = await serve({ folders: { "/courtesy/": folder }, pages: { "/": page() } });
  try {
    await session.get(server.origin + "/");
    const widget = new Widget(session);
    await widget.noticeShows();
    return await session.executeAsyncScript(`
      const [view, whole, done] = arguments;
      ${WATCH};
      const root = () => document.querySelector("courtesy-host").shadowRoot;
      const frame = () => new Promise(requestAnimationFrame);
      (async () => {
        const begun = performance.now();
        courtesy.open(view);
        while (!root().querySelector("dialog[open] .content")) await frame();
        const shown = performance.now() - begun;
        while (root().querySelectorAll(whole.of).length < whole.count) await frame();
        const drawn = performance.now() - begun;
        await new Promise((wait) => setTimeout(wait, 200));
        const opening = Math.max(0, ...tasks.splice(0));
        const dialog = root().querySelector("dialog");
        for (let step = 0; step < 60; step++) { dialog.scrollTop = (dialog.scrollHeight / 60) * step; await frame(); await frame(); }
        await new Promise((wait) => setTimeout(wait, 200));
        done({ shown, drawn, opening, scrolling: Math.max(0, ...tasks) });
      })()`, view, whole);
  } finally {
    await session.get("about:blank");
    await server.close();
  }
};

const CASES = [
  ["details of a small site (Mazoon)", siteFolder("mazoon"), "details", { of: ".entries:first-of-type > li", count: 5 }],
  ["details, 5,000 items and 500 services", large, "details", { of: ".entries > li", count: 5_501 }],
  ["policy of 2,000 lines", large, "policy", { of: ".policy > :is(p, ul, h3)", count: 1_400 }],
];

if (!engines.chromium) throw new Error("this benchmark needs Chromium");
const { session, end } = await startEngine("chromium");
try {
  await session.manage().setTimeouts({ script: 60_000 });
  const times = CASES.map(() => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [place, [, ...given]] of CASES.entries()) times[place].push(await measure(session, ...given));
  console.log("| view | shown after | drawn whole after | longest task while opening | while scrolling |\n|---|--:|--:|--:|--:|");
  CASES.forEach(([name], place) => {
    const of = (field) => `${median(times[place].map((time) => time[field])).toFixed(0)} ms`;
    const task = (field) => { const most = median(times[place].map((time) => time[field])); return most ? `${most.toFixed(0)} ms` : "under 50 ms"; };
    console.log(`| ${name} | ${of("shown")} | ${of("drawn")} | ${task("opening")} | ${task("scrolling")} |`);
  });
} finally {
  await end();
}
