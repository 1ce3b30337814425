import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import type { Report } from "../../draft/problem.ts";
import { isPaper } from "../../settings/settingsFile.ts";
import { extensionOf } from "../../text/fileName.ts";

/** The folder whose files are published as they are. */
export const PUBLIC_FOLDER = "public";

/** A file to publish as it is: its address on the site, and its path on this machine. */
export type PublicFile = { url: string; from: string };

type Stories = {
  /** The content files that were read as stories, posts or pages, whether they are published or not. */
  read: ReadonlySet<string>;
  /** Those of them from which something is published. */
  published: ReadonlySet<string>;
  /** The real paths of the files that stories show, which are published with their stories. */
  shown: ReadonlySet<string>;
};

/**
 * The files of the folder public/ that are published as they are. Only a folder with settings has one: in other archives a folder of
 * this name may be the output of a site builder. Not published are: stories, and Markdown that might be one; what stories show, which
 * is published with them; names that begin with a dot, except in .well-known/; and a file that only stories name that readers may
 * not see, which is reported.
 * @returns in the order of their addresses
 */
export function publicFiles(content: string, stories: Stories, report: Report): PublicFile[] {
  const folder = join(content, PUBLIC_FOLDER);
  if (!isPaper(content)) return [];
  const found = filesIn(folder).flatMap((path) => {
    const file = `${PUBLIC_FOLDER}/${path}`;
    const from = join(folder, path);
    const isOfStories = stories.read.has(file) || stories.shown.has(realpathSync(from)) || STORY.test(extensionOf(path));
    return isOfStories || HIDDEN.test(path) ? [] : [{ file, url: `/${path}`, from }];
  });
  if (found.length === 0) return [];
  const isPrivate = privateNames(content, stories);
  return found.flatMap(({ file, url, from }) => {
    const story = isPrivate(basename(from));
    if (story === undefined) return [{ url, from }];
    report({
      severity: "notice",
      file,
      message: `It is not published, since only ${story} names it, which readers may not see.`,
      remedy: "It is published with that story, or once a published story names it too.",
    });
    return [];
  });
}

/** What could be a story of which the front matter has a fault. */
const STORY = /^(?:mdx?|markdown|mdown|mkdn?|mdwn)$/u;

/** Files of programs and systems. Public is only what stands in .well-known (RFC 8615). */
const HIDDEN = /(?:^|\/)\.(?!well-known\/)/u;

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
      .toSorted();
  } catch {
    return [];
  }
}

/** Finds the first story that names a file and is withheld, if no published one names it. */
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
    const isNamedIn = (text: string): boolean => [name, encodeURI(name)].some((each) => text.includes(each.toLowerCase()));
    const story = withheld.find(({ text }) => isNamedIn(text))?.file;
    return story === undefined || [...published].some((file) => isNamedIn(textOf(file))) ? undefined : story;
  };
}
