// The packed package by itself: what judges of packages say, what is in it, what it does on a server, and its command.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { before, test } from "node:test";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import ts from "typescript";
import { folder, installed, run, tarball } from "./installed.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const packed = folder("target/npm/courtesy");
const description = JSON.parse(readFileSync(join(packed, "package.json"), "utf8"));
let place;
before(() => (place = installed("plain", "command")));

test("publint finds nothing", async () => {
  const { messages, pkg } = await publint({ pkgDir: packed, strict: true });
  assert.deepEqual(messages.map((message) => formatMessage(message, pkg, { color: false })), []);
});

test("its types are right wherever a module is looked for, for programs that import it", () => {
  const attw = join(here, "node_modules/@arethetypeswrong/cli/dist/index.js");
  const entries = ["--exclude-entrypoints", "site.schema.json", "check.schema.json", "receipt.schema.json", "record.schema.json", "request.schema.json"];
  const { stdout } = run(here, "node", attw, tarball(), "--profile", "esm-only", "--format", "json", ...entries);
  const { analysis } = JSON.parse(stdout);
  assert.deepEqual(analysis.problems.filter(({ resolutionKind }) => !["node10", "node16-cjs"].includes(resolutionKind)), []);
  assert.ok(analysis.entrypoints["."]);
});

test("npm would publish it without a warning", () => {
  const { stderr } = run(packed, "npm", "publish", "--dry-run", "--ignore-scripts");
  // Here nobody is logged in.
  assert.deepEqual(stderr.match(/npm warn (?!.*logged in).*/g), null);
});

test("it installs nothing else, runs nothing when it is installed, and has one invented site", () => {
  assert.deepEqual([description.dependencies, description.scripts, description.peerDependencies], [undefined, undefined, undefined]);
  assert.equal(description.version, readFileSync(folder("Cargo.toml"), "utf8").match(/^version = "(.*)"$/m)[1]);
  const files = readdirSync(packed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, path, name }) => join(parentPath ?? path, name));
  for (const path of paths) assert.doesNotMatch(readFileSync(path, "latin1"), /mazoon|mediux|nanoflux|mjpro/i, path);
  const names = ["README.md", "LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY-NOTICES.md", "courtesy.d.ts", "script/courtesy.js", "example/site.json", "site.schema.json"];
  for (const name of names) assert.ok(paths.includes(join(packed, name)), name);
});

test("on a server, importing touches nothing and start() resolves to undefined", () => {
  const script = `const before = Object.keys(globalThis).join(); const { start } = await import("courtesy");
    console.log(await start(), await start({ site: "no address" }), Object.keys(globalThis).join() === before);`;
  assert.equal(run(place, "node", "--input-type=module", "--eval", script).stdout, "undefined undefined true\n");
});

/** What the compiler finds wrong in a program that imports the package. */
const faults = (text) => {
  const file = join(place, "program.mts");
  writeFileSync(file, text);
  const options = { strict: true, noEmit: true, skipLibCheck: false, types: [], target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };
  return ts.getPreEmitDiagnostics(ts.createProgram([file], options)).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
};

test("its types know start(), what it gives, window.courtesy and its events", () => {
  assert.deepEqual(faults(`import { start, type Courtesy, type StartOptions } from "courtesy";
    const options: StartOptions = { site: new URL("https://a.example/courtesy/site.json"), theme: "dark", jurisdiction: "uk", language: "de" };
    const started: Promise<Courtesy | undefined> = start(options);
    started.then((courtesy) => courtesy?.on("changed", ({ granted }) => granted.includes("analytics")));
    start(); window.courtesy.open("details");
    document.addEventListener("courtesy:decided", ({ detail }) => detail.record.choices["analytics"]);
    export {};`), []);
  for (const wrong of ['start({ theme: "black" })', 'start("/site.json")', "start().then((courtesy) => courtesy.mode)"]) {
    assert.equal(faults(`import { start } from "courtesy";\n${wrong};`).length, 1, wrong);
  }
});

const BUILD = ["courtesy", "build", "site.json", "--out", "public/courtesy", "--quiet"];

test("npx courtesy builds the same files each time, and those of the native command", () => {
  const manifest = (program, ...rest) => {
    rmSync(join(place, "public/courtesy"), { recursive: true, force: true });
    run(place, program, ...rest);
    return readFileSync(join(place, "public/courtesy/manifest.json"), "utf8");
  };
  const first = manifest("npx", ...BUILD);
  assert.equal(manifest("npx", ...BUILD), first);
  assert.equal(manifest(folder("target/debug/courtesy"), ...BUILD.slice(1), "--parts", folder("target/parts")), first);
  assert.match(run(place, "npx", "courtesy", "--version").stdout, new RegExp(description.version));
});

test("npx courtesy leads from nothing to a site that can be built", () => {
  rmSync(join(place, "site.json"));
  run(place, "npx", "courtesy", "init", "--yes", "--name", "Teahouse", "--email", "tea@house.example", "--item", "cookie=basket");
  const { $schema, name } = JSON.parse(readFileSync(join(place, "site.json"), "utf8"));
  assert.equal(name, "Teahouse");
  if (!$schema.startsWith("https:")) assert.ok(existsSync(join(place, $schema)), `${$schema} is there for editors`);
  run(place, "npx", "courtesy", "check", "site.json");
  run(place, "npx", ...BUILD);
});

test("the files that the package's module fetches are those that its command writes", () => {
  run(place, "npx", ...BUILD);
  const [half] = readFileSync(join(packed, "loader.js"), "utf8").match(/later-[\w-]{8}\.js/);
  const written = join(place, "public/courtesy", half);
  assert.ok(existsSync(written), half);
  assert.deepEqual(readFileSync(written), readFileSync(join(packed, "script", half)));
  // By this the module tells files of another version apart.
  assert.equal(JSON.parse(readFileSync(join(place, "public/courtesy/site.json"), "utf8")).courtesy, description.version);
});

test("what is wrong ends the command with 1 and one sentence", () => {
  const { status, stderr } = spawnSync("npx", ["courtesy", "build", "nowhere.json", "--out", "public/courtesy"], { cwd: place, encoding: "utf8" });
  assert.equal(status, 1);
  assert.match(stderr, /nowhere\.json/);
});

test("an older Node.js is told which one is needed", () => {
  const older = `data:text/javascript,Object.defineProperty(process.versions, "node", { value: "18.20.0" })`;
  const { status, stderr } = spawnSync("node", ["--import", older, join(place, "node_modules/courtesy/bin/courtesy.js"), "--version"], { encoding: "utf8" });
  assert.equal(status, 1);
  assert.match(stderr, /courtesy needs Node\.js 20 or later/);
});

test("the site that comes with it can be checked", () => {
  run(place, "npx", "courtesy", "check", "node_modules/courtesy/example/site.json");
});
