import { existsSync, utimesSync } from "node:fs";
import { besideSite } from "#cli/stage/sitePlaces.ts";

/** Ages the lease of a killed build so that the next build takes it over. */
export function expireLease(site: string): void {
  const lease = besideSite(site, "lease");
  if (existsSync(lease)) utimesSync(lease, 0, 0);
}
