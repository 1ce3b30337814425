import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expectedIn, type FeedCase } from "./expected.ts";
import { feedparserCase } from "./feedparserCase.ts";

/** The feeds of a folder that have expected values, in the feed itself or in a file beside it. */
export function feedCases(folder: string): FeedCase[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();
  return names.flatMap((name) => caseOf(folder, name) ?? []);
}

function caseOf(folder: string, file: string): FeedCase | undefined {
  if (!/\.(?:xml|json)$/u.test(file) || file.endsWith("_expected.json")) return undefined;
  const beside = [file.replace(/\.json$/u, "_expected.json"), file.replace(/\.xml$/u, ".json")].find(
    (name) => name !== file && existsSync(join(folder, name)),
  );
  if (beside === undefined) return file.endsWith(".xml") ? feedparserCase(file, readFileSync(join(folder, file), "utf8")) : undefined;
  const json: unknown = JSON.parse(readFileSync(join(folder, beside), "utf8").replace(/^\uFEFF/u, ""));
  return { file, ...expectedIn(json) };
}
