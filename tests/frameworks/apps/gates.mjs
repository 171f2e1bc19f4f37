// What each page of every app has behind gates, as HTML: of each kind one, and what one page has in common with the next.

/** A script of all pages, one of its own, an inline one, one for each view; a template that brings scripts; a film in a frame. */
export const gates = (name) => `
  <script type="text/plain" data-purpose="analytics" data-src="/gated/shared.js"></script>
  <script type="text/plain" data-purpose="analytics" src="/gated/${name}.js"></script>
  <script type="text/plain" data-purpose="analytics">ran.push("inline ${name}")</script>
  <script type="text/plain" data-purpose="analytics" data-every-time data-src="/gated/view.js"></script>
  <template data-purpose="media">${within(name)}</template>
  <iframe data-purpose="media" data-src="/gated/film.html" title="Film" width="300" height="150"></iframe>`;

/** What the template holds. Its second script is written as one that runs by itself, as most are. */
export const within = (name) =>
  `<p class="within">Shown on ${name}.</p><script type="text/plain" src="/gated/film-${name}.js"></script><script>ran.push("within ${name}")</script>`;
