// What the figures come to: the targets that are met or missed, and where a peer is better. Written from the figures alone.

import { added } from "./figures.mjs";

const US = "courtesy";
const grouped = (number) => Math.round(number).toLocaleString("en");
const ms = (number) => `${grouped(number)} ms`;
const bytes = (number) => `${grouped(number)} bytes`;
const signed = (number) => (number < 0 ? "−" : "+") + ms(Math.abs(number));
const list = (texts) => texts.join(", ");

/** The targets, each with whether it is met and the figures that say so. */
export const targets = (read, widgets) => {
  const [ours, peers] = [widgets.filter(({ isOurs }) => isOurs), widgets.filter(({ isOurs }) => !isOurs)];
  const least = (condition, measure) =>
    peers.map(({ id, name }) => ({ name, ...read(condition, id, measure) })).reduce((one, other) => (other.middle < one.middle ? other : one));
  const before = (measure, say, what) => {
    const peer = least("slow", measure);
    const own = ours.map(({ id }) => read("slow", id, measure).middle);
    return { isMet: own.every((middle) => middle < peer.middle), text: `${what}: ${list(own.map(say))}; the nearest peer, ${peer.name}, ${say(peer.middle)}.` };
  };
  const worst = (measure, of = "middle", condition = "slow") => Math.max(...ours.map(({ id }) => read(condition, id, measure)[of]));
  const returns = Object.entries({ slow: "slow 4G", fast: "not slowed down" }).map(([condition, name]) => {
    const compared = [["content", "DOMContentLoaded"], ["load", "load"], ["worked", "main-thread work"]].map(([measure, what]) => {
      const all = ours.map(({ id }) => added(read, condition, id, measure));
      const empty = added(read, condition, "empty", measure);
      const isMeasurable = all.some(({ isMeasurable }) => isMeasurable);
      const text = `${what} ${list(all.map(({ more }) => signed(more)))} (${isMeasurable ? "measurable; " : ""}chance ${ms(all[0].chance)}, an empty script ${signed(empty.more)})`;
      return { isMeasurable, text };
    });
    return {
      isMet: !compared.some(({ isMeasurable }) => isMeasurable),
      text: `a returning visit is not measurable from the page without a widget, ${name}: ${compared.map(({ text }) => text).join("; ")}.`,
    };
  });
  const fetches = worst("backRequests", "most");
  const within = (measure, what) => ({
    isMet: worst(measure) <= 50,
    text: `${what} within 50 ms with the CPU slowed four times: ${list(ours.map(({ id }) => ms(read("slow", id, measure).middle)))}; the slowest of all rounds ${ms(worst(measure, "most"))}.`,
  });
  const shift = Math.max(worst("shift", "most"), worst("shift", "most", "fast"));
  const task = worst("task", "most");
  return [
    before("visible", ms, "the notice is in sight before every peer's on slow 4G"),
    before("bytesVisible", bytes, "a first visit fetches fewer bytes than with every peer"),
    ...returns,
    { isMet: fetches === 0, text: `a returning visit asks the network for nothing more than the page does: ${fetches} requests.` },
    within("answer", "a click is answered"),
    within("coldAnswer", "a click on the details is answered, saying that they open,"),
    { isMet: worst("task") < 50, text: `no task over 50 ms with the CPU slowed four times, from the start to the answer: ${task ? `${worst("task") ? `in the middle round ${ms(worst("task"))}` : "none in most rounds"}, the longest of all ${ms(task)}` : "none in any round"}.` },
    { isMet: shift === 0, text: `no layout shift: ${shift}.` },
  ];
};

/** The measures in which less is better, as a sentence says them, and whether the README says so too. */
const COMPARED = [
  ["bytesVisible", "slow", "fetches less on a first visit", bytes, true],
  ["visible", "slow", "its notice is in sight sooner on slow 4G", ms, true],
  ["visible", "fast", "its notice is in sight sooner where nothing is slow", ms],
  ["paint", "slow", "the page's first paint is earlier on slow 4G", ms],
  ["answer", "slow", "a click is answered sooner with the slowed CPU", ms, true],
  ["gone", "slow", "the notice is gone sooner with the slowed CPU", ms],
  ["cold", "slow", "details open sooner on slow 4G, all of it being there already", ms, true],
  ["warmed", "slow", "warmed details open sooner with the slowed CPU", ms],
  ["cold", "fast", "details open sooner where nothing is slow", ms],
  ["heap", "slow", "keeps less in the heap, the page's own included", (number) => `${grouped(number / 1000)} KB`, true],
  ["load", "slow", "a returning visit has loaded earlier with the slowed CPU", ms, true],
  ["worked", "slow", "a returning visit works less on the main thread with the slowed CPU", ms, true],
];

/** Where a peer's middle half lies wholly below ours: what it is, the peers ahead from the best on, and ours. */
export const better = (read, widgets, isBrief = false) =>
  COMPARED.filter(([, , , , isFirst]) => isFirst || !isBrief).flatMap(([measure, condition, what, say]) => {
    const own = read(condition, US, measure);
    const ahead = widgets.filter(({ isOurs }) => !isOurs).map(({ id, name }) => ({ name, ...read(condition, id, measure) }))
      .filter(({ high }) => high < own.low).sort((one, other) => one.middle - other.middle);
    return ahead.length ? [{ what, ahead: ahead.map(({ name, middle }) => `${name} ${say(middle)}`), ours: say(own.middle) }] : [];
  });
