import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { SCHEMA_FILES, schemaText } from "../../scripts/schemas.ts";

const shipped = (file: string) => readFile(new URL(`../../${file}`, import.meta.url), "utf8");

it.each(SCHEMA_FILES)("%s is shipped exactly as the contract has it", async (file) => {
  expect(await shipped(file)).toBe(await schemaText(file));
});
