import type { Imported } from "#compiler/importing/importArchive.ts";
import type { ReadFiles, Recognised } from "#compiler/importing/whatWasRead.ts";
import type { ImportCounts, ImportItem } from "#compiler/importing/importReport.ts";
import { GHOST_PAGE } from "#compiler/formats/ghost/ghostArchive.ts";
import { UNDATED_PAGE } from "#compiler/reading/markdown/forms.ts";
import { counted } from "#compiler/text/counted.ts";

/** How many items there are of each kind that counts do not tell apart. */
export type ItemKinds = { withheld: number; pages: number; lost: number; other: number; keptBack: number };

export const itemKinds = (): ItemKinds => ({ withheld: 0, pages: 0, lost: 0, other: 0, keptBack: 0 });

export function countKind(kinds: ItemKinds, item: ImportItem): void {
  if (item.outcome === "skipped") kinds[kindOf(item)] += 1;
  else if (item.keptBack) kinds.keptBack += 1;
}

function kindOf({ withheld, lost, reason }: Extract<ImportItem, { outcome: "skipped" }>): keyof ItemKinds {
  if (withheld) return "withheld";
  return lost ? "lost" : PAGES.has(reason) ? "pages" : "other";
}

const PAGES = new Set([UNDATED_PAGE, GHOST_PAGE]);

/** What an import saw, in sentences: the same in each run. */
export function whatWasFound({ counts, read, builder, others }: Imported, kinds: ItemKinds): string[] {
  if (!counts) return [];
  const { in: all, published, skipped, pictures, leftOut } = counts;
  const more = others.length > 0 ? ` ${counted(others.length, "other file is", "other files are")} not in a known format.` : "";
  return [
    `${all} in = ${published} published + ${skipped} skipped`,
    `Read as ${recognisedAs({ read, builder })}.${more}`,
    ...skippedKinds(kinds),
    `${counted(pictures.shown, "picture")} can be shown, ${counted(pictures.missing, "is", "are")} not available.`,
    ...(pictures.missing > 0
      ? ["Run it again with --uploads and a folder that has them, or with --download-images for those at an address on the web."]
      : []),
    ...editsIn(counts),
    ...Object.entries(leftOut).map(([name, count]) => `Left out: ${name} (${count}).`),
  ];
}

/** What an import wrote, or would write. */
export function whatWasWritten({ published, written, pictures: { copied } }: ImportCounts, dry: boolean): string {
  if (dry)
    return `${counted(written, "file")} would be new or changed, and ${counted(copied, "picture")} copied. Run it without --dry-run to import it.`;
  const there = published - Math.min(written, published);
  return `${counted(written, "file is", "files are")} new or changed, ${counted(there, "was", "were")} already there; ${counted(copied, "picture was", "pictures were")} copied.`;
}

/** The formats of an archive with their files, and the program whose site it is. */
export const recognisedAs = ({ read, builder }: Pick<Recognised, "read"> & { builder?: Recognised["builder"] | undefined }): string =>
  `${read.map(ofFormat).join(", ")}${builder ? `; a site of ${builder.name} (${builder.file})` : ""}`;

const ofFormat = ({ format, files, first }: ReadFiles): string =>
  files === 1 ? `${format} (${first})` : `${format} (${files.toLocaleString("en")} files, such as ${first})`;

function skippedKinds({ withheld, pages, lost, other, keptBack }: ItemKinds): string[] {
  const kinds = [
    ...(withheld > 0 ? [`${withheld.toLocaleString("en")} withheld by the archive`] : []),
    ...(pages > 0 ? [counted(pages, "page")] : []),
    ...(lost > 0 ? [`${lost.toLocaleString("en")} that cannot be published as ${lost === 1 ? "it is" : "they are"}`] : []),
    ...(other > 0 ? [`${other.toLocaleString("en")} for other reasons`] : []),
  ];
  return [
    ...(kinds.length > 0 ? [`Skipped: ${kinds.join(", ")}; the reasons are below.`] : []),
    ...(keptBack > 0
      ? [
          `${counted(keptBack, "story", "stories")} of those imported ${keptBack === 1 ? "waits" : "wait"}: builds keep back what is not public yet, or no longer.`,
        ]
      : []),
  ];
}

function editsIn({ edits = { kept: 0, changed: 0, deleted: 0 }, gone = 0 }: ImportCounts): string[] {
  const { kept, changed, deleted } = edits;
  const both = `; the archive has changed ${changed.toLocaleString("en")} of them too, and its versions are in .import/theirs`;
  return [
    ...(kept > 0 ? [`${counted(kept, "article")} changed by editors ${stays(kept)}${changed > 0 ? both : ""}.`] : []),
    ...(deleted > 0 ? [`${counted(deleted, "article")} deleted by editors ${stays(deleted)} deleted.`] : []),
    ...(gone > 0
      ? [`${counted(gone, "article")} of earlier imports ${gone === 1 ? "is" : "are"} no longer in the archive, and ${stays(gone)}.`]
      : []),
  ];
}

const stays = (count: number): string => (count === 1 ? "stays" : "stay");
