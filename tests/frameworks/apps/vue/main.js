// Vue with its router: three pages, their gates by v-html.

import { createApp } from "vue";
import { createRouter, createWebHistory } from "vue-router";
import { gates } from "./gates.mjs";

const page = (title, name) => ({
  setup: () => ({ title, html: gates(name) }),
  template: `<article><h1>{{ title }}</h1><div v-html="html"></div></article>`,
});

const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: "/", component: page("One", "one") },
    { path: "/two", component: page("Two", "two") },
    { path: "/three", component: page("Three", "three") },
  ],
});

const App = {
  setup: () => ({ layout: '<script type="text/plain" data-purpose="analytics" data-src="/gated/layout.js"></script>' }),
  template: `
    <nav><RouterLink to="/">One</RouterLink> <RouterLink to="/two">Two</RouterLink> <RouterLink to="/three">Three</RouterLink></nav>
    <main><RouterView /></main>
    <div v-html="layout"></div>`,
};

createApp(App).use(router).mount("#root");
