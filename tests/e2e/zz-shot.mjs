import { writeFileSync } from "node:fs";
import { startEngine } from "./engines.mjs";
import { serve } from "./server.mjs";
import { siteFolder, page } from "./suite.mjs";
import { Widget } from "./widget.mjs";
const engine = process.argv[2], site = process.argv[3] ?? "mazoon";
const { session, end } = await startEngine(engine);
const server = await serve({ folders: { "/courtesy/": siteFolder(site) }, pages: { "/": page() } });
try {
  await session.get(server.origin + "/");
  const w = new Widget(session);
  if (site !== "mediux") await w.noticeShows();
  await new Promise(r => setTimeout(r, 400));
  writeFileSync(`/tmp/shot-${engine}-notice.png`, await session.takeScreenshot(), "base64");
  await w.click(site === "mediux" ? ".reopen" : '.notice [data-act="details"]');
  await new Promise(r => setTimeout(r, 2500));
  writeFileSync(`/tmp/shot-${engine}-details.png`, await session.takeScreenshot(), "base64");
  console.log(await w.said(), server.log);
  console.log(await w.run(`const r = document.querySelector("courtesy-host").shadowRoot; return r.innerHTML.slice(0, 1500)`));
} finally { await end(); await server.close(); }
