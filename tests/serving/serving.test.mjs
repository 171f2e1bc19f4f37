// The configurations of examples/serving in the real servers: what they send, compressed how, for how long it may be kept, and what a missing
// file comes to, before an upload, during it and after it.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync } from "node:zlib";
import { SERVERS, build, files, root, serve, temporary, upload } from "./servers.mjs";

const FOR_EVER = "public, max-age=31536000, immutable";
const BROWSER = "gzip, deflate, br, zstd";
const TYPES = { js: "text/javascript", json: "application/json", css: "text/css", wasm: "application/wasm", html: "text/html" };
/** privacy.md is for the owner: no page asks for it, and its type and compression are the server's. */
const OWNERS = ["text/markdown", "text/plain"];
const ending = (name) => name.slice(name.lastIndexOf(".") + 1);
/** Names that stay the same whatever the file holds. */
const isUnhashed = (name) => /^(courtesy|site|privacy|request|embed|gpc|manifest)(\.[A-Za-z-]+)?\.(js|json|html|md)$/.test(name);
const opened = { gzip: gunzipSync, br: brotliDecompressSync, undefined: (body) => body };
const sizes = readFileSync(join(root, "docs/serving.md"), "utf8");
/** The bytes that docs/serving.md gives for a server: of courtesy.js and of the app's WebAssembly, Mediux AI's. */
const promised = (name) => {
  const row = sizes.split("\n").find((line) => line.startsWith(`| ${name} |`));
  assert.ok(row, `docs/serving.md has no row of sizes for ${name}`);
  return row.split("|").slice(3, 5).map((number) => Number(number.replaceAll(",", "")));
};

