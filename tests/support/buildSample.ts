import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { broadsheet } from "./installation.ts";

/**
 * Builds the sample edition with other options.
 * @param atEnd receives a function that removes it
 * @returns its folder
 */
export async function buildSample(atEnd: (remove: () => void) => void, ...options: string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const out = join(folder, "site");
  await broadsheet(inject("installation"), "build", "--content", "content", "--out", out, "--no-compress", ...options);
  return out;
}
