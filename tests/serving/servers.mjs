// The web servers of docs/serving.md, each with the configuration of examples/serving that an owner copies: only port and folder are changed.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { after } from "node:test";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** The text of a file that an owner copies. */
export const example = (name) => readFileSync(join(root, "examples/serving", name), "utf8");

const running = new Set();
const folders = [];
const stopAll = () => {
  for (const child of running) child.kill("SIGTERM");
  running.clear();
};
after(stopAll);
process.on("exit", () => {
  stopAll();
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

/** A folder that the servers' own users may read. */
export const temporary = () => {
  const made = mkdtempSync(join(tmpdir(), "courtesy-serving-"));
  chmodSync(made, 0o755);
  folders.push(made);
  return made;
};

const base = { name: "Teahouse", id: "teahouse", controller: { contacts: [{ email: "tea@house.example" }] }, items: [{ kind: "cookie", name: "table", purpose: "essential", description: "Keeps your table." }] };

/** Builds a site with these fields into a folder, over what is there. */
export const build = (out, fields = {}) => {
  const work = temporary();
  writeFileSync(join(work, "site.json"), JSON.stringify({ ...base, ...fields }));
  execFileSync(process.env.COURTESY_COMMAND ?? join(root, "target/debug/courtesy"), ["build", "--quiet", join(work, "site.json"), "--out", out, "--parts", join(root, "target/parts")], { stdio: "pipe" });
};

/** The names of a built folder's files. */
export const files = (folder) => JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")).files.map(({ name }) => name);

const freePort = () =>
  new Promise((done, failed) => {
    const server = createServer().once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

const replaced = (text, changes) => {
  for (const [from, to] of changes) {
    assert.ok(text.includes(from), `the configuration has no ${from}`);
    text = text.replace(from, to);
  }
  return text;
};

const NGINX = (work, included) => `daemon off; pid ${work}/nginx.pid; error_log stderr; worker_processes 1;
${["filter", "static"].map((kind) => `load_module /usr/lib/nginx/modules/ngx_http_brotli_${kind}_module.so;`).join("\n")}
events {}
http { include /etc/nginx/mime.types; access_log off; ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${work}/${name};`).join(" ")} include ${included}; }
`;

const APACHE = (work, site, port, modules, fallback) => `ServerRoot ${work}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${work}/apache.pid
Mutex pthread
ErrorLog ${work}/error.log
${["mpm_event", "authz_core", "authz_host", "mime", "headers", "filter", "dir", "rewrite", ...modules].map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n")}
<IfModule !unixd_module>
LoadModule unixd_module /usr/lib/apache2/modules/mod_unixd.so
</IfModule>
User www-data
Group www-data
TypesConfig /etc/mime.types
DocumentRoot ${site}
<Directory ${site}>
    AllowOverride FileInfo
    Require all granted
</Directory>
${fallback}
`;

/**
 * By name: how the server compresses, whether it sends what was compressed ahead, how it is started with the configuration as copied, and what
 * owners of single-page apps add: an answer with index.html wherever there is no file.
 */
export const SERVERS = {
  nginx: { encoding: "gzip", start: (given) => nginx(given, example("nginx.conf")), fallbacks: ["location / { try_files $uri /index.html; }", "error_page 404 /index.html;"] },
  "nginx with Brotli": { encoding: "br", isAhead: true, start: (given) => nginx(given, example("nginx.conf").replace(/# (?=brotli)/g, "")), fallbacks: [] },
  "Apache with mod_deflate": {
    encoding: "gzip", start: (given) => apache(given, ["deflate"]),
    fallbacks: ["RewriteEngine on\nRewriteCond %{REQUEST_FILENAME} !-f\nRewriteRule . /index.html [L]", "FallbackResource /index.html", "ErrorDocument 404 /index.html"],
  },
  "Apache with mod_brotli": { encoding: "br", start: (given) => apache(given, ["deflate", "brotli"]), fallbacks: [] },
  Caddy: { encoding: "gzip", isAhead: true, start: caddy, fallbacks: ["try_files {path} /index.html"] },
};

function nginx({ work, site, port, fallback }, text) {
  const changes = [["listen 80;", `listen 127.0.0.1:${port};`], ["root /var/www/site;", `root ${site};\n${fallback}`]];
  writeFileSync(join(work, "site.conf"), replaced(text, changes));
  writeFileSync(join(work, "nginx.conf"), NGINX(work, join(work, "site.conf")));
  return ["nginx", ["-p", work, "-e", "stderr", "-c", join(work, "nginx.conf")]];
}

function apache({ work, site, port, fallback }, modules) {
  writeFileSync(join(site, "courtesy/.htaccess"), example("apache.htaccess"));
  const more = fallback && `<Directory ${site}>\n${fallback}\n</Directory>`;
  writeFileSync(join(work, "apache.conf"), APACHE(work, site, port, modules, more));
  return ["apache2", ["-DFOREGROUND", "-f", join(work, "apache.conf")]];
}

function caddy({ work, site, port, fallback }) {
  const changes = [[":80 {", `http://127.0.0.1:${port} {`], ["root * /var/www/site", `root * ${site}`], ["    handle {\n", `    handle {\n${fallback}\n`]];
  const text = replaced(example("Caddyfile"), changes);
  writeFileSync(join(work, "Caddyfile"), `{\n    admin off\n    auto_https off\n    default_bind 127.0.0.1\n}\n${text}`);
  return ["caddy", ["run", "--adapter", "caddyfile", "--config", join(work, "Caddyfile")]];
}

/** Starts a server for a site's folder, and waits until it answers. */
export const serve = async (name, site, fallback = "") => {
  const [work, port] = [temporary(), await freePort()];
  const [program, given] = SERVERS[name].start({ work, site, port, fallback });
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin`, HOME: work, XDG_CONFIG_HOME: work, XDG_DATA_HOME: work };
  const child = spawn(program, given, { env, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (printed += text));
  let ended;
  child.on("error", (error) => (ended = error.message));
  child.on("exit", (code) => (ended ??= `it ended with ${code}`));
  for (let tries = 0; tries < 100; tries++) {
    if (ended) break;
    if (await ask(port, "/courtesy/courtesy.js").catch(() => {})) return { ask: (path, options) => ask(port, path, options) };
    await pause(100);
  }
  throw new Error(`${name} does not answer: ${ended ?? "no answer in ten seconds"}\n${printed}${existsSync(join(work, "error.log")) ? readFileSync(join(work, "error.log"), "utf8") : ""}`);
};

/** Asks as a browser does; the body as it came, still compressed. */
const ask = (port, path, { method = "GET", headers = {} } = {}) =>
  new Promise((done, failed) => {
    const sent = request({ host: "127.0.0.1", port, path, method, headers, agent: false }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    sent.on("error", failed).end();
  });

/** Copies files of one folder into another. */
export const upload = (from, to, names) => {
  for (const name of names) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name));
  }
};
