/**
 * Measures what search by meaning adds: recall at ten of judged queries that have no word in common with the
 * stories they mean, by words alone and with stories related in meaning. `npx tsx scripts/meaningQuality.ts
 * CONTENT-FOLDER sample|18f VECTORS [--held-out]`, where VECTORS is the setting `search.vectors` as JSON. For the
 * held-out half it prints only figures, so that nobody tunes by it.
 */
import * as v from "valibot";
import { related } from "static-search/related";
import { VectorSettingsSchema } from "../src/compiler/settings/vectorSettings.ts";
import { wordVectors } from "../src/compiler/features/meaning/wordVectors.ts";
import { searchOver } from "../tests/support/searchOver.ts";
import { type Judged, mean, readJudged } from "./search/judged.ts";
import { readArchive } from "./search/readArchive.ts";
import { sharedWords } from "./search/sharedWords.ts";

const [content = "content", archive = "sample", given = "{}"] = process.argv.slice(2);
if (archive !== "sample" && archive !== "18f") throw new Error("The judged queries are for the archives sample and 18f.");

const { articles, settings } = await readArchive(content);
const model = await wordVectors(content, v.parse(VectorSettingsSchema, JSON.parse(given)), ".broadsheet", ({ message }) =>
  console.error(message),
);
if (!model) throw new Error("There are no word vectors.");
const search = searchOver(articles, settings, model);
const faults: string[] = [];
console.log(`${articles.length} stories of ${content}, ${model.words.length} words`);
for (const half of process.argv.includes("--held-out") ? ["Tuning", "HeldOut"] : ["Tuning"]) {
  const judged = readJudged(`tests/fixtures/search/paraphrases${half}.json`, archive);
  const stories = new Map(articles.map((article) => [article.slug, article]));
  for (const each of judged) faults.push(...(await sharedWords(each, stories)));
  if (faults.length > 0) throw new Error(faults.join("\n"));
  const measured = await Promise.all(judged.map(measureOne));
  for (const language of new Set(judged.map((each) => each.language))) {
    const own = measured.filter((each) => each.language === language);
    const [words, both] = [mean(own.map((each) => each.byWords)), mean(own.map((each) => each.both))];
    console.log(`${half}, ${language}: ${own.length} queries, recall@10 by words ${words.toFixed(2)}, with meaning ${both.toFixed(2)}`);
  }
  if (half === "Tuning")
    for (const { query, both, found } of measured) console.log(`  ${both.toFixed(2)} ${query}  ->  ${found.join(", ")}`);
}

async function measureOne({ query, language, relevant }: Judged) {
  const { hits } = await search.search(query);
  const byMeaning = await search.byVectors((index) => related(index, query, settings.language));
  const words = hits.map(({ document }) => document.slug);
  const meant = byMeaning.map(({ document }) => document.slug);
  return {
    query,
    language,
    byWords: recall(words, relevant),
    both: recall([...words, ...meant.filter((slug) => !words.includes(slug))], relevant, words.length + 10),
    found: byMeaning.slice(0, 4).map(({ document, score }) => `${document.slug} ${score.toFixed(2)}`),
  };
}

/** @param most related stories are listed below the hits, and so have ten places of their own */
function recall(found: readonly string[], relevant: readonly string[], most = 10): number {
  return found.slice(0, most).filter((slug) => relevant.includes(slug)).length / relevant.length;
}
