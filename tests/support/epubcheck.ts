import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Debian's package is a Java archive that names itself a program. */
const PROGRAM = "/usr/bin/epubcheck";

/** Whether the checker is here. */
export const hasEpubcheck = existsSync(PROGRAM) && spawnSync("java", ["-version"]).status === 0;

/** A run is over before the compiler of long-running servers is worth its time. */
const SHORT_RUN = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];

/** @returns what the checker of the EPUB's makers says against a book; nothing where it is whole */
export function epubcheck(file: string): string {
  try {
    execFileSync("java", [...SHORT_RUN, "-jar", PROGRAM, "--failonwarnings", "--quiet", file], { encoding: "utf8", stdio: "pipe" });
    return "";
  } catch (error) {
    if (error instanceof Error && "stderr" in error && "stdout" in error) return `${String(error.stdout)}${String(error.stderr)}`;
    throw error;
  }
}
