// What a page is watched with: put in before its first script, the same for every participant.

/**
 * Runs in the page. A thing is in sight in the first frame at whose beginning its box lies in the viewport and is not hidden or wholly
 * transparent, so one that fades or slides in counts from its first trace; the time is taken in the first task after that frame.
 */
const watch = ({ host, notice, dialog }) => {
  const seen = { tasks: [], shifts: [], paint: null };
  const observe = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe("longtask", ({ duration }) => seen.tasks.push(duration));
  observe("layout-shift", ({ value, hadRecentInput }) => hadRecentInput || seen.shifts.push(value));
  observe("paint", ({ name, startTime }) => name === "first-contentful-paint" && (seen.paint = startTime));

  const find = (selector) => selector && ((host ? document.querySelector(host)?.shadowRoot : document)?.querySelector(selector) ?? null);
  const inSight = (selector) => {
    const found = find(selector);
    if (!found?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { left, top, right, bottom, width, height } = found.getBoundingClientRect();
    return width > 0 && height > 0 && left < innerWidth && right > 0 && top < innerHeight && bottom > 0;
  };
  const drawn = (done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage(0);
  };
  const frame = (holds) =>
    new Promise((done) => {
      const look = () => (holds() ? drawn(done) : requestAnimationFrame(look));
      requestAnimationFrame(look);
    });

  const stored = () => document.cookie + JSON.stringify({ ...localStorage });
  let before;
  let pressed;
  let painted;
  addEventListener("click", ({ timeStamp }) => {
    pressed ??= timeStamp;
    painted ??= frame(() => true);
  }, true);
  const since = async (holds) => {
    const now = await frame(() => pressed && holds());
    return { done: now - pressed, painted: (await painted) - pressed };
  };

  window.bench = {
    seen,
    visible: notice && frame(() => inSight(notice)),
    find,
    /** Where a control is, to press it there. */
    place: (selector) => {
      const { left, top, width, height } = find(selector).getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    },
    /** From now on a click is waited for that puts the notice out of sight and stores something. */
    answer: () => {
      before = stored();
      bench.answered = since(() => !inSight(notice) && stored() !== before);
    },
    /** From now on a click is waited for that shows the dialog. */
    details: () => {
      bench.opened = since(() => inSight(dialog));
    },
    /** What was fetched until then: path, the body's bytes as they came, and whether from the network. */
    fetched: (until = Infinity) =>
      performance.getEntriesByType("navigation").concat(performance.getEntriesByType("resource"))
        .filter(({ responseEnd }) => responseEnd && responseEnd <= until)
        .map(({ name, encodedBodySize, transferSize }) => ({ path: new URL(name).pathname, bytes: encodedBodySize, isFetched: transferSize > 0 })),
    loaded: () => {
      const { domContentLoadedEventEnd, loadEventEnd } = performance.getEntriesByType("navigation")[0];
      return { content: domContentLoadedEventEnd, load: loadEventEnd, paint: seen.paint };
    },
  };
};

/** The script for a participant. */
export const probe = ({ host, notice, dialog }) => `(${watch})(${JSON.stringify({ host, notice, dialog })})`;
