// The gates of gates.mjs, as JSX has them.

import { within } from "./gates.mjs";

export const Gates = ({ name }) => (
  <>
    <script type="text/plain" data-purpose="analytics" data-src="/gated/shared.js" />
    <script type="text/plain" data-purpose="analytics" src={`/gated/${name}.js`} />
    <script type="text/plain" data-purpose="analytics" dangerouslySetInnerHTML={{ __html: `ran.push("inline ${name}")` }} />
    <script type="text/plain" data-purpose="analytics" data-every-time="" data-src="/gated/view.js" />
    <template data-purpose="media" dangerouslySetInnerHTML={{ __html: within(name) }} />
    <iframe data-purpose="media" data-src="/gated/film.html" title="Film" width="300" height="150" />
  </>
);
