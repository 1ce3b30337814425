import { join, posix } from "node:path";
import type { Report } from "../../draft/problem.ts";
import type { Inherited } from "../../draft/release/release.ts";
import { isRecord, type Raw } from "../../text/jsonRecord.ts";
import { decode } from "../../text/decode.ts";
import { readStoryFile } from "../storyFile.ts";
import type { Fault } from "../markdown/frontMatter.ts";
import { settingsAbove } from "./settingsAbove.ts";
import { type SiteFacts, siteFacts } from "./siteFacts.ts";
import { EXTENSIONS } from "../markdown/forms.ts";
import { pythonSettings } from "./pythonSettings.ts";
import { ofConfig, ofData, ofSection, ofSite, type SharedFields, unreadShared } from "./sharedFile.ts";
import { errorMessage } from "../../text/errorMessage.ts";

/**
 * What stories inherit. `of` returns what applies to a file, the nearest first;
 * `isShared` says whether a file only holds fields for others; `site` is what
 * else the site says.
 */
export type InheritedFields = { of: (path: string) => Inherited[]; isShared: (path: string) => boolean; site: SiteFacts };

/**
 * Reads what files of a folder say about the release of others, as in site
 * builders: the sections and settings of Hugo and Zola, the settings of Jekyll
 * and Hexo, Pelican's settings, Nikola's .meta files, the data files of Eleventy, Lume and Bridgetown. Outside the folder,
 * it only looks for the settings of the site that the folder belongs to.
 * @param paths of all files of the folder
 * @param language of the edition
 * @param declared the languages that the paper has editions in
 */
export async function inheritedFields(
  folder: string,
  paths: string[],
  language: string,
  report: Report,
  declared: string[] = [],
): Promise<InheritedFields> {
  const known = new Set(paths);
  const byFolder = new Map<string, { base: string; shared: SharedFields[] }[]>();
  const files = new Set<string>();
  const programs: string[] = [];
  const translated = known.has("conf.py") ? translatedTexts(known) : new Set<string>();
  for (const path of paths.toSorted(nearestFirst)) {
    const kind = translated.has(path)
      ? "translated"
      : kindOf(path, posix.basename(posix.dirname(join("/", posix.basename(folder), path))), known);
    if (kind === "program") programs.push(path);
    const shared = await readShared(folder, path, kind, report);
    if (!shared) continue;
    if (kind !== "translated") files.add(path);
    const base = path.replace(kind === "settings" ? /(?:config\/(?:_default|production)\/)?[^/]*$/iu : /[^/]*$/u, "");
    byFolder.set(base, [...(byFolder.get(base) ?? []), { base, shared }]);
  }
  await reportPrograms(folder, programs, report);
  const above = settingsAbove(folder);
  const ofWhole: SharedFields[] = [];
  for (const path of above.files) ofWhole.push(...((await readShared(folder, path, kindOf(path, "", known), report)) ?? []));
  const site = await siteFacts(folder, paths, language, report, declared);
  return {
    site,
    isShared: (path) => files.has(path) || site.isProfile(path),
    of: (path) => [
      ...[
        ...foldersOf(path)
          .flatMap((base) => byFolder.get(base) ?? [])
          .flatMap(({ base, shared }) => shared.filter(({ applies }) => applies(path.slice(base.length), path))),
        ...ofWhole.filter(({ applies }) => applies(above.within + path, above.within + path)),
      ].map(({ said }) => said),
      ...[site.fingerprintOf(path) ?? []].flat().map((known) => ({ file: ".", known })),
    ],
  };
}

type Kind = "section" | "settings" | "config" | "folder" | "file" | "pelican" | "meta" | "translated";

/** The longest path first: within a folder, a story's own data file comes before the folder's. */
const nearestFirst = (a: string, b: string): number => b.length - a.length || (a < b ? -1 : 1);

function kindOf(path: string, folderName: string, known: ReadonlySet<string>): Kind | "program" | undefined {
  const name = posix.basename(path);
  if (/^_index(?:\.[\w-]+)?\.(?:md|markdown|html)$/iu.test(name)) return "section";
  if (/^_config(?:\.\w+)*\.(?:ya?ml|toml|json)$/iu.test(name)) return "config";
  if (/^(?:hugo|config)\.(?:ya?ml|toml|json)$/iu.test(name) || /(?:^|\/)config\/(?:_default|production)\/cascade\.\w+$/iu.test(path))
    return "settings";
  if (/^(?:_data|_defaults)\.(?:ya?ml|json|toml)$/iu.test(name)) return "folder";
  if (name === "pelicanconf.py") return "pelican";
  if (/\.meta$/iu.test(name))
    return EXTENSIONS.some((ending) => known.has(`${path.slice(0, -".meta".length)}.${ending}`)) ? "meta" : undefined;
  if (/(?:\.11tydata|^_data)\.[cm]?[jt]s$/iu.test(name)) return "program";
  const [, stem] = /^(.+?)(?:\.11tydata)?\.json$/iu.exec(name) ?? [];
  if (stem === undefined) return undefined;
  if (stem === folderName) return "folder";
  const story = path.slice(0, path.length - name.length) + stem;
  return ["md", "markdown", "mdx"].some((ending) => known.has(`${story}.${ending}`)) ? "file" : undefined;
}

/** The texts with translations beside them (post.es.txt), which have the status of the text in Nikola unless they give another. */
const translatedTexts = (known: ReadonlySet<string>): Set<string> =>
  new Set(
    [...known].flatMap((path) => {
      const [, stem = "", language = "", ending = ""] = /^(.+)\.([^./]+)(\.\w+)$/u.exec(path) ?? [];
      return LANGUAGE.test(language) && known.has(stem + ending) ? [stem + ending] : [];
    }),
  );

