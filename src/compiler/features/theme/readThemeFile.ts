import * as v from "valibot";
import type { Problem, Report } from "../../draft/problem.ts";
import type { LastGood } from "../../settings/lastGood.ts";
import { readBy } from "../../settings/readSettings.ts";
import { type ThemeSettings, ThemeSchema } from "./themeSchema.ts";

export const THEME_FILE = "theme/theme.json";

/**
 * Reads theme.json. A part that breaks the schema is left out and reported; the others
 * apply.
 * @param content the content folder; without the file everything has its default
 */
export async function readThemeFile(content: string, report: Report, good?: LastGood): Promise<ThemeSettings> {
  const read = await readBy(ThemeSchema, content, THEME_FILE, { remedy: "Correct it there.", good });
  if ("value" in read) return read.value;
  for (const problem of read.problems) report(leftOut(problem));
  const { json } = read;
  if (typeof json !== "object" || json === null) return {};
  const sound = Object.entries(json).filter(([name]) => !read.problems.some(({ place = "" }) => place.split(".")[0] === name));
  const rest = v.safeParse(ThemeSchema, Object.fromEntries(sound));
  return rest.success ? rest.output : {};
}

/** Turns a problem into a warning, since the paper appears without that part. */
function leftOut({ message, remedy = "Correct it.", ...problem }: Problem): Problem {
  const said = `${message.replace(/\.$/u, "")}; this part of the theme is left out.`;
  return { ...problem, severity: "warning", message: said, remedy };
}
