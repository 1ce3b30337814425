import { join } from "node:path";
import { table } from "../table.ts";
import { compareFeeds } from "./compareFeeds.ts";

const FOLDERS = ["gofeed", "feedsmith", "feedparser"];

/** The minimum percentage of comparable values that must be equal. */
const LEAST = 99;

/**
 * Compares titles, links and dates with those that the authors of other parsers expect.
 * @returns what is wrong, and the share of equal values in each folder, as text
 */
export async function checkFeeds(root: string): Promise<{ faults: string[]; shares: string[] }> {
  const faults: string[] = [];
  const shares: string[] = [];
  const rows = [];
  const notes = [];
  for (const name of FOLDERS) {
    const { compared, differences } = await compareFeeds(join(root, "feeds", name));
    const wrong = differences.filter(({ reason }) => reason === undefined);
    const comparable = compared - (differences.length - wrong.length);
    const share = (100 * (comparable - wrong.length)) / comparable;
    rows.push([`feeds/${name}`, compared, compared - comparable, comparable, comparable - wrong.length, `${share.toFixed(1)} %`]);
    shares.push(`${name} ${share.toFixed(1)} % of ${comparable}`);
    for (const reason of new Set(differences.flatMap(({ reason = [] }) => reason)))
      notes.push(`Not comparable, ${differences.filter((each) => each.reason === reason).length} in feeds/${name}: ${reason}`);
    const told = wrong.map(({ file, of, expected, found }) => `${name}/${file}, ${of}: expected "${expected}", found "${found}"`);
    if (share < LEAST) faults.push(...told);
    else notes.push(...told);
  }
  console.log(table(["titles, links and dates", "expected", "not comparable", "comparable", "equal", "share"], rows));
  for (const note of notes) console.log(note);
  return { faults, shares };
}
