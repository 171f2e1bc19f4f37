// What a visitor allows, for React: it follows every decision, here and in other tabs. On a server nothing is allowed.

import { useSyncExternalStore } from "react";

const listen = (changed) => {
  document.addEventListener("courtesy:changed", changed);
  return () => document.removeEventListener("courtesy:changed", changed);
};

export const useAllowed = (purpose) =>
  useSyncExternalStore(
    listen,
    () => window.courtesy?.allows?.(purpose) ?? false,
    () => false,
  );
