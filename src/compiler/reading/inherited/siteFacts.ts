import type { Draft, DraftAuthor } from "../../draft/draft.ts";
import type { Report } from "../../draft/problem.ts";
import { digest } from "../../state/digest.ts";
import type { Publication } from "../source.ts";
import { isRecord, type Raw, scalarText } from "../../text/jsonRecord.ts";
import { oneLine } from "../../text/cleanText.ts";
import { fileName } from "../../text/fileName.ts";
import { type AuthorNames, authorNames } from "./authorNames.ts";
import { dataIn } from "./dataIn.ts";
import { languages, type SiteSettings } from "./languages.ts";
import { settingsAbove } from "./settingsAbove.ts";

/** What a site says about its stories outside their own files. */
export type SiteFacts = {
  /** Adds language and authors where a draft's own file gives none, and holds back a draft in a language that the site does not build. */
  complete: (draft: Draft) => Draft;
  /** The same for a page of the paper, which keeps its own authors and address. */
  completePage: (draft: Draft) => Draft;
  /** Whether a file is the profile of an author rather than a story. */
  isProfile: (path: string) => boolean;
  /** A text that changes with the language and the authors that the site gives a file; undefined if it gives none. */
  fingerprintOf: (path: string) => string | undefined;
  publication: Publication;
};

/**
 * Reads what sites of Hugo, Jekyll, Zola, Hexo, Pelican, Nikola, Eleventy, Docusaurus and Astro say about stories outside their files.
 * @param paths of all files of the folder
 * @param edition the language of the edition, for a site that names none
 * @param declared the languages that the paper has editions in
 */
export async function siteFacts(
  folder: string,
  paths: string[],
  edition: string,
  report: Report,
  declared: string[] = [],
): Promise<SiteFacts> {
  const settings = await settingsIn(folder, paths);
  const publication = publicationIn(settings.map(({ fields }) => fields));
  const placed = languages(paths, settings, publication.language ?? edition, declared);
  const authors = await authorNames(folder, paths, report);
  const names = authors.names.size === 0 ? "" : digest(JSON.stringify([...authors.names]));
  const inPlace = (draft: Draft): Draft => {
    const { language, isOff, key } = placed(draft.file);
    if (isOff) draft.tier = undefined;
    return Object.assign(draft, {
      held: draft.held ?? (isOff && `The settings of its site switch its language off (${language}).`),
      inLanguage: draft.inLanguage ?? language,
      translationKey: draft.translationKey ?? key,
    });
  };
  return {
    completePage: inPlace,
    complete: (draft) => {
      const { language, isTranslation, oldUrls } = placed(draft.file);
      const own = draft.authors.length > 0 ? draft.authors : authorOf(draft.file, settings);
      return Object.assign(inPlace(draft), {
        authors: own.flatMap((author) => named(author, authors)),
        slug: isTranslation || language !== undefined ? slugIn(draft, isTranslation ? language : undefined) : draft.slug,
        oldUrls: [...draft.oldUrls, ...oldUrls],
      });
    },
    isProfile: (path) => authors.files.has(path),
    fingerprintOf: (path) => {
      const { language, isTranslation, isOff } = placed(path);
      const known = [
        names,
        language ?? "",
        isTranslation ? "translation" : "",
        isOff ? "off" : "",
        ...authorOf(path, settings).map(({ name }) => name),
      ];
      return known.every((each) => each === "") ? undefined : known.join(" ");
    },
    publication,
  };
}

/** The author of stories that name nobody, site-wide: `author` of Jekyll and Hexo, `params.author` of Hugo. */
function authorOf(path: string, settings: SiteSettings[]): DraftAuthor[] {
  const [fields] = settings.flatMap((each) => (each.within(path) === undefined ? [] : [each.fields]));
  if (fields === undefined) return [];
  const groups = [fields, fields["params"], fields["extra"]].filter(isRecord);
  const [names = []] = groups.map((group) => [group["author"], group["authors"]].flat().flatMap(nameIn)).filter((each) => each.length > 0);
  return names.map((name) => ({ name }));
}

function nameIn(author: unknown): string[] {
  const name = oneLine(scalarText(isRecord(author) ? author["name"] : author));
  return name === "" || /@|^https?:/u.test(name) ? [] : [name];
}

