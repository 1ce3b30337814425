import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeEpub } from "#content/book/makeEpub.ts";
import { aBook, arabic, COVER } from "../../support/aBook.ts";
import { epubcheck, hasEpubcheck } from "../../support/epubcheck.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

// CI installs the checker: where it is missing there, this fails.
test.skipIf(!hasEpubcheck && !process.env["CI"])(
  "a book passes epubcheck, by the makers of the format, in both directions of writing",
  // Java takes its time on a machine with other work.
  { timeout: 120_000 },
  async () => {
    const folder = temporaryFolder();
    for (const [name, book] of [
      ["ltr.epub", aBook({ cover: COVER })],
      ["rtl.epub", aBook({ language: "ar", direction: "rtl", stories: [arabic], pictures: new Map() })],
    ] as const) {
      const file = join(folder, name);
      await writeFile(file, makeEpub(book));
      expect(epubcheck(file)).toBe("");
    }
  },
);
