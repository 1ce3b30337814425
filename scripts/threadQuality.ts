/**
 * Measures the quality of the threads that are found, by judged pairs of stories.
 * `npx tsx scripts/threadQuality.ts CONTENT-FOLDER sample|18f [--held-out] [--list]` prints precision and recall, and for
 * the tuning half the pairs that differ from the judgement; for the held-out half it prints only figures, so that nobody
 * tunes by it. `--list` prints all threads.
 */
import { inOrder } from "../src/compiler/link/story.ts";
import { readArchive } from "./search/readArchive.ts";
import { measurePairs, precision, readPairs, recall, threadsIn } from "./threads/judgedPairs.ts";

const [content = "content", archive = "sample"] = process.argv.slice(2);
if (archive !== "sample" && archive !== "18f") throw new Error("The judged pairs are of the archives sample and 18f.");

const { articles, settings } = await readArchive(content);
const stories = inOrder(articles, settings.timeZone);
const begun = performance.now();
const threads = threadsIn(stories);
const inThreads = threads.reduce((sum, thread) => sum + thread.stories.length, 0);
console.log(
  `${stories.length} stories of ${content}: ${threads.length} threads with ${inThreads} stories, in ${Math.round(performance.now() - begun)} ms`,
);
for (const half of process.argv.includes("--held-out") ? ["tuning", "heldOut"] : ["tuning"]) {
  const measured = measurePairs(readPairs(`tests/fixtures/threads/${half}.json`, archive), stories, threads);
  const { pairs, found, right, together, wrong } = measured;
  console.log(
    `${half}: ${pairs} pairs, ${together} of them together; found ${found}, ${right} rightly: precision ${precision(measured).toFixed(2)}, recall ${recall(measured).toFixed(2)}`,
  );
  if (half === "tuning") for (const pair of wrong) console.log(`  ${pair.together ? "missed" : "wrong "}  ${pair.stories.join("  ")}`);
}
if (process.argv.includes("--list"))
  for (const { slug, stories: own, turningPoints } of threads) {
    console.log(`\n${slug} (${own.length})`);
    for (const story of own)
      console.log(`  ${story.day} ${turningPoints.includes(story) ? "*" : " "} ${story.article.headline}  [${story.article.slug}]`);
  }
