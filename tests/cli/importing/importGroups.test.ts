import { expect, onTestFinished, test, vi } from "vitest";
import { groupedItems } from "#cli/importing/importGroups.ts";
import { countKind, itemKinds, whatWasFound } from "#cli/importing/importSummary.ts";
import type { Imported } from "#compiler/importing/importArchive.ts";
import type { ImportItem } from "#compiler/importing/importReport.ts";

const published = (file: string, more: object = {}): ImportItem => ({
  file,
  outcome: "published",
  article: `articles/${file}.json`,
  datePublished: "2024-04-22T07:10:00Z",
  headline: `Headline of ${file}`,
  authors: ["Ann", "Bob"],
  changes: [],
  ...more,
});

const skipped = (file: string, reason: string, more: object = {}): ImportItem => ({
  file,
  outcome: "skipped",
  reason,
  changes: [],
  ...more,
});

const IMPORTED: Imported = {
  problems: [
    { severity: "warning", file: "a.xml", message: "The archive is cut off.", remedy: "Export it again." },
    { severity: "warning", file: "b.xml", place: "line 3", message: "The archive is cut off.", remedy: "Export it again." },
  ],
  read: [
    { format: "WordPress export", files: 1, first: "export.xml" },
    { format: "Feed", files: 2, first: "a.xml" },
  ],
  others: ["style.css"],
  counts: {
    in: 9,
    published: 5,
    skipped: 4,
    written: 3,
    pictures: { shown: 2, copied: 1, missing: 1 },
    leftOut: { comments: 7, pages: 2 },
  },
  errors: 0,
  warnings: 2,
};

/** What the command prints at the end, as a terminal without colours shows it. */
function printed(items: ImportItem[], imported = IMPORTED, isDry = false): string[] {
  const error = vi.spyOn(console, "error").mockReturnValue();
  onTestFinished(() => error.mockRestore());
  const output = groupedItems(isDry);
  const kinds = itemKinds();
  for (const item of items) {
    countKind(kinds, item);
    output.item(item);
  }
  output.end(imported, { found: whatWasFound(imported, kinds) });
  return error.mock.calls.flat().map(String);
}

const lost = (place: string) => ({ severity: "warning" as const, file: "a.xml", place, message: `The picture ${place}.jpg is not there.` });

test("items with one message are one group, the largest first, with three examples", () => {
  expect(
    printed([
      skipped("1", "It is a draft", { withheld: true }),
      skipped("2", "It has no headline", { place: "item 2", lost: "no headline" }),
      ...["3", "4", "5", "6"].map((file) => skipped(file, "It has no headline", { headline: `Story ${file}`, lost: "no headline" })),
      published("7", { changes: [lost("x"), lost("y"), { severity: "error", file: "7", message: "Wrong." }] }),
      skipped("8", "It is a draft, so it was skipped", { changes: [{ severity: "notice", file: "8", message: "It is a draft." }] }),
      published("9", { changes: [{ severity: "notice", file: "9", message: "It was shortened." }], headline: undefined }),
    ]),
  ).toEqual([
    "9 in = 5 published + 4 skipped",
    "Read as WordPress export (export.xml), Feed (2 files, such as a.xml). 1 other file is not in a known format.",
    "Skipped: 1 withheld by the archive, 5 that cannot be published as they are, 1 for other reasons; the reasons are below.",
    "2 pictures can be shown, 1 is not available.",
    "Run it again with --uploads and a folder that has them, or with --download-images for those at an address on the web.",
    "Left out: comments (7).",
    "Left out: pages (2).",
    "3 files are new or changed, 2 were already there; 1 picture was copied.",
    "skipped 5 × It has no headline",
    "    2 (item 2)",
    "    3 “Story 3”",
    "    4 “Story 4”",
    "    and 2 more (--json lists all)",
    "skipped 1 × It is a draft",
    "    1",
    "skipped 1 × It is a draft, so it was skipped",
    "    8",
    "notice 1 × It was shortened.",
    "    9",
    "warning 2 × The picture … is not there.",
    "    a.xml (x) “Headline of 7”: The picture x.jpg is not there.",
    "    a.xml (y) “Headline of 7”: The picture y.jpg is not there.",
    "warning 2 × The archive is cut off. Export it again.",
    "    a.xml",
    "    b.xml (line 3)",
    "error 1 × Wrong.",
    "    7 “Headline of 7”",
  ]);
});

test("a dry run says what would be written, and shows the first ten stories", () => {
  const items = Array.from({ length: 12 }, (_, at) => published(`s${at}`, at === 0 ? { authors: [] } : {}));
  const counts = {
    in: 12,
    published: 12,
    skipped: 0,
    written: 1,
    pictures: { shown: 0, copied: 0, missing: 0 },
    leftOut: {},
  };
  expect(printed(items, { ...IMPORTED, problems: [], others: [], counts }, true)).toEqual([
    "12 in = 12 published + 0 skipped (a dry run: nothing was written)",
    "Read as WordPress export (export.xml), Feed (2 files, such as a.xml).",
    "0 pictures can be shown, 0 are not available.",
    "1 file would be new or changed, and 0 pictures copied. Run it without --dry-run to import it.",
    "story 2024-04-22 · Headline of s0",
    "story 2024-04-22 · Headline of s1 · Ann, Bob",
    "story 2024-04-22 · Headline of s2 · Ann, Bob",
    "story 2024-04-22 · Headline of s3 · Ann, Bob",
    "story 2024-04-22 · Headline of s4 · Ann, Bob",
    "story 2024-04-22 · Headline of s5 · Ann, Bob",
    "story 2024-04-22 · Headline of s6 · Ann, Bob",
    "story 2024-04-22 · Headline of s7 · Ann, Bob",
    "story 2024-04-22 · Headline of s8 · Ann, Bob",
    "story 2024-04-22 · Headline of s9 · Ann, Bob",
  ]);
});

test("an archive that could not be read has no summary", () => {
  expect(printed([], { problems: IMPORTED.problems.slice(0, 1), read: [], others: [], errors: 0, warnings: 1 })).toEqual([
    "warning 1 × The archive is cut off. Export it again.",
    "    a.xml",
  ]);
});
