import { chmodSync, existsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Bits of a folder's mode: the permissions of its owner, those of its group, and setgid, by which new files belong to the group. */
const OWNER = 0o7700;
const OWNER_AND_GROUP = 0o7770;
const GROUP_WRITES = 0o020;

/**
 * Keeps other users and web servers out of the state. It contains drafts, and is beside the site; if the site is below a path, that
 * is a folder that its host serves. Nginx and Caddy refuse it by the settings that the build writes, Apache by the file written here.
 * On the machine only the owner has access, and the group if it may write there, since it may build the site.
 */
export function keepPrivate(folder: string): void {
  const { mode, uid } = statSync(folder);
  const closed = mode & (mode & GROUP_WRITES ? OWNER_AND_GROUP : OWNER);
  if (closed !== (mode & 0o7777) && uid === process.getuid?.()) chmodSync(folder, closed);
  const refusal = join(folder, ".htaccess");
  if (!existsSync(refusal)) writeFileSync(refusal, "Require all denied\n");
}
