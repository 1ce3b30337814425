import { existsSync, utimesSync } from "node:fs";
import { besideSite } from "#cli/stage/sitePlaces.ts";

/** Makes the lease of a killed build as old as one that the next build takes over. */
export function expireLease(site: string): void {
  const lease = besideSite(site, "lease");
  if (existsSync(lease)) utimesSync(lease, 0, 0);
}
