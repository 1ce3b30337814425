import CMS from "@sveltia/cms";
import { draftAtFirst } from "./draftAtFirst.ts";
import { blocks } from "./blocks.ts";
import { StoryPreview } from "./StoryPreview.tsx";

// The desk: the CMS with what is the paper's own. Its configuration and the reader's styles are named by the page that loads it.
for (const block of blocks) CMS.registerEditorComponent(block);
for (const { content } of document.querySelectorAll<HTMLMetaElement>('meta[name="preview-style"]')) CMS.registerPreviewStyle(content);
for (const collection of ["articles", "pages"]) CMS.registerPreviewTemplate(collection, StoryPreview);
CMS.registerEventListener({ name: "preSave", handler: ({ entry }) => draftAtFirst(entry) });
await CMS.init();
