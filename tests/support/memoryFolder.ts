import { chmodSync, mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { freemem } from "node:os";
import { join } from "node:path";

const MEMORY = "/dev/shm";

/** What all sites of a run, its installations and the profiles of its browsers need, several times over. */
const ROOM = 4 * 2 ** 30;

/**
 * Lets tests have their temporary folders in memory, where a machine has room there and none was named in TMPDIR:
 * most of them write sites of many small files, and a disk takes longer to make a file than we to make what is in it.
 * The folder is gone when the run ends.
 */
export function keepTemporaryFilesInMemory(): void {
  if (process.env["TMPDIR"] !== undefined || !hasRoom()) return;
  const folder = mkdtempSync(join(MEMORY, "broadsheet-tests-"));
  // As /tmp itself: servers that tests start run as users of their own.
  chmodSync(folder, 0o1777);
  process.env["TMPDIR"] = folder;
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
}

/** Also for programs: where files must not be run, what a test installs would not start. */
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
