import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** The maximum size of Git's output, in bytes. */
const LARGEST = 500_000_000;

/**
 * Runs Git in a folder, without the programs that a repository's configuration may name.
 * @returns what it prints
 * @throws if there is no Git or no repository, or the command fails
 */
export async function runGit(folder: string, ...args: string[]): Promise<string> {
  const safe = ["core.fsmonitor=false", "core.hooksPath=/dev/null", "log.showSignature=false"].flatMap((setting) => ["-c", setting]);
  const { stdout } = await promisify(execFile)("git", ["--no-pager", ...safe, ...args], { cwd: folder, maxBuffer: LARGEST });
  return stdout;
}
