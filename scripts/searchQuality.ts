/**
 * Measures the quality of search results: mean reciprocal rank and recall at ten over judged queries.
 * `npx tsx scripts/searchQuality.ts CONTENT-FOLDER sample|18f [--held-out]` lists the queries of the tuning half that
 * fall short; for the held-out half it prints only figures, so that nobody tunes by it.
 */
import { searchOver } from "../tests/support/searchOver.ts";
import { mean, type Measured, measure, readJudged } from "./search/judged.ts";
import { readArchive } from "./search/readArchive.ts";

const [content = "content", archive = "sample"] = process.argv.slice(2);
if (archive !== "sample" && archive !== "18f") throw new Error("The judged queries are for the archives sample and 18f.");

const { articles, settings } = await readArchive(content);
const search = searchOver(articles, settings);
console.log(`${articles.length} stories of ${content}`);
for (const half of process.argv.includes("--held-out") ? ["tuning", "heldOut"] : ["tuning"]) {
  const measured = await measure(search, readJudged(`tests/fixtures/search/${half}.json`, archive));
  const [mrr, recall] = [mean(measured.map(({ reciprocalRank }) => reciprocalRank)), mean(measured.map((query) => query.recall))];
  console.log(`${half}: ${measured.length} queries, MRR ${mrr.toFixed(3)}, recall@10 ${recall.toFixed(3)}`);
  if (half === "tuning") explain(measured);
}

function explain(measured: Measured[]): void {
  for (const { query, reciprocalRank, recall, hits } of measured) {
    if (reciprocalRank === 1 && recall === 1) continue;
    console.log(`  ${reciprocalRank.toFixed(2)} ${recall.toFixed(2)}  ${query}  ->  ${hits.slice(0, 4).join(", ")}`);
  }
}
