// What the figures come to: the targets that are met or missed, and where a peer is better. Written from the figures alone.

import { added } from "./figures.mjs";

const US = "courtesy";
const ms = (number) => `${Math.round(number)} ms`;
const bytes = (number) => `${Math.round(number)} bytes`;
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
  const most = (condition, measure) => Math.max(...ours.map(({ id }) => read(condition, id, measure).most));
  const returns = Object.entries({ slow: "slow 4G", fast: "not slowed down" }).map(([condition, name]) => {
    const more = ["content", "load", "worked"].map((measure) => ours.map(({ id }) => added(read, condition, id, measure)));
    const [content, load, worked] = more.map((all) => list(all.map(({ more, isMeasurable }) => `${ms(more)}${isMeasurable ? " (measurable)" : ""}`)));
    const chance = more.map(([{ chance }]) => ms(chance));
    return {
      isMet: more.flat().every(({ isMeasurable }) => !isMeasurable),
      text: `a returning visit is not measurable from the page without a widget, ${name}: DOMContentLoaded ${content} later (chance: ${chance[0]}), load ${load} (${chance[1]}), main thread ${worked} more (${chance[2]}).`,
    };
  });
  const fetches = ours.map(({ id }) => read("slow", id, "backRequests").most);
  const [answer, opening] = [most("slow", "answer"), most("slow", "coldAnswer")];
  const shift = Math.max(most("slow", "shift"), most("fast", "shift"));
  const task = most("slow", "task");
  return [
    before("visible", ms, "the notice is in sight before every peer's on slow 4G"),
    before("bytesVisible", bytes, "a first visit fetches fewer bytes than with every peer"),
    ...returns,
    { isMet: fetches.every((count) => count === 0), text: `a returning visit asks the network for nothing more than the page does: ${list(fetches)} requests.` },
    { isMet: answer <= 50, text: `a click is answered within 50 ms with the CPU slowed four times: the slowest of all rounds took ${ms(answer)}.` },
    { isMet: opening <= 50, text: `so is a click on the details, which says that it is opening: the slowest took ${ms(opening)}.` },
    { isMet: task === 0, text: `no task over 50 ms until the notice is answered, with the CPU slowed four times: ${task ? `the longest took ${ms(task)}` : "there was none"}.` },
    { isMet: shift === 0, text: `no layout shift: ${shift.toFixed(3)}.` },
  ];
};

/** The measures in which less is better, as a sentence says them. */
const COMPARED = [
  ["bytesVisible", "slow", "fetches less on a first visit", bytes],
  ["visible", "slow", "its notice is in sight sooner on slow 4G", ms],
  ["visible", "fast", "its notice is in sight sooner where nothing is slow", ms],
  ["paint", "slow", "the page's first paint is earlier on slow 4G", ms],
  ["answer", "slow", "a click is answered sooner with the slowed CPU", ms],
  ["gone", "slow", "the notice is gone sooner with the slowed CPU", ms],
  ["cold", "slow", "details open sooner on slow 4G, all of it being there already", ms],
  ["warmed", "slow", "warmed details open sooner with the slowed CPU", ms],
  ["cold", "fast", "details open sooner where nothing is slow", ms],
  ["heap", "slow", "keeps less in the heap, the page's own included", (number) => `${Math.round(number / 1000)} KB`],
  ["load", "slow", "a returning visit has loaded earlier with the slowed CPU", ms],
  ["worked", "slow", "a returning visit works less on the main thread with the slowed CPU", ms],
];

/** Where a peer's middle half lies wholly below ours. */
export const better = (read, widgets) => {
  const found = COMPARED.flatMap(([measure, condition, what, say]) => {
    const own = read(condition, US, measure);
    const ahead = widgets.filter(({ isOurs }) => !isOurs).map(({ id, name }) => ({ name, ...read(condition, id, measure) })).filter(({ high }) => high < own.low);
    return ahead.length ? [`${what} (${list(ahead.map(({ name, middle }) => `${name} ${say(middle)}`))}; ours ${say(own.middle)})`] : [];
  });
  return found.length ? `${found.join("; ")}.` : "nowhere in this run.";
};
