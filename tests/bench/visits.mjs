// The visits of one participant in one round: the first, with an answer; two that return; two that look into the details.

import { OWN } from "./page.mjs";
import { probe } from "./probe.mjs";
import { forget, inTab, wait } from "./tab.mjs";

/**
 * How long a visitor reads before a click (tarteaucitron answers none in its first half second), and how long a page is left alone
 * before it is asked what it did.
 */
const READS = 800;
const SETTLES = 250;
/** How long the pointer rests on a control before a click that finds everything warmed. */
const RESTS = 500;

/** What was fetched, without what is the page's own; the page itself counts by how much larger it is. */
const cost = (fetched, plain) => {
  const [page] = fetched;
  const more = fetched.filter(({ path }) => !OWN.includes(path));
  const network = more.filter(({ isFetched }) => isFetched);
  return {
    bytes: network.reduce((sum, { bytes }) => sum + bytes, Math.max(0, page.bytes - plain)),
    requests: network.length,
    cached: more.length - network.length,
  };
};

const first = (session, condition, participant, plain) =>
  inTab(session, condition, probe(participant), async ({ go, ask, press, heap }) => {
    await go(participant.origin + "/");
    const seen = await ask("const at = await bench.visible; return { at, fetched: bench.fetched(at ?? Infinity) }");
    let answered;
    if (participant.answer) {
      await wait(READS);
      await press(await ask(`bench.answer(); return bench.place(${JSON.stringify(participant.answer)})`));
      answered = await ask("return await bench.answered");
    }
    await wait(SETTLES);
    const { all, tasks, shifts, loaded } = await ask("return { all: bench.fetched(), ...bench.seen, loaded: bench.loaded() }");
    return {
      // The page without any tells the others how large it is.
      page: all[0].bytes,
      visible: seen.at, untilVisible: cost(seen.fetched, plain ?? all[0].bytes), untilDecided: cost(all, plain ?? all[0].bytes),
      answer: answered?.painted, gone: answered?.done,
      paint: loaded.paint, load: loaded.load,
      task: Math.max(0, ...tasks), shift: shifts.reduce((sum, value) => sum + value, 0),
      heap: await heap(),
    };
  });

const returning = (session, condition, participant, plain) =>
  inTab(session, condition, probe({ host: participant.host }), async ({ go, ask, worked }) => {
    await go(participant.origin + "/");
    await wait(SETTLES);
    const { all, loaded, tasks } = await ask("return { all: bench.fetched(), loaded: bench.loaded(), tasks: bench.seen.tasks }");
    return { ...cost(all, plain ?? all[0].bytes), content: loaded.content, load: loaded.load, ...(await worked()), task: Math.max(0, ...tasks) };
  });

/** From the click on the control to the dialog in sight. */
const details = (session, condition, participant, rest) =>
  inTab(session, condition, probe(participant), async ({ go, ask, press }) => {
    await go(participant.origin + "/");
    await ask("await bench.visible; return 1");
    await wait(READS - rest);
    await press(await ask(`bench.details(); return bench.place(${JSON.stringify(participant.details)})`), rest);
    return ask("return await bench.opened");
  });

/** All visits of a participant under a condition. `plain` is the size of the page without any, where that is known. */
export const visits = async (session, condition, participant, plain) => {
  const { origin } = participant;
  await forget(session, origin);
  const come = await first(session, condition, participant, plain);
  const back = [await returning(session, condition, participant, plain), await returning(session, condition, participant, plain)];
  const opened = {};
  if (participant.details) {
    for (const [name, rest] of [["cold", 0], ["warmed", RESTS]]) {
      await forget(session, origin);
      opened[name] = await details(session, condition, participant, rest);
    }
  }
  return { first: come, back, details: opened };
};
