// The command for Node and the native one are one command: the same words, the same exit codes, the same files.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { after, test } from "node:test";

const root = fileURLToPath(new URL("../../", import.meta.url));
const wasm = join(root, "target/node-wasm/courtesy.js");
const calling = ["-e", "process.exit(require(process.argv[1]).run(process.argv.slice(2)))", wasm];
const parts = join(root, "target/parts");
const site = { name: "Teahouse", languages: ["en", "de"], controller: { contacts: [{ email: "tea@house.example" }] }, items: [{ kind: "cookie", name: "table", purpose: "essential" }] };

const work = mkdtempSync(join(tmpdir(), "courtesy-hosts-"));
after(() => rmSync(work, { recursive: true, force: true }));

/** A folder with these files. */
const folder = (files = {}) => {
  const made = mkdtempSync(join(work, "site-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(made, name, ".."), { recursive: true });
    writeFileSync(join(made, name), text);
  }
  return made;
};

/** Every file below a folder, with what it holds. */
const held = (of) => {
  const names = readdirSync(of, { recursive: true }).sort();
  return names.filter((name) => statSync(join(of, name)).isFile()).map((name) => [name, readFileSync(join(of, name)).toString("base64")]);
};

const hosts = { native: [join(root, "target/debug/courtesy")], node: [process.execPath, ...calling] };

/** What both hosts do, each in a folder of its own with these files; they must agree. */
const both = (files, calls, environment = {}) => {
  const [native, node] = Object.values(hosts).map(([program, ...before]) => {
    const cwd = folder(files);
    const said = calls.map((call) => {
      const { status, stdout, stderr } = spawnSync(program, [...before, ...call], { cwd, env: environment, encoding: "utf8" });
      return { status, stdout, stderr };
    });
    return { said, held: held(cwd) };
  });
  // How an owner calls it is a host's own; and brotli's guesses take the logarithms of the system, which moves a size by a few bytes.
  const alike = (text) => text.replaceAll("npx courtesy", "courtesy").replace(/^( *\d+) +\d+  /gm, "$1  ").replace(/[\d,]+ bytes \(brotli\)/g, "");
  const said = ({ said }) => said.map(({ status, stdout, stderr }) => ({ status, stdout: alike(stdout), stderr: alike(stderr) }));
  assert.deepEqual(said(node), said(native));
  assert.deepEqual(node.held, native.held);
  return node.said;
};

const text = JSON.stringify(site);
const build = ["build", "site.json", "--out", "out", "--parts", parts];

test("both build the same files, say the same table, and find that nothing changed", () => {
  const [built, again, checked] = both({ "site.json": text }, [build, [...build, "--quiet"], [...build, "--check"]]);
  assert.equal(built.status, 0);
  assert.match(built.stdout, /^a first visit: [\d,]+ bytes \(brotli\) in one request$/m);
  assert.deepEqual(again, { status: 0, stdout: "", stderr: "" });
  assert.equal(checked.stdout, "ok: out is up to date with site.json\n");
});

test("both say what is wrong in the same words", () => {
  const odd = { "broken.json": "\ufeff{\r\n\t\"name\": \"日本\" 1,\r\n}", "steering.json": `{ "x": "${"ü\u202e".repeat(50_000)}", "nam": "\u001b" }` };
  const faulty = JSON.stringify({ ...site, nam: "x", policy: { source: "nowhere.md" } });
  const strict = JSON.stringify({ ...site, regimes: ["gdpr"] });
  const said = both({ "site.json": text, "faulty.json": faulty, "strict.json": strict, "mine/courtesy.js": "mine", "file": "", ...odd }, [
    ["build", "nowhere.json", "--out", "out", "--parts", parts],
    ["build", "faulty.json", "--out", "out", "--parts", parts],
    ["build", "strict.json", "--out", "strict", "--parts", parts, "--strict"],
    ["build", "site.json", "--out", "mine", "--parts", parts],
    ["build", "site.json", "--out", "file", "--parts", parts],
    ["build", "site.json", "--out", "file/below", "--parts", parts],
    ["build", "site.json", "--out", "out", "--parts", "nowhere"],
    ["build", "site.json"],
    ["build", "--help"],
    ["--version"],
    [],
    ["check", "mine"],
    ["check", "site.json", "--json"],
    ["check", "site.json", "--format", "github"],
    ["check", "site.json", "--format", "sarif"],
    ["check", "site.json", "--format", "xml"],
    ["check", "broken.json"],
    ["check", "steering.json"],
    ["check", "site.json", "--built", "out"],
    [...build, "--check"],
    ["init"],
  ]);
  assert.deepEqual(said.map(({ status }) => status), [1, 1, 1, 1, 1, 1, 1, 2, 0, 0, 2, 1, 0, 0, 0, 2, 1, 1, 1, 1, 1]);
  assert.equal(said[0].stderr, "error: nowhere.json cannot be read: No such file or directory\n = help: name your site file, or create one with `init`\n");
});

test("both read no text outside the folder of the site file", { skip: process.platform === "win32" && "links need rights there" }, () => {
  const of = (source) => JSON.stringify({ ...site, policy: { source } });
  const files = { "secret.md": "# Secret", "site/texts/policy.md": "# Ours", "site/up.json": of("../secret.md"), "site/link.json": of("link.md"), "site/near.json": of("near/policy.md") };
  for (const [program, ...before] of Object.values(hosts)) {
    const cwd = folder(files);
    symlinkSync("../secret.md", join(cwd, "site/link.md"));
    symlinkSync("texts", join(cwd, "site/near"));
    const run = (name, from = "site/") => spawnSync(program, [...before, "check", name], { cwd: join(cwd, from), encoding: "utf8" });
    for (const name of ["up", "link"]) for (const said of [run(`${name}.json`), run(`site/${name}.json`, "")]) {
      assert.equal(said.status, 1);
      assert.match(said.stdout, /cannot be read: it is outside the folder of the site file\n[^=]*= help: name a \.md, \.html or \.txt file, in the folder of the site file or below it\n/);
    }
    for (const said of [run("near.json"), run("site/near.json", "")]) assert.equal(said.status, 0, said.stdout);
  }
});

test("both begin a site in the same way", () => {
  const flags = ["init", "--name", "Tea", "--email", "tea@house.example", "--item", "cookie=table", "--yes"];
  const [first, second] = both({}, [flags, flags, ["check", "site.json"], ["schema"]]);
  assert.deepEqual([first.status, second.status], [0, 1]);
});

test("both are in colour for the same reasons", () => {
  const [{ stdout }] = both({ "site.json": text }, [["check", "site.json"]], { FORCE_COLOR: "1" });
  assert.ok(stdout.includes("\u001b["));
  both({ "site.json": text }, [["check", "site.json"], ["--help"]], { FORCE_COLOR: "1", NO_COLOR: "1" });
});

test("watching in Node builds again", async () => {
  const cwd = folder({ "site.json": text });
  const program = spawn(process.execPath, [...calling, ...build, "--watch", "--quiet"], { cwd, stdio: "ignore" });
  try {
    const page = () => { try { return readFileSync(join(cwd, "out/privacy.html"), "utf8"); } catch { return ""; } };
    const until = async (what) => { for (let i = 0; !page().includes(what); i++) { assert.ok(i < 300, `no ${what}`); await pause(100); } };
    await until("Teahouse");
    writeFileSync(join(cwd, "site.json"), text.replace("Teahouse", "Coffeehouse"));
    await until("Coffeehouse");
  } finally {
    program.kill();
  }
});

test("the questions are asked where somebody can answer", { skip: spawnSync("script", ["--version"]).status !== 0 && "no `script` here" }, () => {
  for (const [program, ...before] of Object.values(hosts)) {
    const cwd = folder();
    const line = [program, ...before, "init"].map((word) => `'${word}'`).join(" ");
    const answers = "Tea\ntea@\ntea@house.example\n\nxx\nde en\n\nno\ncookie=table\ncake\nno\n\n\n\n\n\n\n\n";
    const { stdout, status } = spawnSync("script", ["-qec", line, "/dev/null"], { cwd, input: answers, encoding: "utf8", env: { PATH: process.env.PATH } });
    assert.equal(status, 0, stdout);
    assert.match(stdout, /this is not an email address; write one such as "privacy@example.com"/);
    const written = JSON.parse(readFileSync(join(cwd, "site.json"), "utf8"));
    assert.deepEqual([written.name, written.languages, written.items.map(({ name }) => name)], ["Tea", ["de", "en"], ["table"]]);
  }
});
