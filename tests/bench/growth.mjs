// How the build grows with the site: the real command, on sites and texts that double in size. Prints a table in Markdown.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, policy, site } from "./large.mjs";

const ROUNDS = 5;
const SIZES = [1_250, 2_500, 5_000, 10_000, 20_000];
const command = process.env.COURTESY_COMMAND;
const work = mkdtempSync(join(tmpdir(), "courtesy-growth-"));

const time = (...given) => {
  const begun = performance.now();
  execFileSync(command, given, { stdio: "pipe" });
  return performance.now() - begun;
};
const build = (file, out) => time("build", "--quiet", file, "--site-only", "--out", join(work, out));

try {
  const rows = SIZES.map((items) => {
    const [facts, text] = [join(work, `facts-${items}.json`), join(work, `text-${items}.json`)];
    writeFileSync(facts, JSON.stringify(site(items)));
    writeFileSync(text, JSON.stringify(site(10, { policy: { source: `policy-${items}.txt` } })));
    writeFileSync(join(work, `policy-${items}.txt`), policy(items * 2));
    return { items, facts, text, composed: [], own: [] };
  });
  // In turn, so that what slows the machine down slows all sizes down.
  for (let round = 0; round < ROUNDS; round++)
    for (const row of rows) {
      row.composed.push(build(row.facts, `facts-${row.items}`));
      row.own.push(build(row.text, `text-${row.items}`));
    }
  const times = (of) => rows.map((row) => median(row[of]));
  const [composed, own] = [times("composed"), times("own")];
  const growth = (all, place) => (place ? `× ${(all[place] / all[place - 1]).toFixed(2)}` : "");
  console.log("| items | services | composed | growth | lines of own text | built | growth |\n|--:|--:|--:|--:|--:|--:|--:|");
  rows.forEach(({ items }, place) =>
    console.log(`| ${items} | ${items / 10} | ${composed[place].toFixed(0)} ms | ${growth(composed, place)} | ${items * 2} | ${own[place].toFixed(0)} ms | ${growth(own, place)} |`));
} finally {
  rmSync(work, { recursive: true, force: true });
}
