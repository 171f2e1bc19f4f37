// Consent signals for tag vendors: everything is denied before any tag runs, then each decision sends an update. Only
// in a courtesy.js whose site declares such signals. It learns of decisions through courtesy.on, as any page does.

/** @import { Events, Key } from "../types.js" */

/**
 * Sends a vendor the state of its signals.
 *
 * @typedef {(command: "default" | "update", state: Record<string, string>) => void} Send
 */

/**
 * The value that all vendors use.
 *
 * @param {boolean} isGranted
 * @returns {string}
 */
export const word = (isGranted) => (isGranted ? "granted" : "denied");

/**
 * The state of each key or signal.
 *
 * @param {string[]} keys
 * @param {(key: string) => boolean} isGranted
 * @returns {Record<string, string>}
 */
export const grants = (keys, isGranted) => Object.fromEntries(keys.map((key) => [key, word(isGranted(key))]));

/**
 * Sends `default`, then `update` after each decision, also of another tab or an earlier visit.
 *
 * @param {Record<string, Key[]>} signals the purposes of each signal, all of which have to be on; without any it stays
 *   denied
 * @param {Send} send
 * @param {(isAnswer: boolean) => void} [after] is called after each, with whether an answer was given
 */
export const followSignals = (signals, send, after) => {
  // A second tag joins the first, which has sent them. An element of the page may have this name, and sends nothing.
  if (typeof window.courtesy?.on === "function") return;
  /** @type {(signal: string) => any} any, because it is only tested for truth */
  const isOn = (signal) => signals[signal][0] && signals[signal].every((purpose) => window.courtesy?.allows(purpose));
  const names = Object.keys(signals);
  const denied = grants(names, () => false);
  send("default", denied);
  let sent = JSON.stringify(denied);
  /** @param {boolean} isAnswer */
  const update = (isAnswer) => {
    const now = grants(names, isOn);
    if (isAnswer || JSON.stringify(now) !== sent) {
      sent = JSON.stringify(now);
      send("update", now);
    }
  };
  // window.courtesy exists once this script has run to its end.
  queueMicrotask(() => {
    /**
     * @template {keyof Events} Name
     * @param {Name} name
     * @param {boolean} isAnswer whether the event is a new answer, for update()
     * @param {(detail: Events[Name]) => boolean} isCounted whether it is one for after()
     */
    const listen = (name, isAnswer, isCounted) =>
      window.courtesy.on(name, (detail) => {
        update(isAnswer);
        after?.(isCounted(detail));
      });
    listen("decided", true, () => true);
    // What was in effect when the page opened, and what another tab decided or what expired.
    listen("ready", false, ({ reason }) => !reason);
    listen("changed", false, () => false);
  });
};
