// Runs test files, three at a time, in the order in which they are named: `node --test` sorts them, and would begin some of the longest last.

import { resolve } from "node:path";
import { run } from "node:test";
import report from "./reporter.mjs";

/** Three engines are enough to occupy two cores. */
const AT_ONCE = 3;

const tests = run({ files: process.argv.slice(2).map((file) => resolve(file)), concurrency: AT_ONCE });
tests.on("test:fail", () => (process.exitCode = 1));
tests.compose(report).pipe(process.stdout);
