import CMS, { type AppEventListener } from "@sveltia/cms";
import { answerThreads } from "./answerThreads.ts";
import { blocks } from "./blocks.ts";
import { FocalPoint } from "./FocalPoint.tsx";
import { StoryPreview } from "./StoryPreview.tsx";

// The desk: the CMS with the blocks and previews of a paper. The page that loads it names its configuration and the reader's styles.
for (const block of blocks) CMS.registerEditorComponent(block);
CMS.registerFieldType("focal-point", FocalPoint);
for (const { content } of document.querySelectorAll<HTMLMetaElement>('meta[name="preview-style"]')) CMS.registerPreviewStyle(content);
for (const collection of ["articles", "pages"]) CMS.registerPreviewTemplate(collection, StoryPreview);
CMS.registerEventListener({ name: "preSave", handler: ({ entry }) => draftAtFirst(entry) ?? answered(entry) });
await CMS.init();

type Entry = Parameters<AppEventListener["handler"]>[0]["entry"];

/** A new story or page is a draft unless its author has set the field. An older one without the field is published, and stays so. */
function draftAtFirst(entry: Entry): Entry | undefined {
  const isUnset = typeof entry.getIn(["data", "draft"]) !== "boolean" && ["articles", "pages"].includes(entry.get("collection"));
  return entry.get("newRecord") && isUnset ? entry.setIn(["data", "draft"], true) : undefined;
}

/** `threads.json` with the answers to what the build asked about threads. */
function answered(entry: Entry): Entry | undefined {
  const { data } = entry.toJS();
  const file = "suggested" in data ? answerThreads(data) : undefined;
  return file && entry.set("data", file);
}
