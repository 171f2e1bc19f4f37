// The peers, each set up as its own README or documentation says, for one site: one essential purpose, one for analytics, English, one policy.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const packages = fileURLToPath(new URL("node_modules/", import.meta.url));
const json = JSON.stringify;

/** A file of a package, and its version: `package.json` pins it, the lock file holds it. */
const file = (path) => readFileSync(packages + path);
const version = (name) => JSON.parse(file(`${name}/package.json`)).version;

// The same few words for all: what a peer has no words of its own for.
const WORDS = {
  title: "We use cookies",
  ask: "Session cookies keep the site working. With your consent we also measure how it is used.",
  essential: ["Session", "Keeps your session while you use the site."],
  analytics: ["Analytics", "Shows how people use the site, so that it can get better."],
};
const [sessionTitle, sessionText] = WORDS.essential;
const [analyticsTitle, analyticsText] = WORDS.analytics;

const vanilla = {
  id: "vanilla-cookieconsent",
  version: version("vanilla-cookieconsent"),
  head: `<link rel="stylesheet" href="/peer/cookieconsent.css">`,
  foot: `<script type="module" src="/peer/cookieconsent-config.js"></script>`,
  gated: `<script type="text/plain" data-category="analytics" src="/analytics.js"></script>`,
  files: {
    "/peer/cookieconsent.css": file("vanilla-cookieconsent/dist/cookieconsent.css"),
    "/peer/cookieconsent.umd.js": file("vanilla-cookieconsent/dist/cookieconsent.umd.js"),
    // It hides from automated browsers unless it is told not to.
    "/peer/cookieconsent-config.js": `import "/peer/cookieconsent.umd.js";
CookieConsent.run(${json({
    hideFromBots: false,
    categories: { necessary: { enabled: true, readOnly: true }, analytics: {} },
    language: { default: "en", translations: { en: {
      consentModal: { title: WORDS.title, description: WORDS.ask, acceptAllBtn: "Accept all", acceptNecessaryBtn: "Reject all", showPreferencesBtn: "Manage preferences", footer: '<a href="/privacy.html">Privacy policy</a>' },
      preferencesModal: { title: "Preferences", acceptAllBtn: "Accept all", acceptNecessaryBtn: "Reject all", savePreferencesBtn: "Save", closeIconLabel: "Close", sections: [
        { title: sessionTitle, description: sessionText, linkedCategory: "necessary" },
        { title: analyticsTitle, description: analyticsText, linkedCategory: "analytics" },
      ] },
    } } },
  })});`,
  },
  notice: "#cc-main .cm", answer: "#cc-main .cm [data-role=all]", details: "#cc-main .cm [data-role=show]", dialog: "#cc-main .pm",
  setup: "its documentation's “Getting started” for HTML: the stylesheet in the head, at the end of the body a module `cookieconsent-config.js` that imports `cookieconsent.umd.js` and runs it with two categories; `hideFromBots: false`, since it hides from an automated browser otherwise",
};

const orejime = {
  id: "orejime",
  version: version("orejime"),
  head: `<script>window.orejimeConfig = ${json({
    privacyPolicyUrl: "/privacy.html",
    purposes: [
      { id: "session", title: sessionTitle, description: sessionText, cookies: ["session"], isMandatory: true },
      { id: "analytics", title: analyticsTitle, description: analyticsText, cookies: ["_a"] },
    ],
  })};</script><script src="/peer/orejime-standard-en.js"></script><link href="/peer/orejime-standard.css" rel="stylesheet">`,
  gated: `<template data-purpose="analytics"><script src="/analytics.js"></script></template>`,
  files: {
    "/peer/orejime-standard-en.js": file("orejime/dist/orejime-standard-en.js"),
    "/peer/orejime-standard.css": file("orejime/dist/orejime-standard.css"),
  },
  notice: ".orejime-Banner", answer: ".orejime-Banner-saveButton", details: ".orejime-Banner-learnMoreButton", dialog: ".orejime-Modal",
  setup: "its README's snippet: `window.orejimeConfig` with two purposes, the script `orejime-standard-en.js` and the stylesheet, in the head; the gated script in a `<template data-purpose>`",
};

