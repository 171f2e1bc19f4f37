// What an owner copies out of embed.html, and what a visitor does with it: the tests of serving paste the very same lines.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { page, test } from "./suite.mjs";

/** A promise of the files as they are built for a site: the generic form has no other names for them. */
export const promise = (name, options, check) => test(name, { form: "built", ...options }, check);

/** The texts to copy in a built folder's embed.html, by their ids. */
export const snippets = (folder) => {
  const html = readFileSync(folder + "embed.html", "utf8");
  const found = html.matchAll(/<pre id="([^"]+)"><code>([^<]*)<\/code><\/pre>/g);
  return Object.fromEntries([...found].map(([, id, text]) => [id, text.replaceAll("&lt;", "<").replaceAll("&amp;", "&")]));
};

/** The file of a folder whose name begins so, and ends so. */
export const named = (folder, start, end = "") => {
  const names = readdirSync(folder).filter((name) => name.startsWith(start) && name.endsWith(end));
  assert.equal(names.length, 1, `${start}…${end}: ${names}`);
  return names[0];
};

/** What is the page's own is not in the policy that Courtesy needs: the tests' first script, and the icon that browsers ask for. */
export const under = (policy) => ({
  "content-security-policy": policy.replace("script-src ", "img-src http://127.0.0.1:*/favicon.ico; script-src http://127.0.0.1:*/probe.js "),
});

/** The policy of the pages that the build writes, for a server's rules. */
export const ofPages = (text) => Object.fromEntries(["privacy", "request"].map((name) => [`/courtesy/${name}.html`, { headers: under(text["csp-pages"]) }]));

/** The views of a site that asks. */
export const VIEWS = ["details", "choices", "rights", "policy", "receipt"];

const links = VIEWS.map((view) => `<a id="${view}" href="/courtesy/privacy.html" data-courtesy="${view}">${view}</a>`).join(" ");

/** A page with a way to every view, and a gate behind which a script waits. */
export const linked = (tag, more = {}) =>
  page({ ...more, tag, body: `${links}<script type="text/plain" data-purpose="analytics" src="/gated.js"></script>${more.body ?? ""}` });

/** Asks for every view in turn, by the page's own links. */
export const everyViewOpens = async (widget) => {
  await widget.noticeShows();
  await widget.run(`courtesy.on("shown", ({ view }) => (window.shownView = view))`);
  for (const view of VIEWS) {
    await widget.run("document.getElementById(arguments[0]).click()", view);
    await widget.until(`${view} shows`, "return window.shownView === arguments[0]", view);
    await widget.shows("dialog[open]");
    await widget.leaveDetails();
  }
};

/** Nothing that waits for consent has run, and the page's own life goes on. */
export const unharmed = async ({ widget, server }) => {
  assert.deepEqual(server.log.filter((path) => path === "/gated.js"), []);
  assert.equal(await widget.run("return document.querySelector('h1').textContent"), "A page");
};
