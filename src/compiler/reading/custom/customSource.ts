import { htmlToBlocks } from "../../body/htmlToBlocks.ts";
import type { Draft } from "../../draft/draft.ts";
import type { SourceExtension } from "./extension.ts";
import { messageOf } from "../../text/errorMessage.ts";
import { draftOf } from "../article/articleSource.ts";
import { isRecord } from "../../text/jsonRecord.ts";
import { extensionOf } from "../../text/fileName.ts";
import { reportSkipped } from "../reportSkipped.ts";
import type { Source, SourceContext, SourceFile } from "../source.ts";

/** A custom format of the paper, whose stories are read like article JSON. `html` may take the place of `body`. */
export function customSource({ name, extensions, read }: SourceExtension): Source {
  return {
    name,
    extensions,
    reads: ({ path }) => extensions.includes(extensionOf(path)),
    read: async (file, context) => {
      try {
        const stories: unknown = await read(file);
        return (Array.isArray(stories) ? stories : [stories]).flatMap((story: unknown) => draftsOf(story, name, file, context));
      } catch (error) {
        const message = `sources/${name} failed: ${messageOf(error)}`;
        reportSkipped(context, { file: file.path, place: "line 1", message, remedy: "Correct the file or the source." });
        return [];
      }
    },
  };
}

function draftsOf(story: unknown, name: string, file: SourceFile, context: SourceContext): Draft[] {
  if (!isRecord(story)) {
    const message = `sources/${name} did not return a story.`;
    reportSkipped(context, { file: file.path, place: "line 1", message, remedy: "A story is an object in the form of docs/article.md." });
    return [];
  }
  const { html, ...raw } = story;
  if (typeof html !== "string") return draftOf(story, file, context);
  const place = () => "line 1";
  return draftOf({ ...raw, body: html }, file, context, raw, (article) =>
    htmlToBlocks(html, { ...article.body, place }, article.headingId),
  );
}
