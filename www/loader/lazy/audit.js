// Reports to the owner what a page stores without a yes, and what it stores that the site file does not declare. It only
// reads, and only on loopback addresses and where the tag has data-audit (docs/decisions/030).

/** @import { Core, DeclaredItem, Key, Site, TagOptions } from "../types.js" */
/** @import { getJson } from "./fetch.js" */

import { pageIdle } from "../effects/page-idle.js";
import { COURTESY_KEYS, cookies, matches } from "../effects/removal.js";

/** The values of data-audit for which the audit runs, which React writes as "true". */
const TURNED_ON = /^(true)?$/;

/** The hosts for which it runs if the tag says nothing. */
const LOOPBACK = /^(\[::1\]|127(\.\d{1,3}){3}|(.+\.)?localhost)$/;

/**
 * @param {TagOptions} tag
 * @returns {boolean}
 */
const isAudited = ({ audit }) => (audit === undefined ? LOOPBACK.test(location.hostname) : TURNED_ON.test(audit));

/** How long effects of a decision may take, such as gates that open and items that are removed, in milliseconds. */
const EFFECTS = 1500;

/** The cookie that shares choices between hosts; other sites of the domain may have their own. */
const SHARED_COOKIE = /^courtesy_/;

/**
 * How to list the names that exist, by the kind that a site file has for them.
 * @type {[kind: NonNullable<DeclaredItem["kind"]>, list: () => string[] | Promise<string[]>][]}
 */
const STORES = [
  ["cookie", cookies],
  ["local-storage", () => Object.keys(localStorage)],
  ["session-storage", () => Object.keys(sessionStorage)],
  [
    "indexed-db",
    async () => {
      const databases = (await /** @type {Partial<IDBFactory>} */ (indexedDB).databases?.call(indexedDB)) ?? [];
      return databases.map(({ name }) => name ?? "");
    },
  ],
];

/**
 * What exists, as far as a script can see; a store that is blocked has nothing.
 *
 * @returns {Promise<{ kind: DeclaredItem["kind"], name: string }[]>}
 */
const findStored = async () => {
  const lists = STORES.map(async ([kind, list]) => {
    try {
      const names = [...new Set(await list())].filter(
        (name) => !COURTESY_KEYS.test(name) && !(kind === "cookie" && SHARED_COOKIE.test(name)),
      );
      return names.map((name) => ({ kind, name }));
    } catch {
      return [];
    }
  });
  return (await Promise.all(lists)).flat();
};

/**
 * The key that an item is turned on with, as src/compile/lazy_facts.rs has it.
 *
 * @param {Site} site
 * @param {DeclaredItem} item
 * @returns {Key}
 */
const keyOf = ({ facts }, { purpose, setBy }) => {
  const ofService = `${purpose}/${setBy}`;
  return Object.hasOwn(facts, ofService) ? ofService : purpose;
};

/**
 * The attributes of a gate for a key.
 *
 * @param {Key} key
 */
const gateFor = (key) => {
  const [purpose, service] = key.split("/");
  return `data-purpose="${purpose}"` + (service ? ` data-service="${service}"` : "");
};

/**
 * @param {Core & { getJson: typeof getJson }} core
 * @returns {(tag: TagOptions) => Promise<void>} starts the audit, if it is for this page
 */
export const begin = ({ site, problem, isAllowed, isAskable, listen, getJson }) => {
  /**
   * What was reported, so that each finding is reported once per page view.
   * @type {Set<string>}
   */
  const reported = new Set();

  /**
   * What has been on in this page view: its scripts go on after a withdrawal, until the page is loaded again.
   * @type {Set<Key>}
   */
  const wereOn = new Set();

  /** @type {DeclaredItem[]} */
  let items = [];

  const remember = () => {
    for (const key of items.map((item) => keyOf(site, item))) if (isAllowed(key)) wereOn.add(key);
  };

  /**
   * Reports the findings of one kind that are new.
   *
   * @param {"ungated" | "undeclared"} code
   * @param {string[]} findings
   * @param {(list: string) => string} message
   */
  const report = (code, findings, message) => {
    const found = findings.filter((finding) => !reported.has(code + finding));
    for (const finding of found) reported.add(code + finding);
    const list = found.join(", ");
    if (list) problem(`${code} ${list}`, message(list));
  };

  const audit = async () => {
    /** @type {string[]} */
    const ungated = [];
    /** @type {string[]} */
    const undeclared = [];
    /** @type {Set<string>} */
    const gates = new Set();
    for (const { kind, name } of await findStored()) {
      const declared = items.filter(
        (item) => item.name && (item.kind ?? kind) === kind && matches(patternOf(item.name, item.match), name),
      );
      const keys = declared.map((item) => keyOf(site, item));
      const label = `${kind} "${name}"`;
      if (!keys[0]) undeclared.push(label);
      else if (keys.every((key) => isAskable(site, key) && !isAllowed(key) && !wereOn.has(key))) {
        ungated.push(label);
        for (const key of keys) gates.add(gateFor(key));
      }
    }
    report(
      "ungated",
      ungated,
      (list) => `stored without a yes: ${list}. Put what stores it behind a gate: ${[...gates].join(", ")}`,
    );
    report(
      "undeclared",
      undeclared,
      (list) =>
        `stored, but not in the site file: ${list}. Declare it under "items", or remove what stores it. data-audit="off" turns this check off`,
    );
  };

  const run = async () => {
    try {
      await audit();
    } catch (error) {
      problem("audit", `the check of stored items failed: ${/** @type {Error} */ (error).message}`);
    }
  };

  /** @type {Promise<void> | undefined} */
  let started;

  const start = async () => {
    try {
      const declaration = site.courtesy ? site : await getJson(new URL("site.json", site.later).href);
      items = declaration.items ?? [];
    } catch (error) {
      return problem("audit", `the check of stored items needs the site file: ${/** @type {Error} */ (error).message}`);
    }
    remember();
    listen(document, "courtesy:decided", () => {
      remember();
      setTimeout(run, EFFECTS);
    });
    await pageIdle();
    await run();
  };

  return async (tag) => {
    if (isAudited(tag)) await (started ??= start());
  };
};

/**
 * An item's name as removal.js compares it.
 *
 * @param {string} name
 * @param {DeclaredItem["match"]} match
 */
const patternOf = (name, match) => ({
  name,
  prefix: match === "prefix" || undefined,
  parts: match === "pattern" ? name.split("*") : undefined,
});
