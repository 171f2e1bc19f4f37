// The reporter of Node's tests for `cargo xtask test`: a line for each group of a file, every failure in full, and a summary in JSON, written
// to the file that COURTESY_REPORT names: how many tests of each file passed and failed, how long it took, and the slowest ten tests.

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";

const tests = fileURLToPath(new URL(".", import.meta.url));
const seconds = (time) => `${(time / 1000).toFixed(1)} s`;

/** A test's file, relative to tests/. */
const place = ({ file = "?" }) => file.replace(tests, "");

export default async function* report(events) {
  const files = {};
  const run = [];
  // The tests of a group are reported before it. A group that a helper declares names its file; others are declared in it.
  let waiting = [];
  for await (const { type, data } of events) {
    if (type === "test:stdout" || type === "test:stderr") yield data.message;
    if (type !== "test:pass" && type !== "test:fail") continue;
    waiting.push({ ...data, isFailure: type === "test:fail" });
    if (data.nesting > 0) continue;
    const [name] = data.name.split(", ");
    const file = name.endsWith(".test.mjs") ? name : place(data);
    const count = (files[file] ??= { passed: 0, failed: 0, seconds: 0 });
    count.seconds += data.details.duration_ms / 1000;
    for (const { name: test, isFailure, details: { duration_ms: took, type: kind, error } } of waiting) {
      const isGroup = kind === "suite";
      // A failed group is counted only if none of its tests failed, which means that its preparation did.
      if (isGroup && (!isFailure || error?.failureType === "subtestsFailed")) continue;
      count[isFailure ? "failed" : "passed"]++;
      if (!isGroup) run.push({ file, name: test, took });
      if (isFailure) yield `✗ ${file}: ${test}\n${inspect(error?.cause ?? error)}\n`;
    }
    waiting = [];
    if (data.details.type === "suite") yield `${type === "test:fail" ? "✗" : "✓"} ${data.name} (${seconds(data.details.duration_ms)})\n`;
  }
  const slowest = run.sort((one, other) => other.took - one.took).slice(0, 10);
  if (process.env.COURTESY_REPORT) writeFileSync(process.env.COURTESY_REPORT, JSON.stringify({ files, slowest }));
}
