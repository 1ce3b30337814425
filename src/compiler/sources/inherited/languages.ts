import { isRecord, type Raw, recordIn, recordsOf, scalarText } from "../article/record.ts";
import { formOf } from "../markdown/forms.ts";

/** Settings of a site builder: `within` gives a story's path from where they count, if they do for it. */
export type SiteSettings = { fields: Raw; within: (path: string) => string | undefined };

/**
 * A story's language by its place, and where it was found on its site in other languages than the first.
 * `isTranslation` says that the same story is there in a language that comes first, `isOff` that its site does not show its language.
 * `key` is the same for all files of one story, where there are several.
 */
export type Placed = { language?: string; isTranslation: boolean; oldUrls: string[]; isOff?: true; key?: string };

type Place = { code?: string; language?: string; story: string; isOff?: true; isDeclared?: true };

/**
 * The languages that folders (`content/de/post.md`) or names (`post.de.md`)
 * tell, as Hugo and Zola have them by their settings, and Jekyll and Astro by
 * habit. Without settings a name counts beside one in another language only.
 * @param paths of all files of a folder
 * @param edition the language of the edition
 * @param declared the languages that the paper has editions in, its own among them: their names count wherever they stand
 */
export function languages(paths: string[], settings: SiteSettings[], edition: string, declared: string[] = []): (path: string) => Placed {
  const stories = paths.filter((path) => formOf(path) !== undefined);
  const placeIn = [...settings.map(bySettings), byDeclared(declared), bySiblings(stories, edition), byNames(stories)];
  const places = new Map<string, Place>();
  const first = new Map<string, string>();
  const files = new Map<string, { count: number; isTold: boolean }>();
  const site = siteOf(settings);
  const keyOf = (path: string, story: string): string => `${site(path)}${story}`;
  for (const path of stories) {
    const place = placeIn.map((find) => find(path)).find((found) => found !== undefined) ?? { story: path };
    const story = place.story.replace(/^(?:.*\/)?content\/|\.\w+$|\/index\.\w+$/gu, "");
    places.set(path, { ...place, story });
    const { count, isTold } = files.get(keyOf(path, story)) ?? { count: 0, isTold: false };
    files.set(keyOf(path, story), { count: count + 1, isTold: isTold || place.language !== undefined });
    const known = first.get(story);
    if (known === undefined || rank(place.language, edition) < rank(places.get(known)?.language, edition)) first.set(story, path);
  }
  return (path) => {
    const { code, language, story, isOff, isDeclared } = places.get(path) ?? { story: path };
    const { count, isTold } = files.get(keyOf(path, story)) ?? { count: 0, isTold: false };
    const key = count > 1 && isTold ? { key: keyOf(path, story) } : {};
    if (code === undefined || language === undefined) return { isTranslation: false, oldUrls: [], ...key };
    const isFirst = primary(language) === primary(edition);
    const oldUrls = isDeclared ? [] : addressesOf(code, story).slice(0, isFirst ? 2 : 1);
    return { language, isTranslation: first.get(story) !== path, oldUrls, ...(isOff && { isOff }), ...key };
  };
}

