// The server's side: it renders the page, and serves what stands in public/, the widget's files among it.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { renderToPipeableStream } from "react-dom/server";
import { Page } from "./page.jsx";

const TYPES = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  if (pathname === "/") {
    response.setHeader("content-type", "text/html; charset=utf-8");
    const { pipe } = renderToPipeableStream(<Page />, { onShellReady: () => pipe(response) });
    return;
  }
  const bytes = await readFile(join("public", normalize(pathname))).catch(() => null);
  if (!bytes) return response.writeHead(404).end("Not found");
  response.writeHead(200, { "content-type": TYPES[extname(pathname)] ?? "application/octet-stream" }).end(bytes);
});

server.listen(process.env.PORT ?? 3000, "127.0.0.1", () => console.log(`http://localhost:${server.address().port}`));
