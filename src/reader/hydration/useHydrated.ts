import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False in prerendered HTML and while it is hydrated, true from then on: for what only a script can keep its word about. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
