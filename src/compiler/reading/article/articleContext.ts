import { isPictureName } from "../../text/isPictureName.ts";
import { posix } from "node:path";
import { cleanText, oneLine } from "../../text/cleanText.ts";
import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { inlineText } from "#content/blocks/plainText.ts";
import { flatten } from "../../body/flatten.ts";
import { headingIds } from "../../body/headingIds.ts";
import { htmlToBlocks } from "../../body/htmlToBlocks.ts";
import { isRecord, type Raw, scalarText } from "../../text/jsonRecord.ts";
import type { PostRelease } from "../../draft/draft.ts";
import type { ReleaseValues } from "../../draft/release/releaseValues.ts";
import { type PostIds, postIds } from "./postIds.ts";
import type { BodyContext } from "../../body/bodyContext.ts";
import type { SourceContext, SourceFile } from "../source.ts";

/** What reading the fields of one article needs to know. */
export type ArticleContext = Pick<SourceContext, "settings" | "once"> & {
  body: BodyContext;
  /** The place of a field in its file: its path, or a line. */
  place: (path: string) => string;
  warn: (path: string, message: string, severity?: "warning" | "notice", remedy?: string, nearest?: string) => void;
  /** Parses a text: in Markdown it may hold marks, in JSON it is plain text. */
  words: (text: string) => Inline[];
  /** Of the story of a source: reads HTML in the place of blocks, of a text or of a picture, and gives each post a unique id. */
  html?: (html: string) => Block[];
  postId?: PostIds;
  /** Of an item of an archive: the time of reading, and what is known of the values of its release fields. */
  archive?: { now: number; values: ReleaseValues | undefined };
  headingId: (text: string, given?: string) => string;
  /** Collects what posts say about when readers may see them. */
  postReleases: PostRelease[];
};

/** The context of a file that may be an item of a collection, which may lack a text: the names of its properties, and what takes its fields. */
export type ItemContext = SourceContext & { item?: { names: readonly string[]; take: (fields: Raw, article: ArticleContext) => void } };

const REMEDY = "See docs/article.md for its form.";

export function articleContext(file: SourceFile, context: SourceContext, own: Partial<ArticleContext> = {}): ArticleContext {
  const place = own.place ?? ((path) => path);
  return {
    settings: context.settings,
    once: context.once,
    body: bodyContextOf(file.path, context),
    place,
    warn: (path, message, severity = "warning", remedy = REMEDY, nearest) =>
      context.report({ severity, file: file.path, place: place(path), message, ...(nearest !== undefined && { nearest }), remedy }),
    words: lineOfText,
    headingId: headingIds(),
    postReleases: [],
    ...own,
  };
}

/** The context of a story of a source, or of a part of it whose headings have ids of their own. */
export const ofSource = (article: ArticleContext): ArticleContext => ({
  ...article,
  html: (html) => htmlToBlocks(html, article.body, article.headingId),
  postId: article.postId ?? postIds(),
});

/** The blocks of HTML (`{ type: "html", html }`), which only the story of a source may have; undefined for any other value. */
export const htmlIn = (value: unknown, { html }: ArticleContext): Block[] | undefined =>
  html !== undefined && isRecord(value) && value["type"] === "html" ? html(scalarText(value["html"])) : undefined;

/** The words of HTML on one line, in the place of a text. */
export function htmlLineIn(value: unknown, context: ArticleContext): string | undefined {
  const blocks = htmlIn(value, context);
  return blocks && oneLine(inlineText(flatten(blocks)));
}

/** Plain text as inlines. */
function lineOfText(text: string): Inline[] {
  const clean = cleanText(text);
  return clean === "" ? [] : [{ type: "text", text: clean }];
}

/**
 * How the body of a file is read. Links relative to the file become paths from
 * the content folder, which refining turns into the addresses of articles; a
 * link to a picture file becomes the picture's address. In the folder of a
 * paper, a link that leaves the folder begins with "/..".
 */
export function bodyContextOf(file: string, { settings, report, seen, pictures, recordings, hasPages }: SourceContext): BodyContext {
  return {
    file,
    report,
    seen,
    language: settings.language,
    place: (line) => `line ${line}`,
    picture: (reference) => pictures.find(reference, file),
    ...(recordings && {
      recordings: {
        find: (reference) => recordings.find(reference, file),
        cues: (reference) => recordings.cues(reference, file),
        mayLoad: (url) => settings.origins?.["media-src"]?.includes(new URL(url).origin) === true,
      },
    }),
    link: (href) => {
      if (/^(?:#|\/\/)/u.test(href)) return href;
      const found = isPictureName(href) ? pictures.find(href, file) : undefined;
      if (found && "picture" in found) return found.picture.url;
      // Zola's root is its content folder, Docusaurus' that of the site.
      const rooted = href.replace(/^@(?:site)?\//u, "/");
      return rooted.startsWith("/") ? rooted : fromRoot(rooted, file, hasPages === true);
    },
  };
}

function fromRoot(href: string, file: string, marksOutside: boolean): string {
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/su.exec(href) ?? [];
  if (path === "") return rest;
  const from = posix.join(posix.dirname(file), path);
  return (marksOutside && from.startsWith("../") ? `/${from}` : posix.join("/", from)) + rest;
}
