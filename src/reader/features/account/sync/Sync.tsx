import { useEffect } from "react";
import { keepInStep } from "./keepInStep.ts";

/** Behind every page of a reader who is signed in and has switched the sync on. Shows nothing. */
export function Sync() {
  useEffect(keepInStep, []);
  return null;
}
