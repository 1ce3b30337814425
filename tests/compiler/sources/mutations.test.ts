import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ghostArchive } from "../../../src/compiler/sources/ghost/ghostArchive.ts";
import { govukArchive } from "../../../src/compiler/sources/govuk/govukArchive.ts";
import { newsmlArchive } from "../../../src/compiler/sources/newsml/newsmlArchive.ts";
import { ninjsArchive } from "../../../src/compiler/sources/ninjs/ninjsArchive.ts";
import { readArchive } from "../../support/readArchive.ts";

const FORMATS = [
  { archive: ghostArchive, source: "version0/source.json" },
  { archive: govukArchive, source: "speech/source.json" },
  { archive: ninjsArchive, source: "version3/source.json" },
  { archive: newsmlArchive, source: "xhtml/source.xml" },
];

test.each(FORMATS)(
  "5,000 files with one wrong byte each end in items or an error: $archive.name",
  { timeout: 120_000 },
  async ({ archive, source }) => {
    const bytes = readFileSync(join(import.meta.dirname, "../../fixtures", archive.name, source));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, byte) => {
        const changed = Uint8Array.from(bytes);
        changed[at] = byte;
        const { drafts, skipped, problems } = await readArchive(archive, source, new TextDecoder().decode(changed));
        expect(drafts.length + skipped.length + problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 5000 },
    );
  },
);
