// The figures of all rounds as numbers that can be compared: medians, the middle half, and what is told apart from chance.

const sorted = (numbers) => numbers.filter((number) => Number.isFinite(number)).sort((one, other) => one - other);
const at = (numbers, part) => {
  const place = (numbers.length - 1) * part;
  const [low, high] = [Math.floor(place), Math.ceil(place)];
  return numbers[low] + (numbers[high] - numbers[low]) * (place - low);
};

/** What some numbers come to; undefined where there are none. */
export const spread = (numbers) => {
  const all = sorted(numbers);
  return all.length ? { middle: at(all, 0.5), low: at(all, 0.25), high: at(all, 0.75), least: all[0], most: all.at(-1) } : undefined;
};

/** The measures: from a round's figures to one number, or several. */
const MEASURES = {
  bytesVisible: ({ first }) => first.untilVisible.bytes,
  requestsVisible: ({ first }) => first.untilVisible.requests,
  bytesDecided: ({ first }) => first.untilDecided.bytes,
  requestsDecided: ({ first }) => first.untilDecided.requests,
  visible: ({ first }) => first.visible,
  paint: ({ first }) => first.paint,
  task: ({ first }) => first.task,
  shift: ({ first }) => first.shift,
  answer: ({ first }) => first.answer,
  gone: ({ first }) => first.gone,
  heap: ({ first }) => first.heap,
  coldAnswer: ({ details }) => details.cold?.painted,
  cold: ({ details }) => details.cold?.done,
  warmed: ({ details }) => details.warmed?.done,
  backBytes: ({ back }) => back.map(({ bytes }) => bytes),
  backRequests: ({ back }) => back.map(({ requests }) => requests),
  backCached: ({ back }) => back.map(({ cached }) => cached),
  content: ({ back }) => back.map(({ content }) => content),
  load: ({ back }) => back.map(({ load }) => load),
  drew: ({ back }) => back.map(({ drew }) => drew),
  worked: ({ back }) => back.map(({ worked }) => worked),
};

/** `read(condition, participant, measure)` of what was measured. */
export const reader = ({ measured }) => (condition, id, measure) => spread(measured[condition][id].flatMap(MEASURES[measure]).map((value) => value ?? NaN));

/**
 * How much more a participant takes than the page without any, and whether that is more than chance: more than the middle half of that
 * page's own figures spans, and more than lies between that page and the same page again.
 */
export const added = (read, condition, id, measure) => {
  const [page, again, own] = ["none", "none-again", id].map((who) => read(condition, who, measure));
  const more = own.middle - page.middle;
  const chance = Math.max(page.high - page.low, again.high - again.low, Math.abs(again.middle - page.middle));
  return { more, chance, isMeasurable: more > chance };
};
