// The tables of the comparison, in Markdown: `speed` for docs/speed.md, `readme` for the README. Reads what compare.mjs wrote.

import { readFileSync } from "node:fs";
import { folder } from "../e2e/suite.mjs";
import { added, reader } from "./figures.mjs";
import { CONDITIONS } from "./tab.mjs";
import { better, targets } from "./verdicts.mjs";

const compared = JSON.parse(readFileSync(folder("target/bench/compared.json"), "utf8"));
const read = reader(compared);
const { machine, rounds } = compared;
const widgets = compared.who.filter(({ isPage }) => !isPage);
const shown = [compared.who[0], ...widgets];
const US = "courtesy";

const grouped = (number) => Math.round(number).toLocaleString("en");
const whole = (found) => (found ? grouped(found.middle) : "–");
const ms = (found) => (found ? (found.most < 0.5 ? "0" : `${grouped(found.middle)} (${grouped(found.low)}–${grouped(found.high)})`) : "–");
const ratio = (found, ours) => (found && ours ? `× ${(found.middle / ours.middle).toFixed(2)}` : "–");
const signed = (number) => (number < -0.5 ? "−" : "+") + grouped(Math.abs(number));
const title = ({ name, version }) => (version ? `${name} ${version}` : name);

const table = (heads, rows) => [heads, heads.map((_, place) => (place ? "--:" : "---")), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
const fetched = () =>
  table(["", "bytes until in sight", "to ours", "requests", "bytes until decided", "requests", "heap, KB more"], widgets.map((one) => {
    const of = (measure) => read("slow", one.id, measure);
    const heap = (of("heap").middle - read("slow", "none", "heap").middle) / 1000;
    return [title(one), whole(of("bytesVisible")), ratio(of("bytesVisible"), read("slow", US, "bytesVisible")), whole(of("requestsVisible")), whole(of("bytesDecided")), whole(of("requestsDecided")), grouped(heap)];
  }));
const shows = (condition) =>
  table(["", "notice in sight, ms", "to ours", "page's first paint, ms", "longest task, ms", "layout shift"], shown.map((one) => {
    const of = (measure) => read(condition, one.id, measure);
    const task = of("task").middle;
    return [title(one), ms(of("visible")), ratio(of("visible"), read(condition, US, "visible")), ms(of("paint")), task < 50 ? "under 50" : grouped(task), of("shift").most ? of("shift").most.toFixed(3) : "0"];
  }));
const clicks = (condition) =>
  table(["", "click answered, ms", "notice gone, ms", "details: answered, ms", "details shown, ms", "to ours", "details shown, warmed, ms", "to ours"], widgets.map((one) => {
    const of = (measure) => read(condition, one.id, measure);
    const ours = (measure) => ratio(of(measure), read(condition, US, measure));
    return [title(one), ms(of("answer")), ms(of("gone")), ms(of("coldAnswer")), ms(of("cold")), ours("cold"), ms(of("warmed")), ours("warmed")];
  }));
const returns = (condition) =>
  table(["", "bytes", "requests", "from the cache", "DOMContentLoaded, ms", "load, ms", "scripts, styles, layout, ms", "main thread in all, ms"], compared.who.map((one) => {
    const of = (measure) => read(condition, one.id, measure);
    const cell = (measure) => {
      if (one.id === "none") return ms(of(measure));
      const { more, isMeasurable } = added(read, condition, one.id, measure);
      return isMeasurable ? `**${signed(more)}**` : signed(more);
    };
    return [title(one), whole(of("backBytes")), whole(of("backRequests")), whole(of("backCached")), cell("content"), cell("load"), cell("drew"), cell("worked")];
  }));

const measuredOn = `Measured on ${machine.date} in Chromium ${machine.browser} on ${machine.system}, ${machine.cores} × ${machine.processor}: medians of ${rounds} rounds`;
const each = (make) => Object.entries(CONDITIONS).map(([condition, { name }]) => `**${name[0].toUpperCase()}${name.slice(1)}**\n\n${make(condition)}`).join("\n\n");

const speed = () => `${measuredOn}, in brackets the middle half of them.

### Targets

${targets(read, widgets).map(({ isMet, text }) => `- ${isMet ? "Met" : "**Missed**"}: ${text}`).join("\n")}

Where a peer is better than “Courtesy, asking”, the middle half of its figures wholly below ours:

${better(read, widgets).map(({ what, ahead, ours }) => `- ${what}: ${ahead.join(", ")}; ours ${ours}`).join("\n") || "- nowhere in this run"}

### What a first visit fetches and keeps

${fetched()}

### Until the notice is in sight

${each(shows)}

### Clicks

${each(clicks)}

### The visitor who returns and has decided

The first row is the page without any; the others say what they add to it, bold where that is more than chance makes of the same page
(its middle half, or what lies between it and the same page again).

${each(returns)}

### How each was set up

${widgets.map((one) => `- ${title(one)}: ${one.setup}.`).join("\n")}`;

const readme = () => `${table(["", "first visit, bytes", "notice in sight, ms", "click answered, ms", "details shown, ms", "returning: load, ms more"], widgets.map((one) => {
  const of = (measure) => read("slow", one.id, measure);
  return [title(one), whole(of("bytesVisible")), whole(of("visible")), whole(of("answer")), whole(of("cold")), signed(added(read, "slow", one.id, "load").more)];
}))}

${measuredOn}, on slow 4G with a CPU slowed four times; all of it, and how, is in [docs/speed.md](docs/speed.md). osano's
holds nothing back and has no view of details. Where a peer is better: ${better(read, widgets, true).map(({ what, ahead, ours }) => `${what} (${ahead[0]}; ours ${ours})`).join("; ") || "nowhere in this run"}.`;

const makers = { speed, readme };
console.log(makers[process.argv[2]]());
