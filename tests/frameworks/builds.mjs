// The apps as their owners build them, in target/frameworks: installed once for each lock, built once for each source.

import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, run } from "../packages/installed.mjs";

const here = (path) => folder(`tests/frameworks/${path}`);
const cache = folder("target/frameworks");

// Nobody is told that these apps were built.
Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: "1", ASTRO_TELEMETRY_DISABLED: "1" });

const filesIn = (place) => readdirSync(place, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();

const hashOf = (...texts) => createHash("sha256").update(texts.join("\0")).digest("hex").slice(0, 12);

/** A folder of the cache that `make` fills; one that was not finished is made anew, and those of earlier states go. */
const once = (parent, name, hash, make) => {
  const place = join(parent, `${name}-${hash}`);
  if (existsSync(join(place, ".made"))) return place;
  mkdirSync(parent, { recursive: true });
  const isOlder = (found) => found.startsWith(`${name}-`) && found.length === `${name}-${hash}`.length;
  for (const old of readdirSync(parent).filter(isOlder)) rmSync(join(parent, old), { recursive: true });
  mkdirSync(place);
  console.log(`making ${place.slice(folder("").length)}`);
  make(place);
  writeFileSync(join(place, ".made"), "");
  return place;
};

/** Where `newer` or `older` is installed. */
export const packages = (set) => {
  const files = ["package.json", "package-lock.json"];
  return once(cache, set, hashOf(...files.map((file) => readFileSync(here(`${set}/${file}`)))), (place) => {
    for (const file of files) cpSync(here(`${set}/${file}`), join(place, file));
    run(place, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline");
  });
};

/** Builds an app: the folder of its sources, what else it takes into it by name, and the commands, each a line. */
export const builtApp = (name, { set = "newer", source, takes = {}, commands }) => {
  const files = filesIn(here(`apps/${source}`));
  const taken = Object.entries(takes).map(([to, from]) => [to, here(`apps/${from}`)]);
  const parts = [...files, ...taken.map(([, from]) => from)].map((file) => file + "\0" + readFileSync(file));
  return once(packages(set), name, hashOf(...parts, ...Object.keys(takes), ...commands), (place) => {
    cpSync(here(`apps/${source}`), place, { recursive: true });
    for (const [to, from] of taken) {
      mkdirSync(join(place, to, ".."), { recursive: true });
      cpSync(from, join(place, to));
    }
    for (const command of commands) {
      const [program, ...rest] = command.split(" ");
      run(place, program === "node" ? program : join(packages(set), "node_modules/.bin", program), ...rest);
    }
  });
};

/** The pages in a folder that ends with "/", each at its address without ".html". */
export const pagesOf = (place) =>
  Object.fromEntries(filesIn(place).filter((file) => file.endsWith(".html")).map((file) => {
    const path = file.slice(place.length - 1).replace(/(index)?\.html$/, "");
    return [path.length > 1 ? path.replace(/\/$/, "") : "/", readFileSync(file, "utf8")];
  }));
