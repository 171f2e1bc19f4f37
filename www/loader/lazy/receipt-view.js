// The view of the receipt, as the elements that the app draws (src/views/element.rs): what was decided, when and how, whether it counts,
// what the site states, and the whole receipt.

const element = (name, inside, more) => ({ name, inside, ...more });
const text = (name, words, more) => ({ name, text: words, ...more });
const fact = (term, words, otherwise) =>
  words ? text("fact", words, { term }) : text("unstated", otherwise, { term });
const act = (name, words) => text("button", words, { view: "receipt-" + name });

/** A line that what comes of an act is announced in. The app must find another text than any of its own there, to draw over it. */
const STATUS = text("status", "\u200B");

/** The elements in which nothing is on record. */
export const unrecorded = (words) => [element("", [text("p", words.none), STATUS])];

/** What one act did: the events of the same moment and method. */
const acts = (events) => {
  const found = [];
  for (const event of events) {
    const last = found.at(-1)?.[0];
    if (last?.at === event.at && last.method === event.method) found.at(-1).push(event);
    else found.push([event]);
  }
  return found;
};

/** The pieces of the view: `names` by key, `status` of a key, `counts` whether the record does, `receipt` as text. */
export const recounted = ({ intro, words, stated }, record, { site, names, status, counts, receipt }) => {
  const moment = (at) => {
    // In the calendar and the digits of the dates beside it.
    const format = new Intl.DateTimeFormat(site.language, {
      dateStyle: "long",
      timeStyle: "long",
      calendar: "gregory",
      numberingSystem: "latn",
    });
    return format.format(new Date(at));
  };
  const list = new Intl.ListFormat(site.language);
  const purpose = (key) => key.split("/")[0];
  // A purpose speaks for its services.
  const spoken = (keys) => keys.filter((key) => key === purpose(key) || !keys.includes(purpose(key)));
  const named = (keys) =>
    list.format(
      spoken(keys)
        .flatMap((key) => [...new Set([purpose(key), key])])
        .map((key) => names[key] ?? key),
    );
  // A service is told of by itself where it differs from its purpose; where nothing is asked there is nothing to tell.
  const decided = Object.keys(site.optional ? site.facts : {})
    .filter((key) => key === purpose(key) || status(key) !== status(purpose(key)))
    .map((key) => fact(named([key]), words[status(key)]));
  const history = acts(record.events)
    .reverse()
    .map((events) =>
      element("li", [
        element("h4", [text("time", moment(events[0].at), { datetime: events[0].at })]),
        element("dl", [
          ...events.map(({ state, purposes }) =>
            state === "not_required"
              ? text("fact", words.closed, { term: words.how })
              : fact(words[state], named(purposes), words.notStated),
          ),
          ...(events[0].state === "not_required" ? [] : [fact(words.how, words[events[0].method], words.notStated)]),
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
    counts
      ? element(
          "fact",
          [text("", before), text("time", moment(record.expires), { datetime: record.expires }), text("", after)],
          { term: words.counts },
        )
      : fact(words.counts, words.lapsed),
    fact(words.version, record.notice.version),
    ...(record.gpc === null ? [] : [fact(words.signal, record.gpc ? words.signalOn : words.signalOff)]),
  ]);
  return [
    element("", [
      text("p", intro),
      ...(decided[0] ? [text("h3", words.decided), element("dl", decided)] : []),
      about,
      element("p", [act("copy", words.copy), act("save", words.save), act("erase", words.erase)]),
      STATUS,
      text("h3", words.history),
    ]),
    element("ul", history, { class: "entries" }),
    element("", [text("h3", words.stated), ...(isEarlier ? [text("p", words.earlier)] : [])]),
    ...stated,
    // It is read from left to right in every language, and is in none.
    element("details", [text("summary", words.whole), element("div", [text("pre", receipt)], { lang: "zxx" })]),
  ];
};
