import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** In Debian's package, the program is a Java archive. */
const PROGRAM = "/usr/bin/epubcheck";

/** Whether the checker is installed. */
export const hasEpubcheck = existsSync(PROGRAM) && spawnSync("java", ["-version"]).status === 0;

/** A run is too short for Java's optimising compiler to pay off. */
const SHORT_RUN = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];

/** @returns the faults that EPUBCheck finds in a book */
export function epubcheck(file: string): string {
  try {
    execFileSync("java", [...SHORT_RUN, "-jar", PROGRAM, "--failonwarnings", "--quiet", file], { encoding: "utf8", stdio: "pipe" });
    return "";
  } catch (error) {
    if (error instanceof Error && "stderr" in error && "stdout" in error) return `${String(error.stdout)}${String(error.stderr)}`;
    throw error;
  }
}
