import { correctionsPath, dataFile, versionsPath } from "#content/paths.ts";
import { CorrectionsPageSchema, VersionsPageSchema } from "#content/version.ts";
import { file } from "./queries.ts";

/** The data of the public record's pages. Separate from other queries, because few readers open them. */
export const versionsQuery = (slug: string) => file(dataFile(versionsPath(slug)), VersionsPageSchema, "list of versions");
export const correctionsQuery = (page?: number) => file(dataFile(correctionsPath(page)), CorrectionsPageSchema, "list of corrections");
