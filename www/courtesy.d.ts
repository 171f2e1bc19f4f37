// The types of window.courtesy and of its events, written once. tests/e2e/types.test.mjs holds them against the running code.

/** An optional purpose of the site file (`analytics`), or one of its services (`analytics/plausible`). */
export type Key = string;

/** `notice`: the site asks for nothing. `consent`: it asks. */
export type Mode = "notice" | "consent";

/** What was decided about a key. */
export type Choice = "granted" | "refused" | "withdrawn" | "objected";

/** The state of a purpose or service. `not_required`: exempt, or on in the United Kingdom until the visitor objects. */
export type Status = Choice | "not_required" | "undecided";

/** A view: the first layer, or one of the dialog's. */
export type View = "notice" | "details" | "choices" | "rights" | "policy" | "receipt";

/** By which act something was decided; `shared`: on another host of `sharedAcross`. */
export type Method =
  | "dismiss" | "accept-all" | "reject-all" | "choices" | "api" | "withdraw" | "placeholder" | "gpc" | "opt-out-request" | "shared";

/** What happened, once per state that an act led to. */
export interface RecordEvent {
  /** UTC, to the second: `2026-11-21T20:00:00Z`. */
  at: string;
  state: Choice | "not_required";
  purposes: Key[];
  method: Method;
  /** A BCP 47 tag: the language it was read in. */
  language: string;
}

/** What stands in localStorage under `courtesy:<id>`, where the id is that of the site file. */
export interface VisitorRecord {
  schema: "courtesy/1";
  /** Only where the site declares `records.endpoint`: it ties the copies of one browser together. */
  id?: string;
  /** The `at` of the last event that the endpoint has. */
  sent?: string | null;
  mode: Mode;
  notice: { version: string; facts: Record<string, string>; seen: string | null };
  choices: Record<Key, Choice>;
  /** The last 50, oldest first. */
  events: RecordEvent[];
  /** From when on nothing of it counts. */
  expires: string;
  /** Global Privacy Control when it was written; null where the browser has no such signal. */
  gpc: boolean | null;
}

/** Why a visitor is told or asked. */
export type Reason =
  | "first-visit" | "unreadable" | "newer" | "undecided" | "other-mode" | "other-version" | "other-facts" | "future-dated" | "expired" | "changes";

/** The events of `courtesy.on(name, listener)`, and of `document` as `courtesy:<name>` with the same `detail`. */
export interface Events {
  /** Once per page: the site is known and what counts is on. `reason` is null where nothing is asked or told. */
  ready: { mode: Mode; reason: Reason | null };
  /** The notice or a view is shown. */
  shown: { view: View };
  /** Something was decided on this page: what by, and the record after it. */
  decided: { method: Method; record: VisitorRecord };
  /** What is on has changed: here, in another tab, or with time. Once at the start where something is on. */
  changed: { granted: Key[]; withdrawn: Key[] };
  /** The notice or a view was closed; `withdrawn` is the word after a withdrawal. */
  closed: { view: View | "withdrawn" };
  /** Something does not work, and what to change; said once each. */
  problem: { code: string; message: string };
}

/**
 * window.courtesy. Each promise below settles. Where nothing can start, nothing is done and each resolves to undefined, which is falsy:
 * ask `await courtesy.ready` first where the difference matters.
 */
export interface Courtesy {
  readonly version: string;
  /** Undefined until the site is known. */
  readonly mode: Mode | undefined;
  /** The site's id, under which its record is kept: `courtesy:<id>`. Undefined until the site is known. */
  readonly site: string | undefined;
  /** Resolves when the site is known; to undefined where nothing can start, which one console line explains. It never rejects. */
  readonly ready: Promise<Courtesy | undefined>;
  status(purpose: Key): Status;
  /** Whether it is on: granted or not required. */
  allows(purpose: Key): boolean;
  /** The visitor's record, or null where there is none that can be read. */
  record(): VisitorRecord | null;
  /** The record in the shape of ISO/IEC TS 27560 (receipt.schema.json), or null where there is none. */
  receipt(): Promise<object | null | undefined>;
  open(view: View): Promise<void>;
  close(): Promise<void>;
  /** Answers for the visitor, who must have said so. Resolves to whether it was recorded: all of it, or nothing. */
  decide(answers: "accept-all" | "reject-all" | Record<Key, boolean>): Promise<boolean>;
  /** Turns off what is on, or a purpose with its services, or a service. Resolves to whether anything was on. */
  withdraw(purpose?: Key): Promise<boolean>;
  /** Calls with each event, and at once with the present state; gives how to stop. */
  on<Name extends keyof Events>(name: Name, listener: (detail: Events[Name]) => void): () => void;
}

declare global {
  interface Window {
    courtesy: Courtesy;
  }
  interface DocumentEventMap {
    "courtesy:ready": CustomEvent<Events["ready"]>;
    "courtesy:shown": CustomEvent<Events["shown"]>;
    "courtesy:decided": CustomEvent<Events["decided"]>;
    "courtesy:changed": CustomEvent<Events["changed"]>;
    "courtesy:closed": CustomEvent<Events["closed"]>;
    "courtesy:problem": CustomEvent<Events["problem"]>;
  }
}
