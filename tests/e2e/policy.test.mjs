// A strict Content-Security-Policy with Trusted Types: no violation; and where it refuses wasm, the policy page answers.

import assert from "node:assert/strict";
import { page, run, test } from "./suite.mjs";

const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

test("under a strict policy everything works and nothing is violated", { headers: { "content-security-policy": STRICT } },
  async ({ widget, session }) => {
    await widget.noticeShows();
    await widget.openDetails();
    assert.ok((await widget.items()).length === 5);
    await widget.leaveDetails();
    await widget.dismiss();
    await widget.shows(".reopen");
    await widget.reload();
    await widget.shows(".reopen");
    await widget.click(".reopen");
    await widget.noticeShows();
    assert.equal(await widget.run(`return getComputedStyle(document.querySelector("courtesy-host").shadowRoot.querySelector(".notice")).borderTopWidth`), "1px");
  });

test("the notice's style is no inline style", { headers: { "content-security-policy": STRICT } }, async ({ widget }) => {
  await widget.openDetails();
  const styled = await widget.run(`
    const root = document.querySelector("courtesy-host").shadowRoot;
    return [...root.querySelectorAll("*"), root.host].filter((element) => element.hasAttribute("style") || element.localName === "style").length`);
  assert.equal(styled, 0);
});

test("where the policy refuses wasm, the details lead to the policy page and one line says what to change",
  {
    headers: { "content-security-policy": STRICT.replace(" 'wasm-unsafe-eval'", "") },
    pages: { "/": page({ body: "<p id=alive>alive</p>" }) },
    console: [/courtesy: the details need 'wasm-unsafe-eval' in the script-src/, /WebAssembly|wasm|violation: script-src/i],
  },
  async ({ widget, session, server }) => {
    await widget.noticeShows();
    await widget.run("addEventListener('pagehide', () => sessionStorage.said = JSON.stringify(said))");
    await widget.click(".notice [data-act=details]");
    await session.wait(async () => (await session.getCurrentUrl()) === `${server.origin}/courtesy/privacy.html#storage`, 8_000);
    const said = await widget.run("return JSON.parse(sessionStorage.said)");
    assert.equal(said.filter((line) => line.includes("courtesy: ")).length, 1, JSON.stringify(said));
  });

run();
