import { readdirSync } from "node:fs";
import { Socket } from "node:net";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { tryImport } from "../../support/importing.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures");
const FORMATS = readdirSync(FIXTURES).filter((name) => !["article", "hostile", "ninjs-suite", "search"].includes(name));

test("an import asks nobody for anything unless it is told to fetch pictures", async ({ task }) => {
  const connect = vi.spyOn(Socket.prototype, "connect");
  const archives = FORMATS.flatMap((format) =>
    readdirSync(join(FIXTURES, format), { withFileTypes: true }).flatMap((each) =>
      each.isDirectory() ? [join(FIXTURES, format, each.name)] : [],
    ),
  );
  let published = 0;
  for (const archive of archives) published += (await tryImport(archive)).counts?.published ?? 0;
  const asked = connect.mock.calls.length;
  connect.mockRestore();
  task.meta.figure = `${asked} connections during ${archives.length} imports of ${published} articles`;
  expect(published).toBeGreaterThan(20);
  expect(asked).toBe(0);
});
