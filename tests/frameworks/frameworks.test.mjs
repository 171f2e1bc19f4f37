// Courtesy in real frameworks, each with pages that change without a new document: the same promises hold in every one.

import { run, test } from "../e2e/suite.mjs";
import { chosen } from "./apps.mjs";
import { OF_CHILDREN, OF_LATE, OF_SLOW } from "./hydrating.mjs";
import { OF_COPIES, PROMISES } from "./promises.mjs";
import { inApp } from "./site.mjs";
import { startsAnew } from "./visitor.mjs";

const declare = (name, app, made) => (promises, more = {}) => {
  for (const [promise, hold] of Object.entries(promises)) {
    test(`${name}: ${promise}`, { only: app.engines, made: () => inApp(made), ...more }, async (visit) => {
      await startsAnew(visit);
      await hold({ ...visit, app });
    });
  }
};

// A build takes longer than a test may, and nothing else keeps Node awake meanwhile.
const awake = setInterval(() => {}, 1000);
for (const [name, app] of chosen) {
  const holds = declare(name, app, await app.made());
  holds(PROMISES);
  if (app.copies) holds(OF_COPIES);
  if (app.late) holds(OF_LATE);
  if (app.slow) holds(OF_SLOW, { only: ["chromium"] });
  if (app.children) holds(OF_CHILDREN, { console: [/template> for .{1,2}media.{1,2} is no gate/] });
}
clearInterval(awake);

run();
