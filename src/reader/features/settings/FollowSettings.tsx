import { useEffect } from "react";
import { followSettings } from "./settingsStore.ts";

/** Keeps the page in the reader's settings, whichever tab they are changed in. */
export function FollowSettings() {
  useEffect(followSettings, []);
  return null;
}
