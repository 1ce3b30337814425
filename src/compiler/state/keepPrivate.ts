import { chmodSync, existsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Of the mode of a folder: what its owner may, and its group, with the bit by which new files are the group's. */
const OWNER = 0o7700;
const OWNER_AND_GROUP = 0o7770;
const GROUP_WRITES = 0o020;

/**
 * A state holds drafts, and lies beside the site: of a site below a path, in what its host gives away. Nginx and
 * Caddy refuse it by the settings of the build. Apache finds its refusal here, and no other user gets in: a group only if it writes there too, since it builds.
 */
export function keepPrivate(folder: string): void {
  const { mode, uid } = statSync(folder);
  const closed = mode & (mode & GROUP_WRITES ? OWNER_AND_GROUP : OWNER);
  if (closed !== (mode & 0o7777) && uid === process.getuid?.()) chmodSync(folder, closed);
  const refusal = join(folder, ".htaccess");
  if (!existsSync(refusal)) writeFileSync(refusal, "Require all denied\n");
}
