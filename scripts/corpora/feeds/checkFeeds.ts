import { join } from "node:path";
import { compareFeeds } from "./compareFeeds.ts";

const FOLDERS = ["gofeed", "feedsmith", "feedparser"];

/** Of a hundred values, so many must be as expected. */
const LEAST = 99;

/** Says how many titles, links and dates are as the authors of other parsers expect. @returns what is wrong */
export async function checkFeeds(root: string): Promise<string[]> {
  const faults: string[] = [];
  for (const name of FOLDERS) {
    const { compared, differences } = await compareFeeds(join(root, "feeds", name));
    const unknown = differences.filter(({ reason }) => reason === undefined);
    const known = differences.length - unknown.length;
    const share = (wrong: number) => (100 * (compared - wrong)) / compared;
    console.log(
      `feeds/${name}: ${compared - differences.length} of ${compared} titles, links and dates as expected (${share(differences.length).toFixed(1)} %);` +
        ` ${known} differ for a reason, ${unknown.length} without (${share(unknown.length).toFixed(1)} %)`,
    );
    for (const reason of new Set(differences.flatMap(({ reason = [] }) => reason)))
      console.log(`  ${differences.filter((one) => one.reason === reason).length}: ${reason}`);
    const told = unknown.map(({ file, of, expected, found }) => `${name}/${file}, ${of}: expected "${expected}", found "${found}"`);
    if (share(unknown.length) < LEAST) faults.push(...told);
    else for (const each of told) console.log(`  ${each}`);
  }
  return faults;
}
