// The types that the loader's modules share; `tests/node_modules/.bin/tsc -p www/tsconfig.json` checks the modules.

import type {
  Choice,
  Courtesy,
  Events,
  Key,
  Method,
  Mode,
  Reason,
  RecordEvent,
  Status,
  View,
  VisitorRecord,
} from "../courtesy.js";
import type { NAMES } from "./lazy/core.js";

export type { Choice, Courtesy, Events, Key, Method, Mode, Reason, RecordEvent, Status, View, VisitorRecord };

/** A period as calendar months and seconds. */
export type Duration = [months: number, seconds: number];

/** The time, in milliseconds since 1970; NaN where the clock is broken. */
export type Time = number;

/** Global Privacy Control; undefined where the browser has no such signal. */
export type Gpc = boolean | undefined;

/** A change of the policy: the day it was published, the day from which it is announced, and a sentence. */
export type PolicyChange = [published: string, announced: string, sentence: string];

/** The views that the app draws. */
export type AppView = Exclude<View, "notice">;

/**
 * The texts of the notice; `FirstLayer` in src/views/notice/markup.rs. In a script for one language the tree has those
 * that never change.
 */
export interface NoticeWords {
  title?: string;
  text: string;
  policy?: string;
  rights?: string;
  reopen?: string;
  opening: string;
  saved?: string;
  details?: string;
  ok?: string;
  accept?: string;
  refuse?: string;
  choices?: string;
  withdraw?: string;
  /** The sentence that names the purposes as `{names}`, and the space between it and the text. */
  asks?: string;
  titleInforms?: string;
  informs?: string;
  changed?: string;
  changes?: string;
  /** The owner's further links, and the addresses that site.js adds. */
  [placeholder: string]: string | undefined;
}

/** The addresses of the site's pages. */
export interface Pages {
  policy: string;
  storage: string;
  rights: string;
  changes?: string;
  [view: string]: string | undefined;
}

/** A site as the build writes it: `LoaderFacts` in src/compile/loader_facts.rs. What is false or empty is absent. */
export interface Site {
  id: string;
  language: string;
  direction: "ltr" | "rtl";
  mode: Mode;
  /** For each key a hash of what the visitor decides on; "site" where the site only informs. */
  facts: Record<Key, string>;
  notice: {
    version: string;
    lasts: Duration;
    autoShow?: boolean;
    position?: "bottom" | "bottom-end";
    reopen?: "auto" | "always" | "never";
  };
  /** The purposes that need no consent. */
  exempt?: string[];
  /** What the notice calls the purposes that need consent. */
  optional?: Record<string, string>;
  /** The purposes that need no consent in the United Kingdom. */
  uk?: string[];
  /** The purposes of a sale or of sharing. */
  sold?: string[];
  /** One of `eu`, `uk`, `ch`, `us-ca`, `us` and `other`, unless the tag has another text. */
  jurisdiction?: string;
  california?: true;
  /** The domain whose hosts share choices. */
  shared?: string;
  records?: true;
  words: NoticeWords;
  news?: PolicyChange[];
  pages: Pages;
  /** The views for which the owner has a page. */
  own?: string[];
  /** The file for each other language. */
  others?: Record<string, string>;
  /** The file of the lazy facts. */
  later: string;
  /** Only in a site file: the version that wrote it. */
  courtesy?: string;
  /** Only in a site file: the owner's further links. */
  links?: { url: string; title: string }[];
  /** Only in a site file: what the site declares to store. */
  items?: DeclaredItem[];
  /** Only in a site file, and reported there: it takes a courtesy.js that was built for the site. */
  consentMode?: unknown;
  microsoftConsentMode?: unknown;
}

/** What the build knows of a site for the lazy module: src/compile/lazy_facts.rs. */
export interface LazyFacts {
  files: Record<string, string>;
  site: string;
  names: Record<Key, string>;
  items?: RemovableItem[];
  /** Where copies of decisions go; present where `Site.records` is. */
  endpoint: string;
  way: Tree;
  words: LazyWords;
}

export interface LazyWords {
  gpc: string;
  unremembered: string;
  unsaved: string;
  off: string;
  offText: string;
  removed: string;
  left: string;
  running: string;
  reload: string;
  close: string;
  frame: string;
  frameText: string;
  once: string;
  always: string;
}

/** The name of an item, or the beginning or the parts of its names. */
export interface NamePattern {
  name: string;
  prefix?: true;
  parts?: string[];
}

