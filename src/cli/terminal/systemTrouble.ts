import { errorText } from "#compiler/text/errorMessage.ts";

/** What the codes of the operating system mean for the person at the command line: what is wrong, and what can be done. */
const TROUBLES: Record<string, [wrong: string, remedy: string]> = {
  EACCES: ["this user does not have the permission", "Change its permissions, or name another folder."],
  EPERM: ["this user does not have the permission", "Change its permissions, or name another folder."],
  EROFS: ["it is on a read-only disk", "Name another folder."],
  ENOSPC: ["the disk is full", "Free some space, or name a folder on another disk."],
  EDQUOT: ["the space that this user may take is full", "Free some space, or name a folder on another disk."],
  EFBIG: ["a file would be larger than is allowed", "Raise the limit (`ulimit -f`), or name a folder on another disk."],
  ENOTDIR: ["it is a file, or in one, where a folder is needed", "Name another folder."],
  EISDIR: ["it is a folder where a file is needed", "Rename or remove the folder."],
  EEXIST: ["something else of this name is there", "Rename or remove it, or name another folder."],
  ENOENT: ["it is not there, or cannot be created there", "If it was removed just now, run this again; else name another folder."],
  ENAMETOOLONG: ["its name is too long", "Shorten the name."],
  ELOOP: ["its symbolic links lead in a circle", "Correct the links."],
  EMFILE: ["too many files are open", "Raise the limit (`ulimit -n`)."],
  ENFILE: ["too many files are open on this computer", "Stop other programs, or raise the limit."],
  EIO: ["the disk reports a fault", "Check the disk, or name a folder on another one."],
  SQLITE_FULL: ["the disk is full", "Free some space, or set TMPDIR to a folder on another disk."],
  SQLITE_IOERR: ["the disk reports a fault or is full", "Free some space, or set TMPDIR to a folder on another disk."],
};

/** As Node says it: `EACCES: permission denied, open '/site/index.html'`. Two paths are those of a copy or a rename. */
const BY_NODE = /\b(E[A-Z]+): [^,\n]+, (\w+)(?: '([^'\n]+)')?(?: -> '([^'\n]+)')?/u;

const READING = /^(?:scandir|opendir|[fl]?stat|read|readlink|realpath|access)$/u;

/**
 * A fault of the disk, of permissions or of limits, also from a thread, as sentences with its path and a remedy.
 * @param place what was being written, for a fault that names no path
 * @returns undefined for all other errors, which are bugs
 */
export function systemTrouble(error: unknown, place = "A file"): string | undefined {
  const [, code = sqliteCode(error), call = "write", path = place, to] = BY_NODE.exec(errorText(error)) ?? [];
  const [wrong, remedy] = TROUBLES[code] ?? [];
  const what = to === undefined ? path : `${path} or ${to}`;
  return wrong && `${what} cannot be ${verbOf(call)}: ${wrong} (${code}). ${remedy}`;
}

function verbOf(call: string): string {
  if (call === "open") return "opened";
  return READING.test(call) ? "read" : "written";
}

function sqliteCode(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return code.replace(/^(SQLITE_(?:FULL|IOERR)).*$/u, "$1");
}
