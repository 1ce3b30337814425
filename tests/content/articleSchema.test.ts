import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { articleSchema } from "../../scripts/articleSchema.ts";

it("is shipped as JSON Schema exactly as the contract has it", async () => {
  const shipped = await readFile(new URL("../../public/article.schema.json", import.meta.url), "utf8");
  expect(shipped).toBe(await articleSchema());
});
