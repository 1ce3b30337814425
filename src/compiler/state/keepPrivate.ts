import { chmodSync, existsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** To read, write or enter for whoever is neither the owner of a folder nor in its group. */
const OTHERS = 0o007;

/**
 * A state holds drafts, and lies beside the site: of a site below a path, in what its host gives away. Nginx and
 * Caddy refuse it by the settings of the build. Apache finds its refusal here, and no other user gets in.
 */
export function keepPrivate(folder: string): void {
  const { mode, uid } = statSync(folder);
  if ((mode & OTHERS) !== 0 && uid === process.getuid?.()) chmodSync(folder, mode & 0o770);
  const refusal = join(folder, ".htaccess");
  if (!existsSync(refusal)) writeFileSync(refusal, "Require all denied\n");
}
