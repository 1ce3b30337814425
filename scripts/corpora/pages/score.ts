/** The shares of runs of four words that two texts have in common, that only the found text has, and that only the right one has. */
export type Matches = { both: number; wrong: number; missed: number };

/** How well a found text matches the right one. Long texts count as much as short ones. */
export function matchesOf(right: string, found: string): Matches {
  const [expected, given] = [runsIn(right), runsIn(found)];
  const all = new Set([...expected.keys(), ...given.keys()]);
  const counts = { both: 0, wrong: 0, missed: 0 };
  for (const run of all) {
    const [is, has] = [expected.get(run) ?? 0, given.get(run) ?? 0];
    counts.both += Math.min(is, has);
    counts.wrong += Math.max(0, has - is);
    counts.missed += Math.max(0, is - has);
  }
  const sum = counts.both + counts.wrong + counts.missed || 1;
  return { both: counts.both / sum, wrong: counts.wrong / sum, missed: counts.missed / sum };
}

function runsIn(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  const runs = new Map<string, number>();
  for (let at = 0; at < Math.max(1, words.length - LENGTH + 1); at += 1) {
    const run = words.slice(at, at + LENGTH).join(" ");
    if (run !== "") runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return runs;
}

const LENGTH = 4;

/** The mean precision of texts with something found, the mean recall of texts with something right, and their F1. */
export function scoreOf(all: Matches[]): { f1: number; precision: number; recall: number } {
  const precision = mean(all.flatMap(({ both, wrong }) => (both + wrong > 0 ? [both / (both + wrong)] : [])));
  const recall = mean(all.flatMap(({ both, missed }) => (both + missed > 0 ? [both / (both + missed)] : [])));
  return { f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall), precision, recall };
}

const mean = (numbers: number[]): number => numbers.reduce((sum, each) => sum + each, 0) / (numbers.length || 1);
