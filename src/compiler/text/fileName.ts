import { posix } from "node:path";

/**
 * The slug and the date in a file name. Jekyll's names hold both, others begin with the eight digits of a date.
 * The slug of Hugo's index.md, Next's page.mdx and SvelteKit's +page.md is the name of their folder.
 * The date may be in the folders, too: 2018/06/22/title.md. The id that Notion adds is no part of the name, and neither is the ending
 * of a TextBundle, a folder with a text and its pictures.
 */
export function fileName(path: string): { slug: string; date?: string } {
  const { dir, name } = posix.parse(path);
  const isIndex = dir !== "" && (/^(?:index(?:\.[a-z]{2}(?:-[a-z]{2,4})?)?|\+page)$/iu.test(name) || /(?:^|\/)page\.mdx$/iu.test(path));
  const isBundled = /\.textbundle$/iu.test(dir) && name === "text";
  const own = (isIndex || isBundled ? posix.basename(dir) : name).replace(/ [0-9a-f]{32}$|\.textbundle$/iu, "");
  const [, date, rest] = /^(\d{4}-\d{1,2}-\d{1,2})(?:[-_ ]+(.+))?$/u.exec(own) ?? [];
  if (date !== undefined) return { slug: rest ?? own, date };
  const [, year = "", month = "", day = "", title] = /^(\d{4})(\d\d)(\d\d)(?:[-_ ]+(.+))?$/u.exec(own) ?? [];
  if (isDay(year, month, day)) return { slug: title ?? own, date: `${year}-${month}-${day}` };
  const ofFolders = dayIn(isIndex ? posix.dirname(dir) : dir);
  return ofFolders === undefined ? { slug: own } : { slug: own, date: ofFolders };
}

/**
 * The headline that a file's name is, as in Obsidian: words with spaces, letters without case, or a word with a capital if that is certain to be a title;
 * any, if files have their headlines as names. The id that Notion adds is no part of it.
 */
export function headlineInName(path: string, isTitle: boolean, isAlways = false): string | undefined {
  const { name } = posix.parse(path);
  const words = (name === "text" ? posix.basename(posix.dirname(path)).replace(/\.textbundle$/iu, "") : name)
    .replace(/^\d{4}-\d{1,2}-\d{1,2}[-_ ]+/u, "")
    .replace(/ [0-9a-f]{32}$/u, "")
    .trim();
  const isNamed = /\p{L}/u.test(words) && !/^untitled\b/iu.test(words);
  return isNamed && (isAlways || / |\p{Lo}/u.test(words) || (isTitle && /^\p{Lu}\S*\p{Ll}/u.test(words))) ? words : undefined;
}

/** The date that the folders of a path or address form, at its start or within: "2018/06/22" or "2018-06-22". */
export function dayIn(path: string): string | undefined {
  const [, year = "", month = "", day = ""] = /(?:^|\/)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?=\/|$)/u.exec(path) ?? [];
  return isDay(year, month, day) ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : undefined;
}

/** Whether it is a calendar date from 1800 to 2099: archives on the web hold old stories too. */
function isDay(year: string, month: string, day: string): boolean {
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return Number(year) >= 1800 && Number(year) < 2100 && time.getUTCDate() === Number(day) && time.getUTCMonth() === Number(month) - 1;
}

/** The extension of a file, in lower case and without its dot; "" if there is none. */
export const extensionOf = (path: string): string => posix.extname(path).slice(1).toLowerCase();
