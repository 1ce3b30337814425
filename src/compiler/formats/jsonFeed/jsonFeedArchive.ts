import type { ArchiveFormat, ArchiveContext, ArchiveFile } from "../archiveFormat.ts";
import { drafts } from "../feed/feedArchive.ts";
import { parseJson } from "../../text/parseJson.ts";
import { fromJsonFeed } from "./fromJsonFeed.ts";

/** JSON Feed 1 and 1.1 (jsonfeed.org). */
export const jsonFeedArchive: ArchiveFormat = {
  name: "json-feed",
  title: "JSON Feed",
  detects: ({ head }) => /^[\s\uFEFF]*\{/u.test(head) && (VERSION.test(head) || (/"items"\s*:\s*\[/u.test(head) && OWN.test(head))),
  read,
};

const VERSION = /"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/iu;
/** Without a version, it is detected by names that no other format has. */
const OWN = /"(?:content_html|content_text|home_page_url|feed_url|external_url)"\s*:/u;

async function* read(file: ArchiveFile, context: ArchiveContext) {
  const json = parseJson(await file.text());
  if ("error" in json) {
    context.report({ severity: "error", file: file.path, place: json.place, message: `The file is not JSON: ${json.error}.` });
    context.skip({ file: file.path, place: json.place }, `The file is not JSON: ${json.error}.`);
    return;
  }
  const feed = fromJsonFeed(json.value);
  if (feed === undefined) {
    context.skip({ file: file.path, place: "items" }, "The feed has no list of items.");
    return;
  }
  yield* drafts(feed, file.path, context);
}
