import { folded, meaningOf } from "../../draft/release/releaseFields.ts";
import type { Inherited } from "../../draft/release/release.ts";
import { isRecord, type Raw } from "../../text/jsonRecord.ts";
import { isKnown } from "../markdown/fieldNames.ts";

/** What a file says about the files below it for which `applies` is true. `path` is relative to its folder, `whole` to the outermost. */
export type SharedFields = { said: Inherited; applies: (path: string, whole: string) => boolean };

/** What a section's front matter says about its stories: Hugo's `cascade`, and whether the section itself is not for readers. */
export function ofSection(file: string, fields: Raw): SharedFields[] {
  const own = Object.fromEntries(Object.entries(fields).filter(([name]) => isOfAll(name)));
  return [...ofCascade(file, fields), shared(file, own, () => true)];
}

/** Dates, lists and addresses apply only to the section's own page. If a section is a draft or private, so are its stories. */
const isOfAll = (name: string): boolean =>
  ["hides", "status", "audience", "locks", "embargo", "expiry", "build"].includes(meaningOf(name) ?? "") &&
  !/index|sitemap|search|collection/u.test(folded(name));

/** The site settings of Hugo and Zola. */
export function ofSite(file: string, fields: Raw): SharedFields[] {
  const ignored = texts(fields["ignoreFiles"] ?? fields["ignorefiles"]).flatMap((each) => expressionOf(each) ?? []);
  return [
    ...ofCascade(file, fields),
    leftOut(file, "ignoreFiles", (path) => ignored.some((each) => each.test(path))),
    leftOut(file, "ignored_content", (path) => texts(fields["ignored_content"]).some((each) => coversPath(each, inContent(path), true))),
  ];
}

/** The settings of Jekyll and Hexo; the most specific defaults first. */
export function ofConfig(file: string, fields: Raw): SharedFields[] {
  const defaults = records(fields["defaults"]).map(({ scope, values }) => ({
    path: text(isRecord(scope) ? scope["path"] : undefined),
    type: text(isRecord(scope) ? scope["type"] : undefined),
    values: isRecord(values) ? values : {},
  }));
  const exact = defaults.toSorted((a, b) => b.path.length - a.path.length || b.type.length - a.type.length);
  const published = collectionsOf(fields["collections"]);
  const folder = text(fields["collections_dir"]);
  return [
    ...exact.map(({ path: scope, type, values }) =>
      shared(file, values, (path) => (coversPath(scope, path) || coversPath(scope, below(folder, path))) && isOfType(type, path)),
    ),
    leftOut(file, "exclude", (path) => texts(fields["exclude"]).some((each) => coversPath(each, path, true))),
    leftOut(file, "collections", (path) => {
      const [, name] = /(?:^|\/)_([^/]+)\//u.exec(path) ?? [];
      return name !== undefined && !/^(?:posts|drafts)$/iu.test(name) && !published.has(name);
    }),
  ];
}

/** The data of a folder or a file, as in Eleventy, Lume and Bridgetown; its date counts only if it `isDated`. */
export const ofData = (file: string, fields: Raw, applies: SharedFields["applies"] = () => true, isDated = false): SharedFields[] => {
  const { said, ...rest } = shared(file, fields, applies);
  return [{ said: { ...said, isDated }, ...rest }];
};

/** A file that cannot be read might say that nothing of what it applies to is for readers. */
export const unreadShared = (file: string, applies: SharedFields["applies"] = () => true): SharedFields => ({
  said: { file, held: `What ${file} says about it cannot be read, so it was kept back.` },
  applies,
});

function shared(file: string, fields: Raw, applies: SharedFields["applies"]): SharedFields {
  return { said: { file, fields, unknown: Object.keys(fields).filter((name) => !isKnown(name)) }, applies };
}

const leftOut = (file: string, field: string, applies: SharedFields["applies"]): SharedFields => ({
  said: { file, held: `The site that it comes from does not publish it (${field} in ${file}).` },
  applies,
});

function ofCascade(file: string, fields: Raw): SharedFields[] {
  const cascade = Object.entries(fields).find(([name]) => folded(name) === "cascade")?.[1];
  return records(cascade).map(({ target, _target = target, ...values }) =>
    shared(file, values, (_, whole) => isTarget(isRecord(_target) ? _target : {}, whole)),
  );
}

/** Hugo's paths are relative to the content folder, without the file's extension. */
function isTarget(target: Raw, path: string): boolean {
  const fits = (name: string, value: string) => text(target[name]) === "" || pathPattern(text(target[name])).test(value);
  const named = inContent(path);
  const plain = named.replace(/\.\w+$/u, "").replace(/\/index$/u, "");
  const isAt = [`/${named}`, `/${plain}`, named, plain].some((each) => fits("path", each) || fits("path", each.replaceAll(" ", "-")));
  return isAt && fits("kind", "page") && fits("environment", "production");
}

const inContent = (path: string): string => path.replace(/^(?:.*\/)?content\//u, "");

/** Jekyll names a type after the folder that its documents are in. */
function isOfType(type: string, path: string): boolean {
  if (type === "") return true;
  const folders = path.split("/").slice(0, -1);
  return type === "pages" ? !folders.some((each) => each.startsWith("_")) : folders.includes(`_${type}`);
}

const below = (folder: string, path: string): string =>
  folder !== "" && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;

/** Only collections with `output: true` have pages. */
function collectionsOf(value: unknown): Set<string> {
  return new Set(
    isRecord(value) ? Object.keys(value).filter((name) => isRecord(value[name]) && String(value[name]["output"]) === "true") : [],
  );
}

function expressionOf(source: string): RegExp | undefined {
  try {
    return new RegExp(source, "u");
  } catch {
    return undefined;
  }
}

const records = (value: unknown): Raw[] => (Array.isArray(value) ? value : [value]).filter(isRecord);

const text = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

const texts = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(text).filter((each) => each !== "");

/**
 * A path pattern as in site builders: "*" inside a folder's name, "**" across
 * folders, "?" and "{a,b}". Case makes no difference: when in doubt, a pattern
 * matches.
 */
function pathPattern(pattern: string): RegExp {
  const source = pattern.replace(/\*\*\/|\*\*|[*?{},]|[\\^$.|+()[\]]/gu, (sign) => SIGNS[sign] ?? `\\${sign}`);
  return new RegExp(`^(?:${source})$`, "iu");
}

const SIGNS: Record<string, string> = { "**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]", "{": "(?:", "}": ")", ",": "|" };

/** Whether a pattern matches a file or one of its folders; with `anyDepth`, one without "/" matches at any level, as in .gitignore. */
function coversPath(pattern: string, path: string, anyDepth = false): boolean {
  const plain = pattern.trim().replace(/^(?:\.?\/)+|\/+$/gu, "");
  if (plain === "") return true;
  const at = pathPattern(plain);
  const parts = path.split("/");
  return parts.some((part, index) => at.test(parts.slice(0, index + 1).join("/")) || (anyDepth && !plain.includes("/") && at.test(part)));
}