const klaro = {
  id: "klaro",
  version: version("klaro"),
  head: `<script defer type="text/javascript" src="/peer/config.js"></script><script defer type="text/javascript" src="/peer/klaro.js"></script>`,
  gated: `<script type="text/plain" data-type="text/javascript" data-name="analytics" data-src="/analytics.js"></script>`,
  files: {
    "/peer/klaro.js": file("klaro/dist/klaro.js"),
    "/peer/config.js": `var klaroConfig = ${json({
      version: 1, acceptAll: true, default: false, mustConsent: false,
      translations: {
        zz: { privacyPolicyUrl: "/privacy.html" },
        en: { session: { description: sessionText }, analytics: { description: analyticsText }, purposes: { essential: sessionTitle, analytics: analyticsTitle } },
      },
      services: [
        { name: "session", title: sessionTitle, purposes: ["essential"], cookies: ["session"], required: true },
        { name: "analytics", title: analyticsTitle, purposes: ["analytics"], cookies: ["_a"] },
      ],
    })};`,
  },
  notice: ".klaro .cookie-notice", answer: ".klaro .cookie-notice .cm-btn-success", details: ".klaro .cookie-notice .cn-learn-more", dialog: ".klaro .cookie-modal .cm-modal",
  setup: "its README's two deferred scripts in the head, `config.js` with two services and `klaro.js` with styles and all its languages",
};

const tarteaucitron = {
  id: "tarteaucitronjs",
  version: version("tarteaucitronjs"),
  head: `<script src="/peer/tarteaucitron.min.js"></script><script>tarteaucitron.init(${json({
    privacyUrl: "/privacy.html", bodyPosition: "bottom", hashtag: "#tarteaucitron", cookieName: "tarteaucitron", orientation: "middle",
    groupServices: false, showDetailsOnClick: true, serviceDefaultState: "wait", showAlertSmall: false, showTitleBanner: false,
    cookieslist: false, cookieslistEmbed: false, showIcon: true, iconPosition: "BottomRight", adblocker: false, DenyAllCta: true,
    AcceptAllCta: true, highPrivacy: true, alwaysNeedConsent: false, handleBrowserDNTRequest: false, removeCredit: false,
    moreInfoLink: true, useExternalCss: false, useExternalJs: false, readmoreLink: "", mandatory: true, mandatoryCta: true,
    googleConsentMode: true, bingConsentMode: true, pianoConsentMode: true, pianoConsentModeEssential: false,
    softConsentMode: false, dataLayer: false, serverSide: false, partnersList: false,
  })});</script>`,
  // A service of its own name, for `analytics` is Google's here; the bundled file of 240 services is fetched all the same.
  foot: `<script>
(tarteaucitron.job = tarteaucitron.job || []).push("rivervisits");
tarteaucitron.services.rivervisits = { key: "rivervisits", type: "analytic", name: "${analyticsTitle}", needConsent: true, cookies: ["_a"],
  js: function () { "use strict"; tarteaucitron.addScript("/analytics.js"); } };
</script>`,
  gated: "",
  files: Object.fromEntries(["tarteaucitron.min.js", "tarteaucitron.services.min.js", "css/tarteaucitron.min.css", "lang/tarteaucitron.en.min.js"]
    .map((name) => [`/peer/${name}`, file(`tarteaucitronjs/${name}`)])),
  notice: "#tarteaucitronAlertBig", answer: "#tarteaucitronPersonalize2", details: "#tarteaucitronCloseAlert", dialog: "#tarteaucitron",
  setup: "its README's script in the head (the minified files, which are the kinder choice) and `init` with the options as they stand there; one service of one's own, as the README writes it",
};

const osano = {
  id: "cookieconsent",
  name: "osano cookieconsent",
  version: version("cookieconsent"),
  head: `<link href="/peer/cookieconsent.min.css" rel="stylesheet">`,
  foot: `<script src="/peer/cookieconsent.min.js"></script><script>window.cookieconsent.initialise(${json({
    type: "opt-in",
    palette: { popup: { background: "#383b75" }, button: { background: "#f1d600" } },
    content: { message: WORDS.ask, allow: "Accept all", deny: "Reject all", link: "Privacy policy", href: "/privacy.html" },
  })});</script>`,
  // It holds nothing back; what to do with an answer is the page's own work.
  gated: "",
  files: {
    "/peer/cookieconsent.min.css": file("cookieconsent/build/cookieconsent.min.css"),
    "/peer/cookieconsent.min.js": file("cookieconsent/build/cookieconsent.min.js"),
  },
  notice: ".cc-window", answer: ".cc-window .cc-allow",
  setup: "as the opt-in example of its package: the stylesheet in the head, the script at the end of the body and `initialise` with `type: \"opt-in\"`; it gates nothing and has no view of details, so these are not measured",
};

export const peers = [vanilla, orejime, klaro, tarteaucitron, osano];
