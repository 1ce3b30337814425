import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openArchiveFile } from "../../../src/compiler/importing/openArchiveFile.ts";
import type { ArchiveFormat } from "../../../src/compiler/formats/archiveFormat.ts";
import { asJson, readArchive } from "../../support/readArchive.ts";

/** Each case of a format is a folder: its real input, and what must come out of it, problems included. */
export function archiveCases(archive: ArchiveFormat): void {
  const folder = join(import.meta.dirname, "../../fixtures", archive.name);
  for (const name of readdirSync(folder)) {
    for (const source of readdirSync(join(folder, name)).filter((file) => file.startsWith("source"))) {
      const number = /\d*/u.exec(source.slice("source".length))?.[0] ?? "";
      test(`${archive.name}/${name}/${source} comes out as its expected.json says`, async () => {
        const path = join(folder, name, source);
        const { beside } = openArchiveFile(source, path);
        const reading = asJson(await readArchive(archive, source, readFileSync(path), {}, beside));
        const expected = join(folder, name, `expected${number}.json`);
        if (process.env["UPDATE_FIXTURES"] === "1") writeFileSync(expected, `${JSON.stringify(reading, null, 2)}\n`);
        expect(reading).toEqual(JSON.parse(readFileSync(expected, "utf8")));
      });
    }
  }
}
