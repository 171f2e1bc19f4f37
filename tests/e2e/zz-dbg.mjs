import { startEngine } from "/work/main/tests/e2e/engines.mjs";
import { serve } from "/work/main/tests/e2e/server.mjs";
import { siteFolder, page } from "/work/main/tests/e2e/suite.mjs";
import { Widget } from "/work/main/tests/e2e/widget.mjs";
const { session, end } = await startEngine("webkit");
const server = await serve({ folders: { "/courtesy/": siteFolder("mazoon") }, pages: { "/": page() } });
try {
  await session.manage().window().setRect({ width: 1280, height: 720, x: 0, y: 0 });
  await session.get(server.origin + "/");
  const w = new Widget(session);
  await w.noticeShows();
  await w.click('.notice [data-act="details"]');
  for (const ms of [500, 1500]) {
  await new Promise(r => setTimeout(r, ms));
  console.log(await w.said(), server.log);
  console.log(await w.run(`const d = document.querySelector("courtesy-host").shadowRoot.querySelector("dialog"); return d && [d.open, d.getClientRects().length, getComputedStyle(d).visibility, getComputedStyle(d).display, JSON.stringify(d.getBoundingClientRect()), innerWidth, innerHeight]`));
  }
} finally { await end(); await server.close(); }
