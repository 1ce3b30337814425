import { lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Report } from "../../draft/problem.ts";
import { filesBelow } from "../../output/filesBelow.ts";
import { isMarkdown } from "../../reading/markdown/forms.ts";
import { KEY_FILE } from "../../settings/memberSettings.ts";
import { isPaper, PUBLIC_FOLDER } from "../../settings/settingsFile.ts";

/** A file to publish as it is: its address on the site, and its path on this machine. */
export type PublicFile = { url: string; from: string };

type Stories = {
  /** The content files that were read as stories, posts or pages, whether they are published or not. */
  read: ReadonlySet<string>;
  /** Those of them from which something is published. */
  published: ReadonlySet<string>;
  /** The real paths of the files that stories show, which are published with their stories. */
  shown: ReadonlySet<string>;
  /** The files of the previous site. What is published stays so until somebody removes it. */
  before: ReadonlySet<string>;
};

/**
 * The files of the folder public/ that are published as they are. Only a folder with settings has one: in other archives a folder of
 * this name may be the output of a site builder. Not published are: stories, and Markdown that might be one; what stories show, which
 * is published with them; names that begin with a dot, except in .well-known/; and a new file to which only stories lead that readers
 * may not see, which is reported.
 * @returns in the order of their addresses
 */
export function publicFiles(content: string, stories: Stories, report: Report): PublicFile[] {
  const folder = join(content, PUBLIC_FOLDER);
  if (!isPaper(content)) return [];
  const found = filesIn(folder).flatMap((path) => {
    const file = `${PUBLIC_FOLDER}/${path}`;
    const from = join(folder, path);
    const isOfStories = stories.read.has(file) || stories.shown.has(realpathSync(from)) || isMarkdown(path);
    return isOfStories || HIDDEN.test(path) ? [] : [{ file, url: `/${path}`, from }];
  });
  const open = found.filter(({ file, url }) => {
    const isKey = basename(url).toLowerCase() === basename(KEY_FILE);
    if (isKey) report({ ...KEY_IN_PUBLIC, file });
    return !isKey;
  });
  const isNew = ({ url }: PublicFile): boolean => !stories.before.has(url.slice(1));
  const isPrivate = open.some(isNew) ? privateNames(content, stories) : () => undefined;
  return open.flatMap(({ file, url, from }) => {
    const story = isNew({ url, from }) ? isPrivate(basename(from)) : undefined;
    if (story === undefined) return [{ url, from }];
    report({
      severity: "notice",
      file,
      message: `It is not published, since only ${story} leads to it, which readers may not see.`,
      remedy: "It is published with that story, or once a published story leads to it too.",
    });
    return [];
  });
}

const KEY_IN_PUBLIC = {
  severity: "error",
  message: "It is not published: a file of this name has the key that opens every story for members.",
  remedy: `Move it to ${KEY_FILE}; if it has been published, make another key.`,
} as const;

/** Files of programs and systems. Public is only what stands in .well-known (RFC 8615). */
const HIDDEN = /(?:^|\/)\.(?!well-known\/)/u;

/** The files below a folder, without links; none if it is no folder. */
function filesIn(folder: string): string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return filesBelow(folder)
    .filter((path) => lstatSync(join(folder, path)).isFile())
    .toSorted();
}

/** Finds the first story that leads to a file and is withheld, if no published one leads to it. */
function privateNames(content: string, { read, published }: Stories): (name: string) => string | undefined {
  const textOf = (file: string): string => {
    try {
      return readFileSync(join(content, file), "utf8").toLowerCase();
    } catch {
      return "";
    }
  };
  const withheld = [...read].filter((file) => !published.has(file)).map((file) => ({ file, text: textOf(file) }));
  return (name) => {
    const story = withheld.find(({ text }) => leadsTo(name, text))?.file;
    return story === undefined || [...published].some((file) => leadsTo(name, textOf(file))) ? undefined : story;
  };
}

/** Whether a text, in small letters, has a file's name where an address stands: in a link, an attribute or a field. Prose may speak of any. */
function leadsTo(name: string, text: string): boolean {
  return [name, encodeURI(name)].some((each) =>
    text
      .split(each.toLowerCase())
      .slice(0, -1)
      .some((before) => ADDRESS.test(before)),
  );
}

/** The end of a text after which an address goes on with the name of a file. */
const ADDRESS = /(?:["'(<=]|[:-] )(?:[^\s"'()<>]*\/)?$/u;
