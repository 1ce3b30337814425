import { isRecord, type Raw, recordIn, recordsOf, scalarText } from "../../text/jsonRecord.ts";
import { formOf } from "../markdown/forms.ts";

/** Settings of a site builder. `within` returns a story's path relative to the site's folder; undefined if they do not apply to it. */
export type SiteSettings = { fields: Raw; within: (path: string) => string | undefined };

/**
 * A story's language by its path, and its addresses on a site in several languages.
 * `isTranslation` says that the same story exists in a language that comes first, `isOff` that its site does not build its language.
 * `key` is the same for all files of one story, if there are several.
 */
export type Placed = { language?: string; isTranslation: boolean; oldUrls: string[]; isOff?: true; key?: string };

type Place = { code?: string; language?: string; story: string; isOff?: true; isDeclared?: true };

/**
 * The languages in the names of folders (`content/de/post.md`) or files
 * (`post.de.md`), which Hugo and Zola define in their settings, Jekyll and Astro
 * by convention. Without settings, a file name counts only beside one in another language.
 * @param paths of all files of a folder
 * @param edition the language of the edition
 * @param declared the languages that the paper has editions in, its own among them: their names count anywhere in a path
 */
export function languages(paths: string[], settings: SiteSettings[], edition: string, declared: string[] = []): (path: string) => Placed {
  const stories = paths.filter((path) => formOf(path) !== undefined);
  const placeIn = [...settings.map(bySettings), byDeclared(declared), byConvention, bySiblings(stories, edition), byNames(stories)];
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

/** The folder of the site that a file belongs to: that of the nearest settings, or whatever comes before `content/`. */
function siteOf(settings: SiteSettings[]): (path: string) => string {
  return (path) => {
    const [own = path] = settings.flatMap(({ within }) => within(path) ?? []).toSorted((a, b) => a.length - b.length);
    return own.length < path.length ? path.slice(0, -own.length) : (/^(.*\/)content\//u.exec(path)?.[1] ?? "");
  };
}

/** A file that names no language is in the site's first. */
function rank(language: string | undefined, edition: string): string {
  if (language === undefined) return "0";
  return `${primary(language) === primary(edition) ? 1 : 2} ${language}`;
}

/** Hugo and Zola publish content/posts/a.de.md and content/de/posts/a.md at /de/posts/a/, and the first language also without its code. */
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

/** Languages that Hugo does not build: `disabled` in the settings of each, or listed together. */
function codesOff(fields: Raw): Set<string> {
  const declared = isRecord(fields["languages"]) ? Object.entries(fields["languages"]) : [];
  const listed = [fields["disableLanguages"], fields["disablelanguages"]].flat().map(scalarText);
  const own = declared.flatMap(([code, value]) => (isRecord(value) && value["disabled"] === true ? [code] : []));
  return new Set([...own, ...listed].map((code) => code.toLowerCase()));
}

/** Each language tag by the code that stands for it in paths. Hugo's settings may give readers another tag. */
function codesIn(fields: Raw): Map<string, string> {
  const { languages: declared } = fields;
  if (!isRecord(declared)) return new Map();
  const tags = Object.entries(declared).flatMap(([code, value]): [string, string][] => {
    const own = isRecord(value) ? [value["locale"], value["languageCode"], value["languagecode"]] : [];
    const tag = [...own, code].map(tagOf).find((each) => each !== undefined);
    return tag === undefined ? [] : [[code.toLowerCase(), tag]];
  });
  return new Map(tags);
}

/** The folder of each language, nested ones first. A folder that several languages share counts for none. */
function foldersIn(fields: Raw, codes: ReadonlyMap<string, string>): [folder: string, code: string][] {
  const declared = recordIn(fields, "languages");
  const { module } = fields;
  const mounts = isRecord(module) ? recordsOf(module["mounts"]) : [];
  const all = [
    ...Object.entries(declared).map(([code, value]) => [isRecord(value) ? (value["contentDir"] ?? value["contentdir"]) : undefined, code]),
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

/** A declared language as the name of any folder in the path, or at the end of the file name. */
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

/**
 * Folders in which site builders keep a language beside the first: `i18n/fr/` (Docusaurus, Starlight), `content.de/`; and folders named after
 * Chinese, Japanese and Korean, which mean nothing else.
 */
function byConvention(path: string): Place | undefined {
  const kept = /^((?:.*\/)?)(?:i18n\/|content[._-])([a-z]{2}(?:[-_][a-z]{2,4})*)\/(.+)$/iu.exec(path);
  const [, before = "", code, after = ""] = kept ?? /^((?:.*\/)?)((?:zh|ja|ko)(?:[-_][a-z]{2,4})*)\/(.+)$/iu.exec(path) ?? [];
  const language = tagOf(code);
  if (code === undefined || language === undefined) return undefined;
  const story = before + after.replace(/^docusaurus-plugin-content-(docs|blog)\/(?:current\/)?/u, "$1/");
  // The path of any other folder is its address.
  return { code, language, story, ...(!kept && { isDeclared: true as const }) };
}

/** Sibling folders named after languages, the edition's or English among them or no others beside them; or the only folder of `content`. */
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
  const split = (path: string): Place | undefined => {
    const [, start = "", code = "", end = ""] = BY_NAME.exec(path) ?? [];
    const language = tagOf(code);
    return language === undefined ? undefined : { code, language, story: start + end };
  };
  const counts = new Map<string, number>();
  for (const path of stories) {
    const story = split(path)?.story ?? path;
    counts.set(story, (counts.get(story) ?? 0) + 1);
  }
  return (path) => {
    const place = split(path);
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
