// The examples as an owner has them: copied, the packed package installed from its tarball, and built there by their own scripts.

import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Where something of this repository is. */
export const folder = (path) => root + path;

/** The tarball that `cargo xtask build --npm` packed. */
export const tarball = () => {
  const name = readdirSync(folder("target/npm")).find((file) => file.endsWith(".tgz"));
  return folder(`target/npm/${name}`);
};

const { FORCE_COLOR: _, ...rest } = process.env;
const plain = { ...rest, NO_COLOR: "1" };

/** Runs a program in a folder; gives what it printed. One that does not end well fails the test. */
export const run = (place, program, ...rest) => {
  const { status, stdout, stderr } = spawnSync(program, rest, { cwd: place, encoding: "utf8", env: plain });
  if (status !== 0) throw new Error(`${program} ${rest.join(" ")} in ${place} ended with ${status}:\n${stdout}\n${stderr}`);
  // What npm says of the machine's own configuration is about nothing here.
  return { stdout, stderr: stderr.replace(/^npm warn Unknown .*\n/gm, "") };
};

/** A copy of an example with everything installed. What the run before installed from the registry is used again. */
export const installed = (example, name = example) => {
  const place = folder(`target/packages/${name}`);
  mkdirSync(place, { recursive: true });
  for (const file of readdirSync(place)) if (file !== "node_modules") rmSync(join(place, file), { recursive: true });
  for (const stale of [".package-lock.json", "courtesy", ".vite"]) rmSync(join(place, "node_modules", stale), { recursive: true, force: true });
  const source = folder(`examples/${example}`);
  const [isOurs, made] = [readdirSync(source), ["node_modules", "dist", "package-lock.json"]];
  for (const file of isOurs.filter((found) => !made.includes(found))) cpSync(join(source, file), join(place, file), { recursive: true });
  for (const file of ["src/main.jsx", "page.jsx"].filter((found) => existsSync(join(place, found)))) {
    // The tests serve it from a loopback address, and look at what visitors get elsewhere.
    writeFileSync(join(place, file), readFileSync(join(place, file), "utf8").replaceAll("start()", "start({ audit: false })"));
  }
  run(place, "npm", "install", "--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--prefer-offline", tarball());
  return place;
};

/** A folder as the tests' own server has it, its /courtesy/ in the place of the one that other tests find there. */
export const served = (place) => ({ "/courtesy/": join(place, "courtesy/"), "/": place });

/** Starts a server and waits for the address that it prints. It ends with the tests. */
export const serving = async (place, program, ...rest) => {
  const child = spawn(program, rest, { cwd: place, detached: true, env: { ...plain, PORT: "0" } });
  // It is the child of npm's child, and all of them go.
  process.on("exit", () => process.kill(-child.pid));
  for (const handle of [child, child.stdout, child.stderr]) handle.unref();
  let printed = "";
  const origin = await new Promise((resolve, reject) => {
    const hear = (text) => {
      printed += text;
      const [found] = printed.match(/http:\/\/[\w.]+:\d+/) ?? [];
      if (found) resolve(found);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("error", reject).on("exit", () => reject(new Error(`${program} ${rest.join(" ")} ended: ${printed}`)));
  });
  return { origin };
};
