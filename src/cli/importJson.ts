import type { Imported } from "#compiler/importing/importArchive.ts";
import type { ImportItem } from "#compiler/importing/importReport.ts";

/** Tells of each item as it comes, and of the whole in the end. */
export type ImportOutput = { item: (item: ImportItem) => void; end: (imported: Imported) => void };

/** One JSON document on the standard output, an item a line: a long import never has to be in memory for it. */
export function jsonItems(): ImportOutput {
  let count = 0;
  const start = () => (count++ === 0 ? '{"items":[\n' : ",\n");
  return {
    item: (item) => void process.stdout.write(`${start()}${JSON.stringify(item)}`),
    end: ({ counts, formats, others, problems, wanted }) => {
      const rest = JSON.stringify({ counts: counts ?? null, formats, others, problems, wanted });
      process.stdout.write(`${count === 0 ? '{"items":[' : ""}\n],${rest.slice(1)}\n`);
    },
  };
}
