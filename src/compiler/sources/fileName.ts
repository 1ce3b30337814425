import { posix } from "node:path";

/**
 * What the name of a file says: Jekyll's names hold day and slug, Hugo's folders
 * are named for their index.md, those of Next and SvelteKit for page.mdx and +page.md, and others begin with the eight digits of a day.
 * A day may be that of the folders, too: 2018/06/22/title.md.
 */
export function fileName(path: string): { slug: string; date?: string } {
  const { dir, name } = posix.parse(path);
  const isIndex = dir !== "" && (/^(?:index(?:\.[a-z]{2}(?:-[a-z]{2,4})?)?|\+page)$/iu.test(name) || /(?:^|\/)page\.mdx$/iu.test(path));
  const own = isIndex ? posix.basename(dir) : name;
  const [, date, rest] = /^(\d{4}-\d{1,2}-\d{1,2})(?:[-_ ]+(.+))?$/u.exec(own) ?? [];
  if (date !== undefined) return { slug: rest ?? own, date };
  const [, year = "", month = "", day = "", title] = /^(\d{4})(\d\d)(\d\d)(?:[-_ ]+(.+))?$/u.exec(own) ?? [];
  if (isDay(year, month, day)) return { slug: title ?? own, date: `${year}-${month}-${day}` };
  const ofFolders = dayIn(isIndex ? posix.dirname(dir) : dir);
  return ofFolders === undefined ? { slug: own } : { slug: own, date: ofFolders };
}

/** The day that folders of a path or address are named for, at its start or within: "2018/06/22" or "2018-06-22". */
export function dayIn(path: string): string | undefined {
  const [, year = "", month = "", day = ""] = /(?:^|\/)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?=\/|$)/u.exec(path) ?? [];
  return isDay(year, month, day) ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : undefined;
}

/** Whether it is one of the calendar, in the time in which anyone published on the web or has put an archive there. */
function isDay(year: string, month: string, day: string): boolean {
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return Number(year) >= 1800 && Number(year) < 2100 && time.getUTCDate() === Number(day) && time.getUTCMonth() === Number(month) - 1;
}
