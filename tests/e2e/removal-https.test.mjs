// Removal over https: a withdrawal also removes cookies that only a secure page can set, those with name prefixes and partitioned ones.

import assert from "node:assert/strict";
import { accepted, afterwards, garden, gatedPage } from "./gated.mjs";
import { run, test } from "./suite.mjs";

const NAMES = ["__Host-figures", "__Secure-figures", "secured", "parted"];
const items = [
  ...NAMES.map((name) => ({ kind: "cookie", name, purpose: "analytics", description: `Cookie ${name}.` })),
  { kind: "cookie", name: "__Host-basket", purpose: "essential", description: "Keeps your basket." },
];
const SET = `
  for (const name of ["__Host-figures", "__Secure-figures", "secured", "__Host-basket"]) document.cookie = name + "=1; path=/; secure";
  document.cookie = "parted=1; path=/; secure; samesite=none; partitioned";
  return document.cookie.split("; ").map((pair) => pair.split("=")[0]).sort()`;

test("secure cookies and those of a partition go with a withdrawal, what is needed stays", {
  made: () => ({ secure: true, folders: { "/courtesy/": garden({ items }) }, pages: { "/": gatedPage("") }, scripts: { "/ran.js": "window.ran = [];" } }),
}, async ({ widget, session }) => {
  try {
    await accepted(widget);
    assert.deepEqual(await widget.run(SET), [...NAMES, "__Host-basket"].sort());
    await widget.run("return courtesy.withdraw('analytics').then(() => true)");
    const { said } = await afterwards(widget);
    assert.equal((await widget.storage()).cookie, "__Host-basket=1");
    for (const name of NAMES) assert.ok(said[1].includes(name), `${name}: ${said[1]}`);
  } finally {
    // Cookies know no ports: what a test leaves would be there for the next.
    await session.manage().deleteAllCookies();
  }
});

run();
