import { fuzz } from "../../tests/support/fuzz/fuzz.ts";
import { fuzzFormats } from "../../tests/support/fuzz/fuzzFormats.ts";

/** Wrong bytes in a file of each format. @returns what is wrong */
export async function fuzzAll(runs = 5000, seed = Date.now() % 1_000_000_000): Promise<string[]> {
  const faults: string[] = [];
  for (const format of fuzzFormats()) {
    const start = performance.now();
    try {
      const longest = await fuzz(format, runs, seed);
      if (longest > 5) faults.push(`${format.name}: a reading took ${longest.toFixed(1)} seconds (seed ${seed}).`);
      console.log(
        `${format.name}: ${runs} changed files, the longest took ${longest.toFixed(2)} s, all ${((performance.now() - start) / 1000).toFixed(0)} s`,
      );
    } catch (error) {
      faults.push(`${format.name}: ${error instanceof Error ? error.message : String(error)} (seed ${seed})`);
    }
  }
  return faults;
}
