// This widget beside its peers in a real Chromium: rounds of visits, in turn and each round in another order. Writes all figures as JSON.

import { mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { cpus, type } from "node:os";
import { engines, startEngine } from "../e2e/engines.mjs";
import { folder } from "../e2e/suite.mjs";
import { serve } from "./cdn.mjs";
import { files } from "./page.mjs";
import { participants } from "./participants.mjs";
import { CONDITIONS } from "./tab.mjs";
import { visits } from "./visits.mjs";

if (!engines.chromium) throw new Error("this benchmark needs Chromium");
const rounds = Number(process.env.COURTESY_ROUNDS ?? 5);
const only = process.env.COURTESY_WHO?.split(",");
const all = participants().filter(({ id }) => !only || only.includes(id));
const measured = Object.fromEntries(Object.keys(CONDITIONS).map((condition) => [condition, Object.fromEntries(all.map(({ id }) => [id, []]))]));
const { session, end } = await startEngine("chromium");
const servers = [];
try {
  await session.manage().setTimeouts({ script: 15_000, pageLoad: 30_000 });
  await session.manage().window().setRect({ width: 1280, height: 800, x: 0, y: 0 });
  for (const participant of all) {
    const server = await serve(files(participant));
    servers.push(server);
    participant.origin = server.origin;
  }
  let plain;
  // One round before the first is not counted: the browser itself warms up.
  for (let round = 0; round <= rounds; round++) {
    const begun = performance.now();
    const turn = round % all.length;
    for (const [condition, given] of Object.entries(CONDITIONS)) {
      for (const participant of round ? [...all.slice(turn), ...all.slice(0, turn)] : all) {
        const come = () => visits(session, given, participant, plain);
        const figures = await come().catch((fault) => {
          console.error(`${participant.id}, ${given.name}: ${fault.message}; its visits are made again, once`);
          return come();
        });
        plain ??= figures.first.page;
        if (round) measured[condition][participant.id].push(figures);
      }
      if (!round) break;
    }
    console.error(`round ${round} of ${rounds}: ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  }
  const browser = (await session.getCapabilities()).get("browserVersion");
  const system = await readFile("/etc/os-release", "utf8").then((text) => /^PRETTY_NAME="(.*)"$/m.exec(text)[1], () => type());
  const machine = { date: new Date().toISOString().slice(0, 10), browser, system, cores: cpus().length, processor: cpus()[0].model.trim() };
  const file = folder("target/bench/compared.json");
  mkdirSync(folder("target/bench"), { recursive: true });
  writeFileSync(file, JSON.stringify({ machine, rounds, measured, who: all.map(({ id, name, version, setup, isOurs, isPage }) => ({ id, name: name ?? id, version, setup, isOurs, isPage })) }));
} finally {
  await end();
  await Promise.all(servers.map((server) => server.close()));
}
