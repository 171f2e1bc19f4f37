// The published types (www/courtesy.d.ts) and the running code say the same: what a page sees is written down as literals, and the
// compiler holds them against the types. A field too many is an error as well as one too few.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import ts from "typescript";
import { page, folder, run, test } from "./suite.mjs";

const types = readFileSync(folder("www/courtesy.d.ts"), "utf8");

/** The language's own libraries, read once. */
const libraries = new Map();

/** What the compiler finds wrong in a text that stands beside the types. */
const faults = (text) => {
  const files = { "/types/courtesy.d.ts": types, "/types/seen.ts": `import type { Courtesy, Events, VisitorRecord } from "./courtesy";\n${text}` };
  const options = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
  const host = ts.createCompilerHost(options);
  const [getSourceFile, fileExists] = [host.getSourceFile, host.fileExists];
  host.getSourceFile = (name, ...rest) => {
    if (files[name]) return ts.createSourceFile(name, files[name], ts.ScriptTarget.ES2022);
    if (!libraries.has(name)) libraries.set(name, getSourceFile(name, ...rest));
    return libraries.get(name);
  };
  host.fileExists = (name) => name in files || fileExists(name);
  host.directoryExists = undefined;
  const found = ts.getPreEmitDiagnostics(ts.createProgram(["/types/seen.ts"], options, host));
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
};

const EVENTS = ["ready", "shown", "decided", "changed", "closed", "problem"];
const early = `window.seen = []; for (const name of ${JSON.stringify(EVENTS)}) document.addEventListener("courtesy:" + name, ({ detail }) => seen.push([name, JSON.parse(JSON.stringify(detail))]));`;
const body = '<script type="text/plain" data-purpose="analitics">0</script>';

test("every member, event and record of a visit is what the types say", { site: "mediux", early, pages: { "/": page({ body }) }, console: [/analitics/, /decide\(\) takes/] },
  async ({ widget }) => {
    await widget.noticeShows();
    const kinds = await widget.run("return Object.fromEntries(Object.keys(courtesy).map((name) => [name, name === 'mode' ? 'mode' : typeof courtesy[name]]))");
    const answers = await widget.session.executeAsyncScript(`
      const done = arguments[0];
      (async () => {
        const found = { first: courtesy.record() };
        found.bad = await courtesy.decide({ analitics: true });
        found.good = await courtesy.decide({ analytics: true, preferences: false });
        found.status = [courtesy.status("analytics"), courtesy.status("preferences"), courtesy.status("essential"), courtesy.status("nothing")];
        found.record = courtesy.record();
        await courtesy.open("details");
        await courtesy.close();
        found.withdrawn = await courtesy.withdraw();
        found.after = courtesy.record();
        return found;
      })().then(done);`);
    await widget.until("the dialog is closed, and the word after the withdrawal is there", "return seen.some(([name]) => name === 'problem') && document.querySelector('courtesy-host').shadowRoot.querySelector('.afterwards')");
    const seen = await widget.run("return seen");
    assert.deepEqual([...new Set(seen.map(([name]) => name))].sort(), [...EVENTS].sort(), "each event was seen");
    const literal = (value) => JSON.stringify(value);
    const lines = [
      `const members: Record<keyof Courtesy, string> = ${literal(kinds)};`,
      ...seen.map(([name, detail]) => `({ detail: ${literal(detail)} }) satisfies { detail: Events["${name}"] };`),
      ...[answers.record, answers.after].map((record) => `(${literal(record)}) satisfies VisitorRecord;`),
      `(${literal([answers.first])}) satisfies [ReturnType<Courtesy["record"]>];`,
      `(${literal([answers.bad, answers.good, answers.withdrawn])}) satisfies Awaited<ReturnType<Courtesy["decide"]>>[];`,
      `(${literal(answers.status)}) satisfies ReturnType<Courtesy["status"]>[];`,
    ];
    assert.deepEqual([answers.bad, answers.good, answers.withdrawn], [false, true, true]);
    assert.deepEqual(faults(lines.join("\n")), []);
  });

test("the compiler finds a field too many, one too few, and a name that is not there", { only: ["chromium"] }, async () => {
  for (const line of [
    `({ mode: "notice", reason: null, more: 1 }) satisfies Events["ready"];`,
    `({ mode: "notice" }) satisfies Events["ready"];`,
    `({ view: "settings" }) satisfies Events["shown"];`,
    `window.courtesy.decide("accept");`,
    `window.courtesy.on("changed", ({ refused }) => refused);`,
  ]) assert.equal(faults(line).length > 0, true, line);
  const usage = `window.courtesy.on("changed", ({ granted }) => granted.includes("analytics"));
    document.addEventListener("courtesy:decided", ({ detail }) => detail.record.choices["analytics"]);
    const done: Promise<boolean> = window.courtesy.withdraw("analytics");`;
  assert.deepEqual(faults(usage), []);
});

run();
