// A server as a CDN is one: everything compressed beforehand as far as brotli goes, pages asked for anew, the rest kept for a year.

import { createServer } from "node:http";
import { extname } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const TYPES = { ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".json": "application/json", ".wasm": "application/wasm", ".png": "image/png", ".html": "text/html; charset=utf-8" };

const compressed = (body) => ({
  br: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  gzip: gzipSync(body, { level: 9 }),
});

/** Serves files by their paths, on a port and so an origin of its own. */
export const serve = async (files) => {
  const ready = new Map();
  for (const [path, given] of Object.entries(files)) {
    const body = Buffer.from(given);
    const type = TYPES[extname(path) || ".html"];
    ready.set(path, { type, bodies: { identity: body, ...(type !== TYPES[".png"] && compressed(body)) } });
  }
  const server = createServer((request, response) => {
    const found = ready.get(new URL(request.url, "http://x").pathname);
    if (!found) return response.writeHead(request.url === "/favicon.ico" ? 204 : 404).end();
    const accepted = request.headers["accept-encoding"] ?? "";
    const coding = ["br", "gzip"].find((name) => found.bodies[name] && accepted.includes(name)) ?? "identity";
    const body = found.bodies[coding];
    response.writeHead(200, {
      "content-type": found.type,
      "content-length": body.length,
      "cache-control": found.type === TYPES[".html"] ? "no-cache" : "public, max-age=31536000, immutable",
      vary: "accept-encoding",
      ...(coding !== "identity" && { "content-encoding": coding }),
    }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
};
