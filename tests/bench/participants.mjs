// Who takes part: the page without any (twice, to show what chance alone makes of it), one with an empty script, two sites of ours, the peers.

import { readdirSync, readFileSync } from "node:fs";
import { siteFolder } from "../e2e/suite.mjs";
import { peers } from "./peers.mjs";

const built = (name) => Object.fromEntries(readdirSync(siteFolder(name)).map((file) => [`/courtesy/${file}`, readFileSync(siteFolder(name) + file)]));

const ours = (site, more) => ({
  host: "courtesy-host",
  notice: ".notice",
  head: `<script async src="/courtesy/courtesy.js" data-audit="off"></script>`,
  files: built(site),
  isOurs: true,
  ...more,
});

/** The participants, in the tables' order. */
export const participants = () => [
  { id: "none", name: "a page without any", isPage: true },
  { id: "none-again", name: "the same page again", isPage: true },
  { id: "empty", name: "an empty script, `async`", isPage: true, head: `<script async src="/empty.js"></script>`, files: { "/empty.js": "0" } },
  ours("mediux", {
    id: "courtesy", name: "**Courtesy**, asking",
    gated: `<script type="text/plain" data-purpose="analytics" src="/analytics.js"></script>`,
    answer: `.notice [data-act="accept-all"]`, details: `.notice [data-act="choices"]`, dialog: "dialog[open] .choices",
    setup: "Mediux AI's site as `courtesy build` makes it: one `async` script tag in the head, its two optional purposes and all its facts",
  }),
  ours("mazoon", {
    id: "courtesy-notice", name: "**Courtesy**, notice only",
    answer: `.notice [data-act="dismiss"]`, details: `.notice [data-act="details"]`, dialog: "dialog[open] .content",
    setup: "Mazoon's site, which asks for nothing: the same tag",
  }),
  ...peers.map((peer) => ({ name: peer.id, ...peer })),
];
