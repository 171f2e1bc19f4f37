// How `cargo xtask test` reads Node's tests: a line for each group of a file, every failure in full, and at the end a summary in JSON, in the
// file that COURTESY_REPORT names.

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";

const tests = fileURLToPath(new URL(".", import.meta.url));
const seconds = (time) => `${(time / 1000).toFixed(1)} s`;

/** Where a test is, as its file in tests/. */
const place = ({ file = "?" }) => file.replace(tests, "");

export default async function* report(events) {
  const files = {};
  const run = [];
  for await (const { type, data } of events) {
    if (type === "test:stdout" || type === "test:stderr") yield data.message;
    if (type !== "test:pass" && type !== "test:fail") continue;
    const { name, nesting, details: { duration_ms: took, type: kind, error } } = data;
    const isFailure = type === "test:fail";
    const file = (files[place(data)] ??= { passed: 0, failed: 0 });
    const isGroup = kind === "suite";
    // A group fails with its tests, which are counted; one whose preparation failed has none that did.
    const isCounted = !isGroup || (isFailure && error?.failureType !== "subtestsFailed");
    if (isCounted) file[isFailure ? "failed" : "passed"]++;
    if (!isGroup) run.push({ file: place(data), name, took });
    if (isFailure && isCounted) yield `✗ ${place(data)}: ${name}\n${inspect(error?.cause ?? error)}\n`;
    if (isGroup && nesting === 0) yield `${isFailure ? "✗" : "✓"} ${place(data)}, ${name} (${seconds(took)})\n`;
  }
  const slowest = run.sort((one, other) => other.took - one.took).slice(0, 10);
  if (process.env.COURTESY_REPORT) writeFileSync(process.env.COURTESY_REPORT, JSON.stringify({ files, slowest }));
}
