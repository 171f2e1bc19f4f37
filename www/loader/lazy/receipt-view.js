// The receipt view, as the elements that the app draws (src/views/element.rs): each decision with its time and method,
// whether it is still valid, what the site declares, and the whole receipt.

/** @import { Key, RecordEvent, Site, Status, VisitorRecord } from "../types.js" */
/** @import { ReceiptView } from "./receipt-actions.js" */

import { dateLocale } from "../page/date-locale.js";

/**
 * An element of a view; `Element` in src/views/element.rs.
 * @typedef {object} ViewElement
 * @property {string} [name] empty for text, and for elements in a row
 * @property {string} [text]
 * @property {ViewElement[]} [inside]
 * @property {string} [term]
 * @property {string} [class]
 * @property {string} [datetime]
 * @property {string} [lang]
 * @property {string} [view]
 */

/** @typedef {Record<string, string>} ReceiptWords the texts by name, with one for each status and each method */

/**
 * @param {string} name
 * @param {ViewElement[]} inside
 * @param {ViewElement} [attributes]
 * @returns {ViewElement}
 */
const element = (name, inside, attributes) => ({ name, inside, ...attributes });
/**
 * @param {string} name
 * @param {string} words
 * @param {ViewElement} [attributes]
 * @returns {ViewElement}
 */
const text = (name, words, attributes) => ({ name, text: words, ...attributes });
/**
 * A fact in a list; nothing if it is unknown.
 * @param {string} term
 * @param {string} words
 */
const fact = (term, words) => (words ? [text("fact", words, { term })] : []);
/**
 * @param {string} name
 * @param {string} words
 */
const button = (name, words) => text("button", words, { view: "receipt-" + name });

/** The status line. The app redraws it only if its own text differs, so it starts with one that no message has. */
const STATUS = text("status", "\u200B");

/**
 * The view while there is no record.
 * @param {ReceiptWords} words
 */
export const emptyReceipt = (words) => [element("", [text("p", words.none), STATUS])];

/**
 * Groups the events of the same time and method: one act of the visitor.
 * @param {RecordEvent[]} events
 */
const groupByAct = (events) => {
  /** @type {RecordEvent[][]} */
  const acts = [];
  for (const event of events) {
    const last = acts.at(-1)?.[0];
    if (last?.at === event.at && last.method === event.method) /** @type {RecordEvent[]} */ (acts.at(-1)).push(event);
    else acts.push([event]);
  }
  return acts;
};

/**
 * The view of a record.
 * @param {Pick<ReceiptView, "intro" | "words" | "stated">} view what the build prepared
 * @param {VisitorRecord} record
 * @param {object} context
 * @param {Pick<Site, "facts" | "language" | "mode" | "notice" | "optional">} context.site
 * @param {Record<Key, string>} context.names
 * @param {(key: Key) => Status} context.status
 * @param {boolean} context.counts whether the record is still valid
 * @param {string} context.receipt
 * @returns {ViewElement[]}
 */
export const receiptElements = ({ intro, words, stated }, record, { site, names, status, counts, receipt }) => {
  /** @param {string} at */
  const dateTime = (at) => {
    // The calendar and digits of the dates that the build writes.
    const format = new Intl.DateTimeFormat(dateLocale(site.language), {
      dateStyle: "long",
      timeStyle: "long",
      calendar: "gregory",
      numberingSystem: "latn",
    });
    return format.format(new Date(at));
  };
  const list = new Intl.ListFormat(site.language);
  /** @param {Key} key */
  const purpose = (key) => key.split("/")[0];
  /**
   * Drops services whose purpose is listed as well.
   * @param {Key[]} keys
   */
  const withoutCovered = (keys) => keys.filter((key) => key === purpose(key) || !keys.includes(purpose(key)));
  /** @param {Key[]} keys */
  const listNames = (keys) =>
    list.format(
      withoutCovered(keys)
        .flatMap((key) => [...new Set([purpose(key), key])])
        .map((key) => names[key] ?? key),
    );
  // A service is listed only if its status differs from its purpose's. A notice that only informs has no decisions.
  const decisions = Object.keys(site.optional ? site.facts : {})
    .filter((key) => key === purpose(key) || status(key) !== status(purpose(key)))
    .flatMap((key) => fact(listNames([key]), words[status(key)]));
  const history = groupByAct(record.events)
    .reverse()
    .map((events) =>
      element("li", [
        element("h4", [text("time", dateTime(events[0].at), { datetime: events[0].at })]),
        element("dl", [
          ...events.flatMap(({ state, purposes }) =>
            state === "not_required" ? fact(words.how, words.closed) : fact(words[state], listNames(purposes)),
          ),
          ...(events[0].state === "not_required" ? [] : fact(words.how, words[events[0].method])),
        ]),
      ]),
    );
  const [before, after] = words.until.split("{date}");
  const isEarlier =
    record.notice.version !== site.notice.version ||
    Object.keys(site.facts).some(
      (key) => (site.mode === "notice" || record.choices[key]) && record.notice.facts[key] !== site.facts[key],
    );
  const about = element("dl", [
    ...(counts
      ? [
          element(
            "fact",
            [text("", before), text("time", dateTime(record.expires), { datetime: record.expires }), text("", after)],
            { term: words.counts },
          ),
        ]
      : fact(words.counts, words.lapsed)),
    ...fact(words.version, record.notice.version),
    ...(record.gpc === null ? [] : fact(words.signal, record.gpc ? words.signalOn : words.signalOff)),
  ]);
  return [
    element("", [
      text("p", intro),
      ...(decisions[0] ? [text("h3", words.decided), element("dl", decisions)] : []),
      about,
      element("p", [button("copy", words.copy), button("save", words.save), button("erase", words.erase)]),
      STATUS,
      text("h3", words.history),
    ]),
    element("ul", history, { class: "entries" }),
    ...(stated[0] ? [element("", [text("h3", words.stated), ...(isEarlier ? [text("p", words.earlier)] : [])])] : []),
    ...stated,
    // JSON reads left to right in every language, and is text of none.
    element("details", [text("summary", words.whole), element("div", [text("pre", receipt)], { lang: "zxx" })]),
  ];
};
