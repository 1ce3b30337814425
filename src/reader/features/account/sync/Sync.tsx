import { useEffect } from "react";
import { startSync } from "./startSync.ts";

/** Runs behind every page for a signed-in reader who has switched sync on. Renders nothing. */
export function Sync() {
  useEffect(startSync, []);
  return null;
}
