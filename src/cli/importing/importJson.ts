import { printableJson } from "../terminal/printable.ts";
import type { Imported } from "#compiler/importing/importArchive.ts";
import type { WantedPicture } from "#compiler/importing/importedPictures.ts";
import type { ImportItem } from "#compiler/importing/importReport.ts";

/** Reports each item as it comes, then each picture that is not available, and the totals at the end. */
export type ImportOutput = {
  item: (item: ImportItem) => void;
  wanted: (picture: WantedPicture) => void;
  /** @param found what was found, in sentences; `report` is the path of the page with the report */
  end: (imported: Imported, about: { found: string[]; report?: string | undefined }) => void;
};

/** Writes one JSON document to standard output, an item per line, so that a long import is never held in memory. */
export function jsonItems(): ImportOutput {
  const counts = { items: 0, wanted: 0 };
  const put = (text: string) => void process.stdout.write(printableJson(text));
  /** The text before each list's entries; empty if it is already written. */
  const head = () => (counts.items === 0 && counts.wanted === 0 ? '{"items":[' : "");
  const middle = () => (counts.wanted === 0 ? '\n],"wanted":[' : "");
  const line = (start: string, entry: unknown) => put(`${start}\n${JSON.stringify(entry)}`);
  return {
    item: (item) => {
      line(counts.items === 0 ? head() : ",", item);
      counts.items += 1;
    },
    wanted: (picture) => {
      line(counts.wanted === 0 ? head() + middle() : ",", picture);
      counts.wanted += 1;
    },
    end: ({ counts: all, read, builder, others, problems }, { report }) => {
      const formats = read.map(({ format }) => format);
      const rest = JSON.stringify({ counts: all ?? null, formats, read, builder, others, problems, report });
      put(`${head()}${middle()}\n],${rest.slice(1)}\n`);
    },
  };
}