/** The folder of the site that a file is of: that of the settings nearest to it, or what stands before `content/`. */
function siteOf(settings: SiteSettings[]): (path: string) => string {
  return (path) => {
    const [own = path] = settings.flatMap(({ within }) => within(path) ?? []).toSorted((a, b) => a.length - b.length);
    return own.length < path.length ? path.slice(0, -own.length) : (/^(.*\/)content\//u.exec(path)?.[1] ?? "");
  };
}

/** A file that names no language has the site's first. */
function rank(language: string | undefined, edition: string): string {
  if (language === undefined) return "0";
  return `${primary(language) === primary(edition) ? 1 : 2} ${language}`;
}

/** Hugo and Zola publish content/posts/a.de.md and content/de/posts/a.md at /de/posts/a/, and the first language without its name, too. */
const addressesOf = (code: string, story: string): string[] => [`/${code.toLowerCase()}/${story}/`, `/${story}/`];

function bySettings({ fields, within }: SiteSettings): (path: string) => Place | undefined {
  const codes = codesIn(fields);
  const folders = foldersIn(fields, codes);
  const off = codesOff(fields);
  const shown = (code: string) => (off.has(code.toLowerCase()) ? { isOff: true as const } : {});
  return (path) => {
    const own = within(path);
    if (own === undefined || codes.size === 0) return undefined;
    const folder = folders.find(([name]) => own.startsWith(`${name}/`));
    if (folder)
      return { code: folder[1], language: codes.get(folder[1]) ?? folder[1], story: own.slice(folder[0].length + 1), ...shown(folder[1]) };
    const [, start = "", code = "", end = ""] = BY_NAME.exec(own) ?? [];
    const language = codes.get(code.toLowerCase());
    return language === undefined ? undefined : { code, language, story: start + end, ...shown(code) };
  };
}

/** Languages that Hugo does not build: `disabled` among the settings of each, or in a list of all. */
function codesOff(fields: Raw): Set<string> {
  const told = isRecord(fields["languages"]) ? Object.entries(fields["languages"]) : [];
  const listed = [fields["disableLanguages"], fields["disablelanguages"]].flat().map(scalarText);
  const own = told.flatMap(([code, value]) => (isRecord(value) && value["disabled"] === true ? [code] : []));
  return new Set([...own, ...listed].map((code) => code.toLowerCase()));
}

/** Each language by the code that names it in paths. Hugo's may say another for readers. */
function codesIn(fields: Raw): Map<string, string> {
  const { languages: told } = fields;
  if (!isRecord(told)) return new Map();
  const tags = Object.entries(told).flatMap(([code, value]): [string, string][] => {
    const own = isRecord(value) ? [value["locale"], value["languageCode"], value["languagecode"]] : [];
    const tag = [...own, code].map(tagOf).find((each) => each !== undefined);
    return tag === undefined ? [] : [[code.toLowerCase(), tag]];
  });
  return new Map(tags);
}

/** The folder of each language, those within others first. One that several share tells none. */
function foldersIn(fields: Raw, codes: ReadonlyMap<string, string>): [folder: string, code: string][] {
  const told = recordIn(fields, "languages");
  const { module } = fields;
  const mounts = isRecord(module) ? recordsOf(module["mounts"]) : [];
  const all = [
    ...Object.entries(told).map(([code, value]) => [isRecord(value) ? (value["contentDir"] ?? value["contentdir"]) : undefined, code]),
    ...mounts.map(({ source, lang }) => [source, lang]),
  ].flatMap(([folder, code]): [string, string][] =>
    typeof folder === "string" && typeof code === "string" && codes.has(code.toLowerCase())
      ? [[folder.replace(/^(?:\.?\/)+|\/+$/gu, ""), code.toLowerCase()]]
      : [],
  );
  return all
    .filter(([folder, code]) => folder !== "" && all.every(([other, of]) => other !== folder || of === code))
    .toSorted(([a], [b]) => b.length - a.length);
}

/** A folder anywhere, or the end of a name. */
function byDeclared(declared: string[]): (path: string) => Place | undefined {
  const tags = new Map(declared.map((tag) => [tag.toLowerCase(), tag]));
  const place = (code: string, story: string): Place | undefined => {
    const language = tags.get(code.toLowerCase().replaceAll("_", "-"));
    return language === undefined ? undefined : { code, language, story, isDeclared: true };
  };
  return (path) => {
    const parts = path.split("/");
    const at = parts.slice(0, -1).findIndex((name) => tags.has(name.toLowerCase()));
    if (at !== -1) return place(parts[at] ?? "", parts.toSpliced(at, 1).join("/"));
    const [, start = "", code = "", end = ""] = BY_NAME.exec(path) ?? [];
    return place(code, start + end);
  };
}

/** Folders side by side that are named for languages, the edition's or English among them, or with no other beside them; or the one folder of `content`. */
function bySiblings(stories: string[], edition: string): (path: string) => Place | undefined {
  const below = new Map<string, Set<string>>();
  for (const path of stories) {
    const parts = path.split("/");
    for (let at = 0; at < parts.length; at += 1) {
      const above = parts.slice(0, at).join("/");
      below.set(above, (below.get(above) ?? new Set()).add(parts[at] ?? ""));
    }
  }
  const tells = new Map(
    [...below].map(([above, names]) => {
      const tags = [...names].flatMap((name) => tagOf(name) ?? []);
      const isFirst = tags.some((tag) => primary(tag) === primary(edition) || primary(tag) === "en");
      const isAll = tags.length === names.size;
      return [above, tags.length > 1 ? isFirst || isAll : isAll && /(?:^|\/)content$/iu.test(above)];
    }),
  );
  return (path) => {
    const parts = path.split("/");
    const at = parts.findIndex(
      (name, index) => index < parts.length - 1 && tagOf(name) !== undefined && tells.get(parts.slice(0, index).join("/")),
    );
    const language = tagOf(parts[at]);
    return language === undefined ? undefined : { code: parts[at] ?? "", language, story: parts.toSpliced(at, 1).join("/") };
  };
}

/** Files that differ only in the language in their names. */
function byNames(stories: string[]): (path: string) => Place | undefined {
  const parted = (path: string): Place | undefined => {
    const [, start = "", code = "", end = ""] = BY_NAME.exec(path) ?? [];
    const language = tagOf(code);
    return language === undefined ? undefined : { code, language, story: start + end };
  };
  const counts = new Map<string, number>();
  for (const path of stories) {
    const story = parted(path)?.story ?? path;
    counts.set(story, (counts.get(story) ?? 0) + 1);
  }
  return (path) => {
    const place = parted(path);
    return place && (counts.get(place.story) ?? 0) > 1 ? place : undefined;
  };
}

const BY_NAME = /^(.*[^/])\.([a-z]{2,3}(?:[-_][a-z]{2,4})*)(\.\w+)$/iu;

const primary = (tag: string): string => tag.replace(/[-_].*$/su, "").toLowerCase();

/** A name as a language tag, if it is one that people write: "de", "pt-br", "zh-hant". */
function tagOf(name: unknown): string | undefined {
  if (typeof name !== "string" || !/^[a-z]{2}(?:[-_][a-z]{4})?(?:[-_][a-z]{2})?$/iu.test(name)) return undefined;
  const { language, script, region } = new Intl.Locale(name.replaceAll("_", "-"));
  const isKnown =
    primary(name) === language &&
    [NAMES.language.of(language), ...(script ? [NAMES.script.of(script)] : []), ...(region ? [NAMES.region.of(region)] : [])].every(
      (each) => each !== undefined,
    );
  return isKnown ? [language, script, region].filter((part) => part !== undefined).join("-") : undefined;
}

const namesOf = (type: "language" | "script" | "region") => new Intl.DisplayNames("en", { type, fallback: "none" });

const NAMES = { language: namesOf("language"), script: namesOf("script"), region: namesOf("region") };
