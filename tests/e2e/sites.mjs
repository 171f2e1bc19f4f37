// Sites that only a test has: written into a folder of the system's, built by the command, and gone when the test is over.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { folder } from "./suite.mjs";

const smallest = { name: "Teahouse", controller: { contacts: [{ email: "tea@house.example" }] }, items: [{ kind: "cookie", purpose: "essential", description: "Keeps your table." }] };

/** Builds a site with these fields besides, and these files beside it; gives the folder of what was built. */
export const built = (fields = {}, files = {}) => {
  const work = mkdtempSync(join(tmpdir(), "courtesy-site-"));
  process.on("exit", () => rmSync(work, { recursive: true, force: true }));
  for (const [name, text] of Object.entries({ ...files, "site.json": JSON.stringify({ ...smallest, ...fields }) })) {
    mkdirSync(dirname(join(work, name)), { recursive: true });
    writeFileSync(join(work, name), text);
  }
  const out = join(work, "out");
  build(join(work, "site.json"), out);
  return out + "/";
};

/** Builds a site anew, with other fields, into the folder where it was built before. */
export const rebuilt = (out, fields) => {
  const file = join(out, "../site.json");
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), ...fields }));
  build(file, out);
};

/** The loader and the app that sites are built with: another folder than the build's own, to try a change of theirs. */
const PARTS = process.env.COURTESY_PARTS ?? folder("target/parts");

/** The command; `cargo xtask test` names a copy, because cargo may overwrite the original meanwhile. */
const COMMAND = process.env.COURTESY_COMMAND ?? folder("target/debug/courtesy");

const build = (file, out) =>
  execFileSync(COMMAND, ["build", "--quiet", file, "--out", out, "--parts", PARTS], { stdio: "pipe" });