/** An item that is removed when its key is turned off. Without a name nothing can be removed. */
export interface RemovableItem extends Partial<NamePattern> {
  key: Key;
  title?: string;
  kind?: "cookie" | "localStorage" | "sessionStorage" | "indexedDB";
  path?: string;
  domain?: string;
}

/** An item as a site file declares it: src/site/item.rs. */
export interface DeclaredItem {
  kind?: "cookie" | "local-storage" | "session-storage" | "indexed-db";
  name?: string;
  match?: "exact" | "prefix" | "pattern";
  purpose: string;
  setBy?: string;
}

/** Why there is no record. It has a record's properties as undefined, so that they can be read of a StoredRecord. */
export type NoRecord = ("first-visit" | "unreadable" | "newer") & { [Field in keyof VisitorRecord]?: undefined };

/** The visitor's record, or why there is none. */
export type StoredRecord = VisitorRecord | NoRecord;

/** Choices by key. */
export type Choices = Record<Key, Choice>;

/** Answers by key or by purpose; anything but true and false is no answer. */
export type Answers = Record<Key, boolean | undefined>;

/** An element as a list. Its attributes and texts may have {placeholders}. */
export type Tree = [
  name: string,
  attributes: Record<string, string>,
  ...children: (Tree | string)[],
];

/** A template, a script or a frame; the code distinguishes them by their properties. */
export type Gate = HTMLElement &
  Partial<Pick<HTMLTemplateElement, "content">> &
  Partial<Pick<HTMLScriptElement, "type">> &
  Partial<Pick<HTMLIFrameElement, "src" | "srcdoc" | "loading" | "contentDocument" | "contentWindow">>;

/** The widget's element. */
export type Host = HTMLElement & { shadowRoot: ShadowRoot };

/** The transitions of the first layer (notice/machine.js). */
export interface Transitions {
  shown: (view: View, from?: Element | null) => void;
  closed: (view: View | "withdrawn", from?: Element | null, isQuiet?: boolean) => void;
  decided: (from?: Element | null) => void;
  changed: () => void;
}

/** fetch() and import() that check integrity (page/integrity.js). */
export interface Checked {
  get: (address: string) => Promise<Response>;
  load: (address: string) => Promise<any>; // any, as import() resolves to
}

/** The data- attributes of the script tag. */
export interface TagOptions {
  site?: string;
  language?: string;
  theme?: string;
  jurisdiction?: string;
  base?: string;
  audit?: string;
}

/** The notice; its tree has every element that the modules look for. */
export type NoticeElement = {
  querySelector<Name extends keyof HTMLElementTagNameMap>(selector: Name): HTMLElementTagNameMap[Name];
  querySelector(selector: string): HTMLElement;
} & HTMLElement;

/** The bar with the button that reopens the notice. */
export type ReopenBar = HTMLElement & { firstChild: HTMLElement };

/** window.courtesy while it is assembled. */
export type Widget = { -readonly [Member in keyof Courtesy]: Courtesy[Member] };

/** What the first script hands the other two, by name. */
export interface CoreByName {
  site: Site;
  host: Host;
  answer: (answers: Answers, method: Method) => boolean;
  ask: Ask;
  transitions: Transitions;
  current: () => StoredRecord;
  decided: (record: VisitorRecord, isSaved?: boolean) => void;
  emit: Emit;
  isAllowed: (key: Key) => boolean;
  isAskable: (site: Site, key: Key) => boolean;
  isFixed: boolean | undefined;
  retain: Retain;
  listen: Listen;
  nonce: string | undefined;
  problem: (code: string, message: string, level?: "warn" | "error") => void;
  reason: () => Reason | null;
  refresh: (event?: Event) => void;
  remember: (record: VisitorRecord | null, isSaved?: boolean) => void;
  /** Only where the tag has integrity. */
  checked?: Checked;
}

export type Ask = <Act extends keyof LazyModule>(act: Act, ...rest: Parameters<LazyModule[Act]>) => void;
export type Emit = <Name extends keyof Events>(name: Name, detail: Events[Name]) => void;
/** A falsy detail takes back the one before. */
export type Retain = <Name extends keyof Events>(name: Name, detail?: Events[Name] | false) => void;
/** `any`, because the type of the event depends on a name that some callers have in a variable. */
export type Listen = (target: EventTarget, type: string, act: (event: any) => void, isFirst?: boolean) => void;

/** What the modules work with: the list by name, and the key of the visitor's record. */
export type Core = CoreByName & { key: string };

/** The list in the order of core.js, so that a value in the wrong place is an error. */
export type CoreList = InOrder<typeof NAMES>;

