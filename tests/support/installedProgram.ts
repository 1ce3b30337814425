import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/**
 * A program that a test needs, which is installed if it is missing. The test is never skipped.
 * @param debian the package that has it
 */
export function installedProgram(file: string, debian: string): string {
  if (!existsSync(file) && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    execFileSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    execFileSync("apt-get", ["install", "-y", "-qq", debian], { stdio: "ignore" });
  }
  if (!existsSync(file)) throw new Error(`This test needs ${file}. On Debian or Ubuntu: apt-get install ${debian}`);
  return file;
}
