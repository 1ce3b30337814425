import * as v from "valibot";
import { InstantSchema, milliseconds } from "#content/instant.ts";
import { counted } from "../text/counted.ts";
import type { Report } from "../draft/problem.ts";
import { readBy } from "./readSettings.ts";
import { settingsFiles } from "./settingsFile.ts";

/** The file of a content folder that `broadsheet stats --most-read` writes. */
export const MOST_READ_FILE = "most-read.json";

/** most-read.json of a content folder: the stories whose pages were opened most often, most first. */
export const MostReadSchema = v.object({
  $schema: v.optional(v.string()),
  from: v.pipe(InstantSchema, v.description("The first request counted.")),
  to: v.pipe(InstantSchema, v.description("The last request counted.")),
  stories: v.pipe(
    v.array(
      v.object({
        path: v.pipe(v.string(), v.startsWith("/"), v.description("The story's page in the site, below its base path.")),
        opened: v.pipe(v.number(), v.integer(), v.minValue(1), v.description("How often the page was opened.")),
      }),
    ),
    v.maxLength(50),
  ),
});

export type MostRead = v.InferOutput<typeof MostReadSchema>;

const DAY_MS = 86_400_000;

/** When the list is too old to be shown, in milliseconds. @param maxAge in days after the last request that it counts */
export const staleAt = ({ to }: MostRead, maxAge: number): number => milliseconds(to) + maxAge * DAY_MS;

/**
 * Reads the list of the stories read most, if there is one.
 * @param now in milliseconds
 * @returns undefined if there is none; or if it has a fault or is too old, which is reported
 */
export async function readMostRead(content: string, maxAge: number, now: number, report: Report): Promise<MostRead | undefined> {
  if (settingsFiles(content, MOST_READ_FILE).length === 0) return undefined;
  const read = await readBy(MostReadSchema, content, MOST_READ_FILE);
  if ("problems" in read) {
    for (const problem of read.problems)
      report({ ...problem, severity: "warning", remedy: `${COUNT_AGAIN}; until then no front page has the list.` });
    return undefined;
  }
  if (staleAt(read.value, maxAge) > now) return read.value;
  report({
    severity: "warning",
    file: MOST_READ_FILE,
    place: "to",
    message: `The stories read most were counted more than ${counted(maxAge, "day")} ago, so the front page has no list of them.`,
    remedy: `${COUNT_AGAIN}, or remove the file.`,
  });
  return undefined;
}

const COUNT_AGAIN = "Write it anew with `broadsheet stats --most-read`";
