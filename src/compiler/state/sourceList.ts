import * as v from "valibot";

/** The file in a site that lists the content files from which it was made, so that the next build can keep what it cannot read. */
export const SOURCES = ".broadsheet-sources";

const PublishedFileSchema = v.object({
  /** The paths in the site of what was made of it; none for what is part of another page. */
  at: v.optional(v.array(v.string()), []),
  /** When it expires. */
  expires: v.optional(v.string()),
  /** Whether its encoding was guessed: it was not UTF-8 when it was published either. */
  isGuessed: v.optional(v.literal(true)),
});

/** What a site has from a content file. */
export type PublishedFile = v.InferOutput<typeof PublishedFileSchema>;

/** The content files from which a site was made, by their paths. Files of which nothing was public are not among them. */
export type PublishedFiles = ReadonlyMap<string, PublishedFile>;

const PublishedFilesSchema = v.record(v.string(), PublishedFileSchema);

/** Reads the list of a site. @param text of its file; undefined if it has none, as a site of an earlier version */
export function readPublishedFiles(text: string | undefined): PublishedFiles {
  try {
    const read = v.safeParse(PublishedFilesSchema, JSON.parse(text ?? "{}"));
    return new Map(read.success ? Object.entries(read.output) : []);
  } catch {
    return new Map();
  }
}

/** The text of the list, one file a line, sorted by path. */
export function textOfPublishedFiles(files: PublishedFiles): string {
  const lines = [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, known]) => `${JSON.stringify(file)}:${JSON.stringify(known)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}
