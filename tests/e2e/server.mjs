// A plain static server with a log. Each test has its own, on a port of its own: another origin, so nothing is remembered.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { extname, join, normalize } from "node:path";
import { certificate } from "./certificate.mjs";
import { listen } from "./ports.mjs";

const TYPES = {
  ".svg": "image/svg+xml",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Collects what a page says in its console, and every error and violation, from before its first script. */
const PROBE = `
  window.said = [];
  for (const level of ["debug", "log", "info", "warn", "error"]) {
    const original = console[level];
    console[level] = (...parts) => { said.push(level + ": " + parts.join(" ")); original.apply(console, parts); };
  }
  addEventListener("error", (event) => said.push("uncaught: " + (event.message || event.target?.src || event.target?.href)), true);
  addEventListener("unhandledrejection", (event) => said.push("unhandled: " + event.reason));
  document.addEventListener("securitypolicyviolation", (event) => said.push("violation: " + event.violatedDirective + " " + event.blockedURI));
  // A framework that hydrates the whole document finds it as it was rendered.
  document.currentScript.remove();
`;

/** How long a visitor waits for a view before the policy answers is nothing that a loaded machine should decide about. */
const PATIENT = "{ const real = setTimeout; window.setTimeout = (act, time, ...rest) => real(act, time === 4000 ? 60_000 : time, ...rest); }";

/**
 * Serves folders and pages. `folders` maps a prefix to a folder, `pages` a path to HTML, `scripts` a path to JavaScript,
 * `headers` are added to every page, `early` is run in it before all else, `rules` maps a path's beginning to
 * {status, times, wait, headers, body, ends}, or to a row of them of which each answers one POST and the last all that follow.
 * What is not found here the server `behind` is asked for. With `secure` it answers https. With
 * `patience: "real"` a view is waited for as long as the product does. Here every page is on a loopback address: only with `audits` do its tags
 * without `data-audit` stay as they are, so that other tests see what visitors get.
 */
export const serve = async ({ folders = {}, pages = {}, scripts = {}, headers = {}, early = "", rules: given = {}, behind, port, patience, audits = false, secure = false }) => {
  const rules = structuredClone(given);
  const log = [];
  const posts = [];
  const waiting = new Set();
  let open = 0;
  // A browser that finds a kept connection ended takes it for one that was over before it asked, and asks again by itself.
  const isKept = !Object.values(rules).flat().some(({ ends }) => ends);
  const answer = async (request, response) => {
    response.shouldKeepAlive &&= isKept;
    const { pathname } = new URL(request.url, "http://x");
    if (pathname === "/favicon.ico") return response.writeHead(204).end();
    if (pathname === "/probe.js") return response.writeHead(200, { "content-type": TYPES[".js"] }).end(PROBE + (patience === "real" ? "" : PATIENT) + early);
    log.push(pathname);
    const found = Object.entries(rules).find(([start]) => pathname.startsWith(start))?.[1] ?? {};
    const rule = Array.isArray(found) ? found[0] : found;
    // What another origin asks before it sends is no answer used up.
    if (request.method === "OPTIONS") return response.writeHead(204, rule.headers).end();
    if (request.method === "POST") {
      const body = Buffer.concat(await request.toArray()).toString();
      posts.push({ path: pathname, headers: request.headers, body });
      if (found.length > 1) found.shift();
    }
    if (rule.wait) {
      open--;
      await new Promise((resolve) => waiting.add(setTimeout(resolve, rule.wait)));
      open++;
    }
    if (rule.ends) return request.socket.destroy();
    if (rule.status && rule.times !== 0) {
      if (rule.times) rule.times--;
      return response.writeHead(rule.status, { "content-type": "text/plain", ...rule.headers }).end(rule.body ?? (rule.status === 204 ? undefined : "no"));
    }
    if (scripts[pathname]) return response.writeHead(200, { "content-type": TYPES[".js"] }).end(scripts[pathname]);
    const page = pages[pathname];
    // What a script fetches is no document: there the probe is at work already.
    const inDocument = (html) => (request.headers["sec-fetch-dest"] === "empty" ? String : probed)(audits ? html : unaudited(html));
    if (page !== undefined) {
      return response.writeHead(200, { "content-type": TYPES[".html"], ...headers }).end(inDocument(page));
    }
    const folder = Object.entries(folders).find(([prefix]) => pathname.startsWith(prefix));
    const path = folder && join(folder[1], normalize(pathname.slice(folder[0].length) || "index.html"));
    const bytes = path && (await readFile(path).catch(() => undefined));
    // What a framework hydrates must stay as it was rendered.
    if (!bytes && behind) return passOn(behind, request, response, request.headers["sec-fetch-dest"] === "empty" ? String : probed);
    if (!bytes) return response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    const type = TYPES[extname(path)] ?? TYPES[".html"];
    const body = type === TYPES[".html"] ? inDocument(bytes.toString()) : bytes;
    response.writeHead(200, { "content-type": type, "cache-control": "max-age=3600", ...(type === TYPES[".html"] && headers), ...rule.headers }).end(body);
  };
  const handle = (request, response) => {
    open++;
    answer(request, response).catch((error) => response.writeHead(500).end(String(error))).finally(() => open--);
  };
  const server = secure ? createSecureServer(certificate(), handle) : createServer(handle);
  // A kept connection does not end in the moment in which a browser sends something over it.
  server.keepAliveTimeout = 300_000;
  if (port) await new Promise((resolve, reject) => server.on("error", reject).listen(port, "127.0.0.1", resolve));
  else await listen(server);
  return {
    origin: `http${secure ? "s" : ""}://127.0.0.1:${server.address().port}`,
    /** The paths that were asked for, in order. */
    log,
    /** What was posted: path, headers and text. */
    posts,
    /** Waits until every request is answered, except those that a rule delays. */
    idle: async () => {
      do await new Promise((resolve) => setImmediate(resolve)); while (open > 0);
    },
    /** Ends every connection that is open. */
    hangUp: () => server.closeAllConnections(),
    close: () => {
      waiting.forEach(clearTimeout);
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
};

const probed = (html) => html.replace(/<head>|(?=<body)/, (start) => `${start}<script src="/probe.js" nonce="right"></script>`);

const TAG = /<script(?=[^>]*\ssrc="[^"]*courtesy[^"\/]*\.js)(?![^>]*\sdata-audit)/g;
/** The page as its visitors get it elsewhere: without the report of what it stores. */
const unaudited = (html) => html.replace(TAG, '<script data-audit="off"');

/** Lets another server answer; its pages get the probe, too. */
const passOn = async (origin, request, response, inDocument) => {
  const { host: _, connection: __, "accept-encoding": ___, ...headers } = request.headers;
  const found = await fetch(origin + request.url, { method: request.method, headers, redirect: "manual" });
  const body = Buffer.from(await found.arrayBuffer());
  const kept = [...found.headers].filter(([name]) => !/^(connection|keep-alive|transfer-encoding|content-(length|encoding)|date)$/.test(name));
  const isPage = found.headers.get("content-type")?.startsWith("text/html");
  response.writeHead(found.status, Object.fromEntries(kept)).end(isPage ? inDocument(body.toString()) : body);
};
