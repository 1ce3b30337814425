import { cleanText } from "../../body/cleanText.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { headingIds } from "../../body/headingIds.ts";
import type { PostRelease } from "../../draft/draft.ts";
import type { BodyContext } from "../../body/bodyContext.ts";
import { bodyContextOf } from "../bodyContextOf.ts";
import type { SourceContext, SourceFile } from "../source.ts";

/** What reading the fields of one article needs to know. */
export type ArticleContext = Pick<SourceContext, "settings" | "once"> & {
  body: BodyContext;
  /** The place of a field in its file: its path, or a line. */
  place: (path: string) => string;
  warn: (path: string, message: string, severity?: "warning" | "notice", remedy?: string, nearest?: string) => void;
  /** Parses a text: in Markdown it may hold marks, in JSON it is plain text. */
  words: (text: string) => Inline[];
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

/** Plain text as inlines. */
function lineOfText(text: string): Inline[] {
  const clean = cleanText(text);
  return clean === "" ? [] : [{ type: "text", text: clean }];
}
