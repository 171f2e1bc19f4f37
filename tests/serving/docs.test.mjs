// docs/serving.md shows the very files of examples/serving, and they name the headers that embed.html does.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { example, root } from "./servers.mjs";

const page = readFileSync(join(root, "docs/serving.md"), "utf8");
const examples = readdirSync(join(root, "examples/serving"));
const embed = readFileSync(join(root, "target/sites/mediux/embed.html"), "utf8");
const headers = embed.match(/<pre id="headers"><code>([^<]*)</)[1].trim().split("\n").map((line) => line.split(": "));

test("the page shows each file as it is", () => {
  assert.deepEqual(examples.sort(), ["Caddyfile", "_headers", "apache.htaccess", "nginx.conf"].sort());
  for (const name of examples) assert.ok(page.includes(`\n${example(name)}\`\`\`\n`), `${name} is not in docs/serving.md as it is`);
});

test("each file has the headers that embed.html names", () => {
  assert.equal(headers.length, 4);
  for (const name of examples) {
    for (const [header, value] of headers) {
      // What a rule of the two hosts says holds for a missing file, too.
      if (header === "Cache-Control" && name === "_headers") assert.doesNotMatch(example(name), /^ +Cache-Control/m);
      else assert.ok(example(name).includes(header) && example(name).includes(value), `${name}: ${header}: ${value}`);
    }
  }
});

test("the rule for names with a hash meets those names and no others", () => {
  const rules = examples.flatMap((name) => example(name).match(/\[\^\/?\.\]\+-\[A-Za-z0-9_-\]\{8\}\\\.\(js\|json\|css\|wasm\)\$/g) ?? []);
  assert.equal(rules.length, 4, "nginx, Apache, and Caddy twice");
  for (const rule of rules) {
    const meets = (name) => new RegExp(`(^|/)${rule}`).test(`/courtesy/${name}`);
    for (const site of ["mediux", "quillhaven"]) {
      const { files } = JSON.parse(readFileSync(join(root, "target/sites", site, "manifest.json"), "utf8"));
      for (const { name } of files) {
        const isUnhashed = /^(courtesy|site|privacy|request|embed|gpc)(\.[a-z]{2})?\.(js|json|html|md)$/.test(name);
        assert.equal(meets(name), !isUnhashed, name);
      }
    }
    // Tags of languages whose last part has the length of a hash, and files of an owner's.
    for (const name of ["courtesy.ca-valencia.js", "courtesy.hy-arevmda.js", "courtesy.en-US-posix.js", "site.json", "manifest.json", "courtesy.js", "gpc.json"]) assert.equal(meets(name), false, name);
    for (const name of ["notice-ca-valencia-Xk29fjA1.json", "app-Xk-_fjA1.wasm", "courtesy-de-AT-Xk29fjA1.js"]) assert.equal(meets(name), true, name);
  }
});
