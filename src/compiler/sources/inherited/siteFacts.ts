import type { Draft, DraftAuthor } from "../../draft/draft.ts";
import type { Report } from "../../draft/problem.ts";
import { digest } from "../../state/digest.ts";
import type { Publication } from "../archive.ts";
import { isRecord, type Raw, scalarText } from "../article/record.ts";
import { oneLine } from "../oneLine.ts";
import { fileName } from "../fileName.ts";
import { type AuthorNames, authorNames } from "./authorNames.ts";
import { dataIn } from "./dataIn.ts";
import { languages, type SiteSettings } from "./languages.ts";
import { settingsAbove } from "./settingsAbove.ts";

/** What a site tells of its stories in other places than their files. */
export type SiteFacts = {
  /** Gives a draft the language and the authors that its own file does not tell, and holds what is in a language that the site does not show. */
  complete: (draft: Draft) => Draft;
  /** The same for a page of the paper, whose authors and address are its own. */
  completePage: (draft: Draft) => Draft;
  /** Whether a file is a profile of an author, and no story. */
  isProfile: (path: string) => boolean;
  /** By what it is known which facts count for a file; undefined where there are none. */
  knownBy: (path: string) => string | undefined;
  publication: Publication;
};

/**
 * Reads what Hugo, Jekyll, Zola, Hexo, Eleventy, Docusaurus and Astro tell of stories beside them.
 * @param paths of all files of the folder
 * @param edition the language of the edition, where the site names none
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
    knownBy: (path) => {
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

/** Who writes where a story names nobody: `author` of Jekyll and Hexo, `params.author` of Hugo, for the whole of a site. */
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

/** The name of a file without its language; that of a translation has it at its end, since the first has the plain one. A slug that the file itself gives stays. */
function slugIn({ file, slug }: Draft, language: string | undefined): string | undefined {
  const own = fileName(file).slug;
  if (slug !== own) return slug;
  const plain = own.replace(/\.[a-z]{2,3}(?:[-_][a-z]{2,4})*$/iu, "");
  return language === undefined ? plain : `${plain}-${language.toLowerCase()}`;
}

/** Several by their keys in one text ("jane, ben") are several where the site knows each. */
function named(author: DraftAuthor, { nameOf, names }: AuthorNames): DraftAuthor[] {
  if (names.size === 0) return [author];
  const name = nameOf(author.name);
  if (name !== undefined) return [{ ...author, name }];
  const parts = author.name.split(/\s*[,;&]\s*|\s+and\s+/u).map(nameOf);
  return parts.length > 1 && parts.every((part) => part !== undefined) ? parts.map((part) => ({ ...author, name: part })) : [author];
}

/** A site's settings, those of the whole first, of one folder together; those of themes and examples are not of the site. */
async function settingsIn(folder: string, paths: string[]): Promise<SiteSettings[]> {
  const above = settingsAbove(folder);
  const own = paths.filter((path) => SETTINGS.test(path) && !OF_OTHERS.test(path)).toSorted((a, b) => a.length - b.length);
  const byBase = new Map<string, Raw>();
  for (const path of [...above.files, ...own]) {
    const data = await dataIn(folder, path);
    if ("error" in data || !isRecord(data.value)) continue;
    const base = path.startsWith("../") ? "../" : path.replace(/(?:config\/(?:_default|production)\/)?[^/]*$/iu, "");
    const known = byBase.get(base) ?? {};
    const told = inWhole(path, data.value);
    const all = [known["languages"], told["languages"]].filter(isRecord);
    byBase.set(base, { ...told, ...known, ...(all.length > 0 && { languages: Object.assign({}, ...all) }) });
  }
  return [...byBase].map(([base, fields]) => ({
    fields,
    within: (path) => (base === "../" ? above.within + path : path.startsWith(base) ? path.slice(base.length) : undefined),
  }));
}

const SETTINGS = /(?:^|\/)(?:_config|hugo|config|config\/(?:_default|production)\/params|languages(?:\.[\w-]+)?)\.(?:ya?ml|toml|json)$/iu;
const OF_OTHERS = /(?:^|\/)(?:themes?|example\w*|tests?|_data|data|i18n)\//iu;

/** Hugo takes parameters and languages from files of their own, or each language from one: languages.de.toml. */
function inWhole(path: string, fields: Raw): Raw {
  if (/(?:^|\/)params\.\w+$/iu.test(path)) return { params: fields };
  const [all, code] = /(?:^|\/)languages(?:\.([\w-]+))?\.\w+$/iu.exec(path) ?? [];
  if (all === undefined) return fields;
  return { languages: code === undefined ? fields : { [code]: fields } };
}

/** What settings say of the whole. The address of a site that is a part of another is not that of an edition. */
function publicationIn(settings: Raw[]): Publication {
  const first = (...fields: string[]): string | undefined =>
    settings.flatMap((each) => fields.map((name) => scalarText([each[name]].flat()[0]).trim())).find((value) => value !== "");
  const url = first("baseURL", "baseurl", "base_url", "url");
  const origin = url !== undefined && URL.canParse(url) && new URL(url).pathname === "/" ? new URL(url).href : undefined;
  const all = {
    name: first("title"),
    tagline: first("tagline", "subtitle", "description"),
    language: first("languageCode", "locale", "default_language", "defaultContentLanguage", "lang", "language")?.replaceAll("_", "-"),
    timeZone: first("timeZone", "timezone"),
    url: origin,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
