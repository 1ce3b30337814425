import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { SCHEMA_FILES, schemaText, SETTINGS_REFERENCE, settingsText } from "../../scripts/schemas.ts";

const shipped = (file: string) => readFile(new URL(`../../${file}`, import.meta.url), "utf8");

it.each(SCHEMA_FILES)("%s is shipped exactly as the contract has it", async (file) => {
  expect(await shipped(file)).toBe(await schemaText(file));
});

it("the reference of the settings says what the schema does", async () => {
  expect(await shipped(SETTINGS_REFERENCE)).toBe(await settingsText());
});

it("an editor is told what each setting is, in plain words", async () => {
  const { properties }: { properties: Record<string, { description: string }> } = JSON.parse(await shipped("schemas/edition.schema.json"));
  expect(properties["navigation"]?.description).toBe("The items of the navigation, in order, in place of the sections.");
  for (const { description } of Object.values(properties)) expect(description).toMatch(/^[A-Z][^[\]]{10,}\.$/u);
});