/** Undefined for a file that shares nothing, such as JSON that is an article. */
async function readShared(
  folder: string,
  path: string,
  kind: Kind | "program" | undefined,
  report: Report,
): Promise<SharedFields[] | undefined> {
  if (kind === undefined || kind === "program") return undefined;
  const applies = storiesOf(path, kind);
  const read = await fieldsIn(folder, path, kind);
  if ("error" in read) {
    const message = `What it says about the stories in its folder cannot be read: ${read.error.replace(/[.\s]+$/u, "")}.`;
    const place = read.line === undefined ? {} : { place: `line ${read.line}` };
    report({ severity: "warning", file: path, ...place, message, remedy: "Correct it there; until then these stories are kept back." });
    return [unreadShared(path, applies)];
  }
  const { fields, warnings } = read;
  if ((kind === "folder" || kind === "file") && ["article", "headline", "body", "datePublished"].some((name) => name in fields))
    return undefined;
  for (const { error, line } of warnings)
    report({
      severity: "warning",
      file: path,
      ...(line !== undefined && { place: `line ${line}` }),
      message: `${error}.`,
      remedy: "Correct it there.",
    });
  if (kind === "section") return ofSection(path, fields);
  if (kind === "config") return ofConfig(path, fields);
  if (kind === "pelican" || kind === "translated")
    return "status" in fields ? ofData(path, { status: fields["status"] }, applies) : undefined;
  if (kind === "settings") return ofSite(path, /\/cascade\.\w+$/iu.test(path) && !("cascade" in fields) ? { cascade: fields } : fields);
  // Nikola keeps the date of a story there.
  return ofData(path, fields, applies, kind === "meta");
}

/** The stories that a file is about: all of its folder, or those of its name, which for Nikola has translations (post.es.md). */
function storiesOf(path: string, kind: Kind): ((story: string) => boolean) | undefined {
  if (kind !== "file" && kind !== "meta" && kind !== "translated") return undefined;
  const name = posix.basename(path).replace(/(?:\.11tydata)?\.json$|\.\w+$/iu, "");
  return (story) => {
    const stem = story.replace(/\.\w+$/u, "");
    return (
      (stem === name && kind !== "translated") ||
      (kind !== "file" && stem.startsWith(`${name}.`) && LANGUAGE.test(stem.slice(name.length + 1)))
    );
  };
}

const LANGUAGE = /^[a-z]{2,3}(?:[_-]\w+)?$/iu;

async function fieldsIn(folder: string, path: string, kind: Kind): Promise<{ fields: Raw; warnings: Fault[] } | Fault> {
  // The parsers of YAML and TOML are slow to load, and most folders have no such file.
  const { frontMatter } = await import("../markdown/frontMatter.ts");
  try {
    const { text } = decode(await readStoryFile(join(folder, path)));
    const plain = text.replace(/^\uFEFF/u, "");
    if (kind === "pelican") return { fields: pythonSettings(plain), warnings: [] };
    if (kind === "meta") return (await import("../markdown/foreignHeader.ts")).headerFields(plain);
    if (kind === "translated")
      return { fields: (await import("../markdown/foreignHeader.ts")).foreignHeader(plain)?.fields ?? {}, warnings: [] };
    const matter = frontMatter(kind === "section" ? text : fenced(plain, path));
    // `fenced` adds a line above it, unless it begins with dashes.
    const above = kind === "section" || plain.startsWith("---") ? 0 : 1;
    const placed = ({ error, line }: Fault): Fault => ({ error, line: line === undefined ? line : line - above });
    if ("error" in matter) return placed(matter);
    const warnings = matter.warnings.map(placed);
    return { fields: isRecord(matter.fields) ? matter.fields : {}, warnings };
  } catch (error) {
    return { error: errorMessage(error) };
  }
}

/** A data file as front matter, for which all these formats have a reader. */
function fenced(text: string, path: string): string {
  if (/\.toml$/iu.test(path)) return `+++\n${text}\n+++\n`;
  // A list or anything else that is not an object is not a folder's data.
  if (/\.json$/iu.test(path)) return text.trimStart().startsWith("{") ? `---json\n${text}\n---\n` : "";
  return `---yaml\n${text.replace(/^---.*\n/u, "").replace(/\n(?:---|\.\.\.)[ \t]*(?:\n[\s\S]*)?$/u, "\n")}\n---\n`;
}

/** The folders that a path is in, the nearest first, each ending with "/"; "" is the outermost. */
function foldersOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return [...parts.map((_, index) => `${parts.slice(0, parts.length - index).join("/")}/`), ""];
}

/** Reports the data files that are programs. They are not run, so what they say is unknown. */
async function reportPrograms(folder: string, files: string[], report: Report): Promise<void> {
  const [file] = files;
  if (file === undefined) return;
  const texts = await Promise.all(files.map(async (each) => decode(await readStoryFile(join(folder, each))).text));
  const isSuspect = texts.some((text) => SUSPECT.test(text));
  const which =
    files.length === 1
      ? "It is a program, which is not run, so what it says"
      : `These are programs (${files.join(", ")}), which are not run, so what they say`;
  report({
    severity: isSuspect ? "warning" : "notice",
    file,
    message: `${which} about stories does not count${isSuspect ? "; some words there may keep stories back" : ""}.`,
    remedy: "Write what keeps stories back into the stories, or into a JSON file (posts/posts.11tydata.json), and move the program away.",
  });
}

const SUSPECT =
  /draft|permalink\W+false|exclude|embargo|publish|expir|private|hidden|visib|status|noindex|sitemap|members|password|schedul/iu;