/** The file name without its language, which a translation has at its end, since the first has the plain name. An explicit slug stays. */
function slugIn({ file, slug }: Draft, language: string | undefined): string | undefined {
  const own = fileName(file).slug;
  if (slug !== own) return slug;
  const plain = own.replace(/\.[a-z]{2,3}(?:[-_][a-z]{2,4})*$/iu, "");
  return language === undefined ? plain : `${plain}-${language.toLowerCase()}`;
}

/** Several keys in one text ("jane, ben") are several authors if the site knows each. */
function named(author: DraftAuthor, { nameOf, names }: AuthorNames): DraftAuthor[] {
  if (names.size === 0) return [author];
  const name = nameOf(author.name);
  if (name !== undefined) return [{ ...author, name }];
  const parts = author.name.split(/\s*[,;&]\s*|\s+and\s+/u).map(nameOf);
  return parts.length > 1 && parts.every((part) => part !== undefined) ? parts.map((part) => ({ ...author, name: part })) : [author];
}

/** The settings of a site, merged for each folder, the outermost first. Those of themes and examples do not belong to it. */
async function settingsIn(folder: string, paths: string[]): Promise<SiteSettings[]> {
  const above = settingsAbove(folder);
  const own = paths.filter((path) => SETTINGS.test(path) && !OF_OTHERS.test(path)).toSorted((a, b) => a.length - b.length);
  const byBase = new Map<string, Raw>();
  for (const path of [...above.files, ...own]) {
    const data = await dataIn(folder, path);
    if ("error" in data || !isRecord(data.value)) continue;
    const base = path.startsWith("../") ? "../" : path.replace(/(?:config\/(?:_default|production)\/)?[^/]*$/iu, "");
    const known = byBase.get(base) ?? {};
    const declared = inWhole(path, data.value);
    const all = [known["languages"], declared["languages"]].filter(isRecord);
    byBase.set(base, { ...declared, ...known, ...(all.length > 0 && { languages: Object.assign({}, ...all) }) });
  }
  return [...byBase].map(([base, fields]) => ({
    fields,
    within: (path) => (base === "../" ? above.within + path : path.startsWith(base) ? path.slice(base.length) : undefined),
  }));
}

const SETTINGS =
  /(?:^|\/)(?:pelicanconf\.py|conf\.py|(?:_config|hugo|config|config\/(?:_default|production)\/params|languages(?:\.[\w-]+)?)\.(?:ya?ml|toml|json))$/iu;
const OF_OTHERS = /(?:^|\/)(?:themes?|example\w*|tests?|_data|data|i18n)\//iu;

/** Hugo may keep parameters and languages in separate files, or each language in its own: languages.de.toml. */
function inWhole(path: string, fields: Raw): Raw {
  if (/(?:^|\/)params\.\w+$/iu.test(path)) return { params: fields };
  const [all, code] = /(?:^|\/)languages(?:\.([\w-]+))?\.\w+$/iu.exec(path) ?? [];
  if (all === undefined) return fields;
  return { languages: code === undefined ? fields : { [code]: fields } };
}

/** What settings say about the whole site. The address of a site below another's path is not an edition's address. */
function publicationIn(settings: Raw[]): Publication {
  const all = (...fields: string[]): string[] =>
    settings.flatMap((each) => fields.map((name) => scalarText([each[name]].flat()[0]).trim())).filter((value) => value !== "");
  const first = (...fields: string[]): string | undefined => all(...fields)[0];
  const url = first("baseURL", "baseurl", "base_url", "url");
  const origin = url !== undefined && URL.canParse(url) && new URL(url).pathname === "/" ? new URL(url).href : undefined;
  const facts = {
    name: first("title"),
    tagline: first("tagline", "subtitle", "description"),
    language: all("languageCode", "locale", "default_language", "defaultContentLanguage", "lang", "language")
      .map((tag) => tag.replaceAll("_", "-"))
      .find(isLanguageTag),
    timeZone: first("timeZone", "timezone"),
    url: origin,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** Some sites have other text there, such as "no-nns". */
function isLanguageTag(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== "";
  } catch {
    return false;
  }
}
