import CMS, { type AppEventListener } from "@sveltia/cms";
import { blocks } from "./blocks.ts";
import { StoryPreview } from "./StoryPreview.tsx";

// The desk: the CMS with what is the paper's own. Its configuration and the reader's styles are named by the page that loads it.
for (const block of blocks) CMS.registerEditorComponent(block);
for (const { content } of document.querySelectorAll<HTMLMetaElement>('meta[name="preview-style"]')) CMS.registerPreviewStyle(content);
for (const collection of ["articles", "pages"]) CMS.registerPreviewTemplate(collection, StoryPreview);
CMS.registerEventListener({ name: "preSave", handler: ({ entry }) => draftAtFirst(entry) });
await CMS.init();

type Entry = Parameters<AppEventListener["handler"]>[0]["entry"];

/** A new story or page is a draft where nobody has said that it is published. Older ones without a word about it are out, and stay so. */
function draftAtFirst(entry: Entry): Entry | undefined {
  const isOpen = typeof entry.getIn(["data", "draft"]) !== "boolean" && ["articles", "pages"].includes(entry.get("collection"));
  return entry.get("newRecord") && isOpen ? entry.setIn(["data", "draft"], true) : undefined;
}
