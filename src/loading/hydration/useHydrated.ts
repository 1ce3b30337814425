import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False in prerendered HTML and while it is hydrated, true from then on: for whatever only a script can do or know. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
