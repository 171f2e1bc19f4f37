// Writes the pages, each a file.

import { writeFileSync } from "node:fs";
import { renderToString } from "react-dom/server";
import { App, PATHS } from "./app.jsx";

for (const [name, path] of Object.entries(PATHS)) {
  writeFileSync(`dist/${name === "one" ? "index" : name}.html`, "<!doctype html>" + renderToString(<App path={path} />));
}
