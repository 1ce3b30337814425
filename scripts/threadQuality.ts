/**
 * Measures the quality of the threads that are found, by stories that were judged by reading them.
 * `npx tsx scripts/threadQuality.ts CONTENT-FOLDER sample|18f|letsEncrypt|rust [--held-out] [--list]` prints precision and
 * recall, and the pairs that differ from the judgement; for pairs that are held out only figures, so that nobody tunes by
 * them. Where the files of letsEncrypt and rust come from is in `tests/fixtures/threads/`. `--list` prints all threads.
 */
import { inOrder } from "../src/compiler/link/story.ts";
import { readArchive } from "./search/readArchive.ts";
import {
  asArchive,
  isWhole,
  type JudgedPair,
  measurePairs,
  pairsOf,
  precision,
  readPairs,
  recall,
  threadsIn,
} from "./threads/judgedPairs.ts";

const [content = "content", name = "sample"] = process.argv.slice(2);
const archive = asArchive(name);

const { articles, settings } = await readArchive(content);
const stories = inOrder(articles, settings.timeZone);
const begun = performance.now();
const threads = threadsIn(stories);
const inThreads = threads.reduce((sum, thread) => sum + thread.stories.length, 0);
console.log(
  `${stories.length} stories of ${content}: ${threads.length} threads with ${inThreads} stories, in ${Math.round(performance.now() - begun)} ms`,
);
if (isWhole(archive)) print("all", pairsOf(archive, stories));
else
  for (const half of process.argv.includes("--held-out") ? ["tuning", "heldOut"] : ["tuning"])
    print(half, readPairs(`tests/fixtures/threads/${half}.json`, archive));
if (process.argv.includes("--list"))
  for (const { slug, stories: own, turningPoints } of threads) {
    console.log(`\n${slug} (${own.length})`);
    for (const story of own)
      console.log(`  ${story.day} ${turningPoints.includes(story) ? "*" : " "} ${story.article.headline}  [${story.article.slug}]`);
  }

function print(what: string, judged: JudgedPair[]): void {
  const measured = measurePairs(judged, stories, threads);
  const { pairs, found, right, together, wrong } = measured;
  console.log(
    `${what}: ${pairs} pairs, ${together} of them together; found ${found}, ${right} rightly: precision ${precision(measured).toFixed(2)}, recall ${recall(measured).toFixed(2)}`,
  );
  if (what !== "heldOut") for (const pair of wrong) console.log(`  ${pair.together ? "missed" : "wrong "}  ${pair.stories.join("  ")}`);
}
