import type { Inputs } from "./findInputs.ts";
import type { SiteBuilder } from "./siteBuilder.ts";

/** The files of one format. */
export type ReadFiles = { format: string; files: number; first: string };

/** What an archive is: its formats with their files, and the program whose site it is. */
export type Recognised = { read: ReadFiles[]; builder?: SiteBuilder };

/** What an archive was recognised as, by its files. */
export function whatWasRead({ inputs, builder }: Inputs): Recognised {
  const all = new Map<string, ReadFiles>();
  for (const input of inputs) {
    const format = "archive" in input ? input.archive.title : input.source.name;
    const one = all.get(format) ?? { format, files: 0, first: input.file.path };
    one.files += 1;
    all.set(format, one);
  }
  return { read: [...all.values()], ...(builder && all.has("Markdown") && { builder }) };
}
