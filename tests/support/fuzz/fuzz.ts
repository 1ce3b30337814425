import fc from "fast-check";
import { refine } from "../../../src/compiler/refine/refine.ts";
import { released } from "../../../src/compiler/refine/released.ts";
import { makeSettings } from "../makeSettings.ts";
import type { FuzzFormat } from "./fuzzFormats.ts";

/**
 * Changes, removes or inserts one byte of a format's file, `runs` times,
 * and reads and refines each result. The same seed makes the same changes.
 * @throws what fast-check found, with the change that led to it
 * @returns the longest that one reading took, in seconds
 */
export async function fuzz({ seed: bytes, read }: FuzzFormat, runs: number, seed: number): Promise<number> {
  let longest = 0;
  const change = fc.record({ at: fc.nat(bytes.length - 1), byte: fc.nat(255), kind: fc.constantFrom("change", "remove", "insert") });
  const property = fc.asyncProperty(change, async ({ at, byte, kind }) => {
    const changed = [...bytes];
    changed.splice(at, kind === "insert" ? 0 : 1, ...(kind === "remove" ? [] : [byte]));
    const start = performance.now();
    const { open } = released(await read(Uint8Array.from(changed)), makeSettings(), () => {});
    refine(open, makeSettings(), () => {});
    longest = Math.max(longest, (performance.now() - start) / 1000);
  });
  await fc.assert(property, { numRuns: runs, seed });
  return longest;
}
