import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tryImport } from "../../support/importing.ts";
import { filesIn, temporaryFolder } from "../../support/temporaryFolder.ts";

const TREES = join(import.meta.dirname, "../../fixtures/trees");

// Each is a site of one program, with its conventions; the file beside it says what must come in, and what is said of the rest.
for (const name of readdirSync(TREES).filter((file) => !file.endsWith(".json"))) {
  test(`a site of ${name} comes in as ${name}.json says`, async () => {
    const { content, counts, items, problems } = await tryImport(treeOf(name));
    const articles = [...filesIn(content)].filter(([path]) => path.endsWith(".json") && !path.startsWith("."));
    const skipped = items.flatMap((item) => ("reason" in item ? [`${item.file}: ${item.reason}`] : []));
    const told = [...items.flatMap(({ changes }) => changes), ...problems].map(
      ({ severity, file, message }) => `${severity} ${file}: ${message}`,
    );
    const files = Object.fromEntries(articles.map(([path, text]): [string, unknown] => [path, JSON.parse(text)]));
    const imported = { counts, skipped, told, files };
    const expected = join(TREES, `${name}.json`);
    if (process.env["UPDATE_FIXTURES"] === "1") writeFileSync(expected, `${JSON.stringify(imported, null, 2)}\n`);
    expect(JSON.parse(JSON.stringify(imported))).toEqual(JSON.parse(readFileSync(expected, "utf8")));
  });
}

/** A copy, since hugo.json beside it would be taken for the settings of a site. */
function treeOf(name: string): string {
  const tree = join(temporaryFolder(), name);
  cpSync(join(TREES, name), tree, { recursive: true });
  return tree;
}
