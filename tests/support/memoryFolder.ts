import { chmodSync, mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { freemem } from "node:os";
import { join } from "node:path";

const MEMORY = "/dev/shm";

/** Several times the space that the sites, installations and browser profiles of a run need, in bytes. */
const ROOM = 4 * 2 ** 30;

/**
 * Puts the temporary folders of tests in memory, if the machine has enough and TMPDIR is not set:
 * most tests write sites of many small files, and creating a file on a disk takes longer than computing its content.
 * The folder is removed when the run ends.
 */
export function keepTemporaryFilesInMemory(): void {
  if (process.env["TMPDIR"] !== undefined || !hasRoom()) return;
  const folder = mkdtempSync(join(MEMORY, "broadsheet-tests-"));
  // With the permissions of /tmp: servers that tests start run as other users.
  chmodSync(folder, 0o1777);
  process.env["TMPDIR"] = folder;
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
}

/** Whether memory has room, in a file system that can run programs, since tests install some. */
function hasRoom(): boolean {
  try {
    const mounts = readFileSync("/proc/self/mounts", "utf8").split("\n");
    const options = mounts.findLast((line) => line.split(" ")[1] === MEMORY)?.split(" ")[3] ?? "noexec";
    const { bavail, bsize } = statfsSync(MEMORY);
    return !options.split(",").includes("noexec") && bavail * bsize > ROOM && freemem() > ROOM;
  } catch {
    return false;
  }
}
