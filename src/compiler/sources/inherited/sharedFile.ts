import { folded, meaningOf } from "../../draft/release/fields.ts";
import type { Inherited } from "../../draft/release/release.ts";
import { isRecord, type Raw } from "../article/record.ts";
import { isKnown } from "../markdown/fieldNames.ts";

/** What a file says of others: those of its folder for which `applies` holds. `whole` is the path from the outermost folder, `path` from its own. */
export type Shared = { said: Inherited; applies: (path: string, whole: string) => boolean };

/** What the front matter of a section says of its stories: `cascade`, as Hugo has it, and that the section itself is not for readers. */
export function ofSection(file: string, fields: Raw): Shared[] {
  const own = Object.fromEntries(Object.entries(fields).filter(([name]) => isOfAll(name)));
  return [...ofCascade(file, fields), shared(file, own, () => true)];
}

/** The moments, lists and addresses of a section's page are its own. A section that is a draft or private is one with its stories. */
const isOfAll = (name: string): boolean =>
  ["hides", "status", "audience", "locks", "embargo", "expiry", "build"].includes(meaningOf(name) ?? "") &&
  !/index|sitemap|search|collection/u.test(folded(name));

/** Hugo's and Zola's settings of a site. */
export function ofSite(file: string, fields: Raw): Shared[] {
  const ignored = texts(fields["ignoreFiles"] ?? fields["ignorefiles"]).flatMap((each) => expressionOf(each) ?? []);
  return [
    ...ofCascade(file, fields),
    leftOut(file, "ignoreFiles", (path) => ignored.some((each) => each.test(path))),
    leftOut(file, "ignored_content", (path) => texts(fields["ignored_content"]).some((each) => coversPath(each, inContent(path), true))),
  ];
}

/** The settings of Jekyll and Hexo; the most exact of several defaults first. */
export function ofConfig(file: string, fields: Raw): Shared[] {
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

/** The data of a folder or a file, as Eleventy, Lume and Bridgetown have them. */
export const ofData = (file: string, fields: Raw, applies: Shared["applies"] = () => true): Shared[] => [shared(file, fields, applies)];

/** What cannot be read may say that nothing below it is for readers. */
export const unreadShared = (file: string): Shared => ({
  said: { file, held: `What ${file} says of it cannot be read, so it was kept back.` },
  applies: () => true,
});

function shared(file: string, fields: Raw, applies: Shared["applies"]): Shared {
  return { said: { file, fields, unknown: Object.keys(fields).filter((name) => !isKnown(name)) }, applies };
}

const leftOut = (file: string, field: string, applies: Shared["applies"]): Shared => ({
  said: { file, held: `The site that it comes from does not publish it (${field} in ${file}).` },
  applies,
});

function ofCascade(file: string, fields: Raw): Shared[] {
  const cascade = Object.entries(fields).find(([name]) => folded(name) === "cascade")?.[1];
  return records(cascade).map(({ target, _target = target, ...values }) =>
    shared(file, values, (_, whole) => isTarget(isRecord(_target) ? _target : {}, whole)),
  );
}

/** Hugo counts the path from the content folder, without the file's ending. */
function isTarget(target: Raw, path: string): boolean {
  const fits = (name: string, value: string) => text(target[name]) === "" || pathPattern(text(target[name])).test(value);
  const named = inContent(path);
  const plain = named.replace(/\.\w+$/u, "").replace(/\/index$/u, "");
  const isAt = [`/${named}`, `/${plain}`, named, plain].some((each) => fits("path", each) || fits("path", each.replaceAll(" ", "-")));
  return isAt && fits("kind", "page") && fits("environment", "production");
}

const inContent = (path: string): string => path.replace(/^(?:.*\/)?content\//u, "");

/** Jekyll names a type by the folder in which its documents are. */
function isOfType(type: string, path: string): boolean {
  if (type === "") return true;
  const folders = path.split("/").slice(0, -1);
  return type === "pages" ? !folders.some((each) => each.startsWith("_")) : folders.includes(`_${type}`);
}

const below = (folder: string, path: string): string =>
  folder !== "" && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;

/** Only those with `output: true` have pages. */
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
 * A pattern of paths as site builders have them: "*" inside a folder's name,
 * "**" across folders, "?" and "{a,b}". Case makes no difference: what may be
 * meant counts.
 */
function pathPattern(pattern: string): RegExp {
  const source = pattern.replace(/\*\*\/|\*\*|[*?{},]|[\\^$.|+()[\]]/gu, (sign) => SIGNS[sign] ?? `\\${sign}`);
  return new RegExp(`^(?:${source})$`, "iu");
}

const SIGNS: Record<string, string> = { "**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]", "{": "(?:", "}": ")", ",": "|" };

/** Whether a pattern is that of a file or of one of its folders; without "/" it may stand at any depth, as in .gitignore. */
function coversPath(pattern: string, path: string, anyDepth = false): boolean {
  const plain = pattern.trim().replace(/^(?:\.?\/)+|\/+$/gu, "");
  if (plain === "") return true;
  const at = pathPattern(plain);
  const parts = path.split("/");
  return parts.some((part, index) => at.test(parts.slice(0, index + 1).join("/")) || (anyDepth && !plain.includes("/") && at.test(part)));
}
