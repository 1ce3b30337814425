import { printableJson } from "../terminal/printable.ts";
import type { Imported } from "#compiler/importing/importArchive.ts";
import type { WantedPicture } from "#compiler/importing/importedPictures.ts";
import type { ImportItem } from "#compiler/importing/importReport.ts";

/** Tells of each item as it comes, then of each picture that is not at hand, and of the whole in the end. */
export type ImportOutput = {
  item: (item: ImportItem) => void;
  wanted: (picture: WantedPicture) => void;
  end: (imported: Imported) => void;
};

/** One JSON document on the standard output, an item a line: a long import never has to be in memory for it. */
export function jsonItems(): ImportOutput {
  const counts = { items: 0, wanted: 0 };
  const put = (text: string) => void process.stdout.write(printableJson(text));
  /** What stands before the lists' entries, as far as it is not there yet. */
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
    end: ({ counts: all, formats, others, problems }) => {
      const rest = JSON.stringify({ counts: all ?? null, formats, others, problems });
      put(`${head()}${middle()}\n],${rest.slice(1)}\n`);
    },
  };
}
