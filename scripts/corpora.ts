import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkFeeds } from "./corpora/feeds/checkFeeds.ts";
import { folders } from "./corpora/folders.ts";
import { checkHostile } from "./corpora/hostile/checkHostile.ts";
import { checkPages } from "./corpora/pages/checkPages.ts";
import { openReader } from "./corpora/reader.ts";
import { runFolder } from "./corpora/runFolder.ts";
import { table } from "./corpora/table.ts";

// Imports real archives that are not part of the repository, and prints the results.
//   npm run corpora                 and compares feeds with other parsers, and tries public lists of payloads in a browser
//   npm run corpora -- --imports    only imports them; the checks that run at night do the rest as well

const { values } = parseArgs({ options: { imports: { type: "boolean", default: false } } });
const root = resolve("../shared/corpora");

if (existsSync(root)) process.exitCode = await run();
else console.log(`There are no corpora to read: ${root} is not there.`);

async function run(): Promise<number> {
  const reader = openReader(root);
  const results = [];
  for (const folder of folders) results.push(await runFolder(folder, root, reader));
  reader.close();
  console.log(
    table(
      ["input", "files", "items", "published", "skipped", "problems", "crashes", "seconds"],
      results.map(({ name, inputs, items, published, skipped, problems, crashes, seconds }) => [
        name,
        inputs,
        items,
        published,
        skipped,
        problems,
        crashes,
        seconds + 0.0001,
      ]),
    ),
  );
  console.log("");
  const faults = [...results.flatMap((result) => result.faults), ...(values.imports ? [] : await faultsOfChecks())];
  for (const fault of faults) console.log(`FAULT ${fault}`);
  console.log(faults.length === 0 ? "All as it should be." : `${faults.length} faults.`);
  return faults.length === 0 ? 0 : 1;
}

async function faultsOfChecks(): Promise<string[]> {
  const { faults: ofFeeds } = await checkFeeds(root);
  const { faults: ofPayloads } = await checkHostile(root);
  const { faults: ofPages } = existsSync(join(root, "pages")) ? await checkPages(root) : { faults: [] };
  return [...ofFeeds, ...ofPayloads, ...ofPages];
}
