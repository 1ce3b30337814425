import { useEffect } from "react";
import { keepInStep } from "./keepInStep.ts";

/** Runs behind every page for a signed-in reader who has switched sync on. Renders nothing. */
export function Sync() {
  useEffect(keepInStep, []);
  return null;
}