for (const [name, { encoding, isAhead, fallbacks }] of Object.entries(SERVERS)) {
  describe(name, { concurrency: false }, () => {
    const site = temporary();
    const folder = join(site, "courtesy");
    mkdirSync(folder);
    writeFileSync(join(site, "index.html"), "<!doctype html><title>A site</title>");
    // The last subtag of the second language looks like a hash.
    build(folder, { languages: ["en", "de-valencia"] });
    mkdirSync(join(folder, "assets"));
    const names = [...files(folder), "manifest.json"];
    let server;
    const get = async (file, options) => (server ??= await serve(name, site)).ask(`/courtesy/${file}`, options);
    const browser = (file, headers = {}, method) => get(file, { method, headers: { "accept-encoding": BROWSER, ...headers } });
    after(() => rmSync(site, { recursive: true, force: true }));

    test("every file: its type, its headers, and how long it may be kept", async () => {
      assert.ok(names.includes("courtesy.de-valencia.js"), names.join());
      for (const file of names) {
        const { status, headers, body } = await browser(file);
        assert.equal(status, 200, file);
        const type = headers["content-type"].split(";")[0].replace("application/javascript", "text/javascript");
        if (ending(file) === "md") assert.ok(OWNERS.includes(type), `${file}: ${type}`);
        else assert.equal(type, TYPES[ending(file)], file);
        assert.equal(headers["cache-control"], isUnhashed(file) ? "no-cache" : FOR_EVER, file);
        assert.equal(headers["access-control-allow-origin"], "*", file);
        assert.equal(headers["cross-origin-resource-policy"], "cross-origin", file);
        assert.equal(headers["x-content-type-options"], "nosniff", file);
        assert.deepEqual(opened[headers["content-encoding"]](body), readFileSync(join(folder, file)), file);
      }
    });

    test("compressed for whom understands it, and caches know that there are several forms", async () => {
      for (const file of names.filter((name) => ending(name) !== "md" && readFileSync(join(folder, name)).length > 1000)) {
        for (const [accepts, expected] of [[BROWSER, encoding], ["gzip", "gzip"], ["gzip;q=1.0, br;q=0", "gzip"], ["identity", undefined], [undefined, undefined]]) {
          const { headers, body } = await get(file, { headers: accepts ? { "accept-encoding": accepts } : {} });
          assert.equal(headers["content-encoding"], expected, `${file}: ${accepts}`);
          if (expected) assert.match(headers.vary ?? "", /accept-encoding/i, `${file}: ${accepts}`);
          assert.deepEqual(opened[expected](body), readFileSync(join(folder, file)), `${file}: ${accepts}`);
        }
        // What a CDN in front asks for.
        const { headers } = await browser(file, { via: "1.1 cdn" });
        assert.equal(headers["content-encoding"], encoding, `${file}, by way of a proxy`);
      }
    });

    test("Mediux AI's site has the bytes on the wire that docs/serving.md gives", async () => {
      const mediux = join(root, "target/sites/mediux");
      const app = files(mediux).find((file) => /^app-.*\.wasm$/.test(file));
      mkdirSync(join(folder, "mediux"));
      upload(mediux, join(folder, "mediux"), ["courtesy.js", app]);
      const expected = promised(name);
      const got = [];
      for (const file of ["courtesy.js", app]) got.push((await browser(`mediux/${file}`)).body.length);
      const isNear = got.every((length, place) => Math.abs(length - expected[place]) <= expected[place] * 0.02);
      assert.ok(isNear, `${got.join(" and ")} bytes; docs/serving.md gives ${expected.join(" and ")}`);
    });

    if (isAhead) {
      test("a file that was compressed ahead is sent as it is to those who understand it, and has the same caching as any other", async () => {
        for (const file of [names.find((file) => file.endsWith(".wasm")), "courtesy.js"]) {
          const bytes = readFileSync(join(folder, file));
          const ahead = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
          writeFileSync(join(folder, file + ".br"), ahead);
          const { headers, body } = await browser(file);
          assert.equal(headers["content-encoding"], "br", file);
          assert.deepEqual(body, ahead, file);
          assert.match(headers.vary ?? "", /accept-encoding/i, file);
          assert.equal(headers["content-type"].split(";")[0].replace("application/javascript", "text/javascript"), TYPES[ending(file)], file);
          assert.equal(headers["cache-control"], isUnhashed(file) ? "no-cache" : FOR_EVER, file);
          assert.equal((await browser(file, { "if-none-match": headers.etag })).status, 304, file);
          assert.equal((await browser(file, { "accept-encoding": "gzip" })).headers["content-encoding"], "gzip", file);
          rmSync(join(folder, file + ".br"));
        }
      });
    }

    test("a question whether a file changed is answered 304, whatever encoding the first answer had", async () => {
      for (const file of ["courtesy.js", "site.json", names.find((name) => name.endsWith(".wasm"))]) {
        for (const accepts of [BROWSER, "gzip", "identity"]) {
          const first = await browser(file, { "accept-encoding": accepts });
          const { etag, "last-modified": changed } = first.headers;
          assert.ok(etag, `${file}: an ETag`);
          const again = await browser(file, { "accept-encoding": accepts, "if-none-match": etag, ...(changed && { "if-modified-since": changed }) });
          assert.equal(again.status, 304, `${file}: ${accepts}: ${etag}`);
          assert.equal(again.body.length, 0);
          // A browser takes over what a 304 says.
          assert.ok([undefined, first.headers["cache-control"]].includes(again.headers["cache-control"]), file);
          const other = await browser(file, { "accept-encoding": accepts, "if-none-match": '"something-else"' });
          assert.equal(other.status, 200, file);
        }
      }
    });

    test("HEAD has the headers of GET, and no body", async () => {
      for (const file of ["courtesy.js", names.find((name) => name.endsWith(".wasm"))]) {
        const [head, full] = [await browser(file, {}, "HEAD"), await browser(file)];
        assert.equal(head.status, 200);
        assert.equal(head.body.length, 0);
        for (const header of ["cache-control", "content-type", "etag", "access-control-allow-origin"]) assert.equal(head.headers[header], full.headers[header], header);
      }
    });

    test("a missing file is not kept, and is there at once after the upload", async () => {
      const missing = ["late-abcdefgh.js", "app-abcdefgh.wasm", "page-abcdefgh.css", "words-en-abcdefgh.json", "courtesy.xx.js", "assets/late-abcdefgh.js", "assets-abcdefgh.js/"];
      for (const file of missing) {
        for (const method of ["GET", "HEAD"]) {
          const { status, headers } = await browser(file, {}, method);
          assert.equal(status, 404, file);
          assert.equal(headers["cache-control"], "no-store", file);
        }
      }
      writeFileSync(join(folder, missing[0]), "export const late = true;".padEnd(2000));
      const there = await browser(missing[0]);
      assert.deepEqual([there.status, there.headers["cache-control"]], [200, FOR_EVER]);
      // A folder whose name looks like a file's.
      mkdirSync(join(folder, "data-abcdefgh.js"));
      const { headers } = await browser("data-abcdefgh.js");
      assert.ok(!/max-age=[1-9]/.test(headers["cache-control"] ?? ""), headers["cache-control"]);
    });

    for (const fallback of fallbacks) {
      test(`a site that answers with its own page where there is no file keeps no missing file either: ${fallback.split("\n")[0]}`, async () => {
        const other = await serve(name, site, fallback);
        for (const file of ["late-hgfedcba.js", "app-hgfedcba.wasm"]) {
          const { status, headers } = await other.ask(`/courtesy/${file}`, { headers: { "accept-encoding": BROWSER } });
          // Apache's FallbackResource can be turned off only where the server allows more than FileInfo.
          assert.equal(status, fallback.startsWith("FallbackResource") ? 200 : 404, file);
          assert.doesNotMatch(headers["cache-control"] ?? "", /immutable|max-age=[1-9]/, file);
        }
        const { headers } = await other.ask(`/courtesy/${names.find((file) => file.endsWith(".wasm"))}`);
        assert.equal(headers["cache-control"], FOR_EVER);
        assert.equal((await other.ask("/")).status, 200);
      });
    }

    test("a new build over an old one: pages of the old one find its files, also where those were deleted and came back", async () => {
      const before = files(folder);
      const first = await browser("courtesy.js");
      build(folder, { languages: ["en", "de-valencia"], name: "Coffeehouse", notice: { title: "Coffeehouse" } });
      const now = files(folder);
      const gone = before.filter((file) => !now.includes(file));
      assert.ok(gone.length > 2, gone.join());
      for (const file of [...before, ...now]) assert.equal((await browser(file)).status, 200, file);
      const again = await browser("courtesy.js", { "if-none-match": first.headers.etag });
      assert.equal(again.status, 200, "the new courtesy.js is sent");
      assert.match(opened[again.headers["content-encoding"]](again.body).toString(), /Coffeehouse/);
      // A host that replaces the whole folder.
      const aside = temporary();
      upload(folder, aside, gone);
      for (const file of gone) rmSync(join(folder, file));
      for (const file of gone) {
        const { status, headers } = await browser(file);
        assert.deepEqual([status, headers["cache-control"]], [404, "no-store"], file);
      }
      upload(aside, folder, gone);
      for (const file of gone) assert.equal((await browser(file)).status, 200, file);
    });
  });
}
