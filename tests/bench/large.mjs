// A site as large as one can be: so many items, a tenth as many services, a log of groups and periods, and a policy by lines.

/** The site file of so many items. */
export const site = (items, more = {}) => {
  const count = (number, make) => Array.from({ length: number }, (_, place) => make(place));
  const purpose = (place) => `p${place % 20}`;
  return {
    name: "Large",
    controller: { contacts: [{ email: "a@b.example" }] },
    purposes: count(20, (place) => ({ id: purpose(place), title: `Purpose ${place}`, description: "Does its part.", nature: "function", exemption: "strictly-necessary" })),
    services: count(items / 10, (place) => ({ id: `s${place}`, name: `Service ${place}`, role: "does a part of the work", kind: "processor", purposes: [purpose(place)], data: "what it needs" })),
    items: count(items, (place) => ({ kind: place % 2 ? "cookie" : "local-storage", name: `item_${place}`, purpose: purpose(place), setBy: `s${place % (items / 10)}`, duration: "P1Y", description: `Keeps thing number ${place}.` })),
    collected: count(items / 20, (place) => ({ group: `Group ${place}`, data: ["this", "that"], source: "automatic", purposes: [purpose(place)] })),
    retention: count(items / 20, (place) => ({ what: `Kind ${place}`, period: "P90D" })),
    ...more,
  };
};

/** A policy of so many lines: a heading, then nine lines of text or bullets. */
export const policy = (lines) =>
  Array.from({ length: lines }, (_, line) => {
    if (line % 10 === 0) return `${line / 10 + 1}. Part ${line / 10 + 1}`;
    return `${line % 3 ? "" : "- "}Line ${line} says what happens to the data that it is about, and for how long; ask at ask@large.example.`;
  }).join("\n");

/** The middle of some numbers. */
export const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];
