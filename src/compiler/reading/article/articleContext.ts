import { isPictureName } from "../../text/isPictureName.ts";
import { posix } from "node:path";
import { cleanText } from "../../text/cleanText.ts";
import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { headingIds } from "../../body/headingIds.ts";
import { htmlToBlocks } from "../../body/htmlToBlocks.ts";
import type { PostRelease } from "../../draft/draft.ts";
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
  /** Reads HTML in the place of blocks or of inlines; only the stories of a source may have it. */
  html?: (html: string) => Block[];
  headingId: (text: string, given?: string) => string;
  /** Collects what posts say about when readers may see them. */
  postReleases: PostRelease[];
};

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

/** The context of a story of a source, which may have HTML in the place of blocks and of inlines. */
export const withHtml = (article: ArticleContext): ArticleContext => ({
  ...article,
  html: (html) => htmlToBlocks(html, article.body, article.headingId),
});

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
export function bodyContextOf(file: string, { settings, report, pictures, recordings, hasPages }: SourceContext): BodyContext {
  return {
    file,
    report,
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
      return href.startsWith("/") ? href : fromRoot(href, file, hasPages === true);
    },
  };
}

function fromRoot(href: string, file: string, marksOutside: boolean): string {
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/su.exec(href) ?? [];
  if (path === "") return rest;
  const from = posix.join(posix.dirname(file), path);
  return (marksOutside && from.startsWith("../") ? `/${from}` : posix.join("/", from)) + rest;
}
