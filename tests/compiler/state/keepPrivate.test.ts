import { chmodSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { BuildState } from "#compiler/state/BuildState.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

it.each([
  ["of a build before, which all could read", 0o755, 0o700],
  ["that a group could read", 0o2750, 0o2700],
  ["that a group shares", 0o2775, 0o2770],
  ["that a group shares and others cannot read", 0o770, 0o770],
])("a state %s is closed to others, and to Apache", (_, before, after) => {
  const folder = join(temporaryFolder(), "state");
  mkdirSync(folder);
  chmodSync(folder, before);
  new BuildState(folder, "1", undefined).close();
  expect(statSync(folder).mode & 0o7777).toBe(after);
  expect(readFileSync(join(folder, ".htaccess"), "utf8")).toBe("Require all denied\n");
});