type InOrder<Names extends readonly string[]> = Names extends readonly ["checked"]
  ? [checked?: Checked]
  : Names extends readonly [infer First extends keyof CoreByName, ...infer Rest extends readonly string[]]
    ? [CoreByName[First], ...InOrder<Rest>]
    : never;

type Split<Text extends string> = string extends Text
  ? string[]
  : Text extends `${infer First} ${infer Rest}`
    ? [First, ...Split<Rest>]
    : [Text];

/** What lazy.js gives the first script. */
export interface LazyModule {
  // The views of the app (views.js).
  warm: (view: AppView) => Promise<unknown>;
  open: (view: AppView, from: Element | null | undefined, isLate: () => boolean) => Promise<void>;
  close: () => Promise<void>;
  reset: () => void;
  // After a withdrawal (withdrawal-message.js).
  leave: () => void;
  withdrawn: (keys: Key[]) => Promise<void>;
  changed: (granted: Key[]) => void;
  // The endpoint (endpoint.js).
  send: () => Promise<void>;
  // Decisions of the page's (decide-api.js).
  part: (act: string, key: Key) => void;
  decide: (answers: "accept-all" | "reject-all" | Record<Key, boolean>) => boolean;
  keepClear: () => void;
  // Messages (messages.js).
  unreadable: () => void;
  aside: (place: HTMLElement) => Promise<void>;
  status: () => Promise<void>;
  california: () => Promise<void>;
  forgotten: () => Promise<void>;
  // Placeholders (placeholders.js).
  keepPlaces: (gates: OpenGates) => Promise<void>;
  brand: () => void;
  receipt: () => Promise<object | null>;
  /** Reports what is stored without a yes or a declaration (audit.js). */
  audit: (tag: TagOptions) => Promise<void>;
}

/** What gates.js gives the first script. */
export interface GatesModule {
  shut: () => void;
  shutAdded: (records: MutationRecord[]) => void;
  look: () => void;
}

/** What gates.js gives placeholders.js. */
export interface OpenGates {
  isOn: (gate: Gate) => boolean;
  /** The gates that were opened once, without a choice. */
  once: WeakSet<Gate>;
  open: (gate: Gate) => Promise<void> | void;
  /** Has a function called whenever the page or what is on has changed. */
  follow: (update: () => void) => void;
}

/** A module of the loader that is fetched when it is needed. */
export interface Begin<Module> {
  begin: (list: CoreList) => Module;
}

declare global {
  // What src/compile puts in the place of each name.
  const __COURTESY_SITE__: Site | null;
  const __COURTESY_TREE__: [notice: Tree, reopenBar: Tree, liveRegion: Tree];
  const __COURTESY_STYLES__: string;
  const __COURTESY_LATER__: string;
  const __COURTESY_GATES__: string;
  const __COURTESY_VERSION__: string;
  const __COURTESY_FILES__: [script: string, wasm: string, styles: string, receipts: string, audit: string];
  const __COURTESY_INTEGRITY__: Record<string, string>;
  const __COURTESY_NOTICES__: string | null;
  const __COURTESY_IMPORT__: (address: string) => Promise<any>; // any, as import() resolves to
  const __COURTESY_FETCH__: typeof fetch;
  const __COURTESY_LOADER__: (load: (address: string) => Promise<Begin<unknown>>, get: Checked["get"]) => void;
  /** By signal the purposes that all have to be on; the keys that visitors decide on. */
  const __COURTESY_SIGNALS__: Record<string, Key[]>;
  const __COURTESY_KEYS__: Key[];
  const __COURTESY_MICROSOFT__: Record<string, Key[]>;

  // What xtask/src/loader.rs defines for what a site does without.
  const __NOT_GENERIC__: 1 | undefined;
  const __NOT_SHARED__: 1 | undefined;
  const __ONLY_ASKS__: 1 | undefined;
  const __ONLY_INFORMS__: 1 | undefined;
  const __ONE_LANGUAGE__: 1 | undefined;
  const __NO_NEWS__: 1 | undefined;
  const __NO_SIGNALS__: 1 | undefined;

  interface Navigator {
    /** Undefined where the browser has no Global Privacy Control. */
    readonly globalPrivacyControl?: boolean;
  }

  interface Window {
    /** The queues of Google's and Microsoft's tags. */
    dataLayer?: unknown[];
    uetq?: unknown[];
    clarity?: { (...command: unknown[]): void; q?: unknown[] };
  }

  interface String {
    /** Of a literal the parts are known: this is how core.js has its names both as a list and as a type. */
    split<Text extends string>(this: Text, separator: " "): Split<Text>;
  }
}
