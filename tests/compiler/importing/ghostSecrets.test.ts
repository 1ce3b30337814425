import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesIn } from "../../support/temporaryFolder.ts";
import { tryImport } from "../../support/importing.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures/ghost");
const REAL = join(import.meta.dirname, "../../../../shared/corpora/ghost");

/** Values that belong to accounts and to the machine, by the names that Ghost's tables and settings have for them. */
const PRIVATE = /^(?:email|password|ghost_auth_access_token|ghost_auth_id|token|secret|firstRequest)$/u;
const PRIVATE_SETTING = /secret|private|public_hash|password|db_?hash|stripe|mailgun|public_key/iu;

function secretsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(secretsIn);
  const fields = Object.entries(value);
  const setting = fields.find(([name, key]) => name === "key" && PRIVATE_SETTING.test(String(key)));
  const own = fields.filter(([name, each]) => typeof each === "string" && (PRIVATE.test(name) || (setting && name === "value")));
  return [...own.map(([, each]) => String(each).trim()), ...fields.flatMap(([, each]) => secretsIn(each))].filter(
    (each) => each.length > 5,
  );
}

async function nothingPrivateOf(path: string): Promise<void> {
  const secrets = [...new Set(secretsIn(JSON.parse(readFileSync(path, "utf8"))))];
  const imported = await tryImport(path);
  expect(imported.counts?.published).toBeGreaterThan(0);
  expect(secrets.length).toBeGreaterThan(0);
  const written = [...filesIn(imported.content).values()].join("\n") + JSON.stringify(imported);
  for (const secret of secrets) expect(written).not.toContain(secret);
}

test.each(["version0", "mobiledoc", "lexical"])("nothing private of an export (%s) reaches the content folder or the report", (name) =>
  nothingPrivateOf(join(FIXTURES, name, "source.json")),
);

describe.skipIf(!existsSync(REAL))("real exports, in ../shared/corpora/ghost", () => {
  test.each(existsSync(REAL) ? readdirSync(REAL).filter((name) => name !== "broken.json") : [])(
    "nothing private of %s comes out",
    async (name) => {
      await nothingPrivateOf(join(REAL, name));
    },
  );
});
