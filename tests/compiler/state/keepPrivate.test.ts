import { chmodSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { BuildState } from "#compiler/state/BuildState.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

it.each([
  ["of a build before, which all could read", 0o755, 0o750],
  ["that a group shares", 0o770, 0o770],
])("a state %s is closed to others, and to Apache", (_, before, after) => {
  const folder = join(temporaryFolder(), "state");
  mkdirSync(folder);
  chmodSync(folder, before);
  new BuildState(folder, "1", undefined).close();
  expect(statSync(folder).mode & 0o777).toBe(after);
  expect(readFileSync(join(folder, ".htaccess"), "utf8")).toBe("Require all denied\n");
});
