// Makes docs/preview.png, the picture in the README: the preview in Chromium, as a visitor sees it first.

import { writeFileSync } from "node:fs";
import { startEngine } from "./engines.mjs";
import { serve } from "./server.mjs";
import { folder } from "./suite.mjs";
import { Widget } from "./widget.mjs";

const { session, end } = await startEngine("chromium");
const server = await serve({ folders: { "/": folder("target/preview-built/") } });
try {
  await session.manage().window().setRect({ width: 1440, height: 900, x: 0, y: 0 });
  await session.get(`${server.origin}/?site=mazoon&theme=light`);
  await new Widget(session).noticeShows();
  // The notice fades in.
  await new Promise((resolve) => setTimeout(resolve, 500));
  writeFileSync(folder("docs/preview.png"), await session.takeScreenshot(), "base64");
} finally {
  await end();
  await server.close();
}
