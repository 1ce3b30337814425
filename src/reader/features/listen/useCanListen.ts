import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether this browser can speak at all. The prerendered page says that it can, and takes it back where it cannot. */
export function useCanListen(): boolean {
  return useSyncExternalStore(
    never,
    () => "speechSynthesis" in window,
    () => true,
  );
}
