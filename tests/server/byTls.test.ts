import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { serveAccounts } from "../../src/cli/serving/serveAccounts.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

test.each([
  ["https://paper.example/", "max-age=31536000"],
  ["http://paper.example/", null],
])("browsers are asked to come by TLS alone where the paper has it: %s", async (address, expected) => {
  const site = temporaryFolder();
  writeFileSync(join(site, "index.html"), "<!doctype html>");
  writeFileSync(join(site, "manifest.webmanifest"), '{"name":"The Test"}');
  const env = { BROADSHEET_URL: address, LOG_LEVEL: "silent" };
  const serving = await serveAccounts(site, { port: 0, folder: temporaryFolder(), env });
  const answers = await Promise.all(["", "no-such-page", "api/health"].map((path) => fetch(serving.address + path)));
  await serving.close();
  expect(answers.map(({ headers }) => headers.get("strict-transport-security"))).toEqual([expected, expected, expected]);
});
