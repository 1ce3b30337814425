import { isPictureName } from "../../text/isPictureName.ts";
import { recordingType } from "../../text/recordingName.ts";
import type { MediaNs } from "feedsmith";
import type { FeedMedia } from "./feedItem.ts";

/** A picture or a recording, by its address and MIME type. Anything else, such as a document or a program, is left out. */
export function mediaOfType(address: string | undefined, type: string | undefined, title?: string): FeedMedia[] {
  const kind = address === undefined ? undefined : kindOf(address, type, undefined);
  return address === undefined || kind === undefined ? [] : [{ address, kind, ...(title !== undefined && { title }) }];
}

/**
 * Media RSS: the widest picture of each group, else its recording, and the
 * best thumbnail if there is no full picture.
 */
export function feedMedia(media: MediaNs.ItemOrFeed | undefined): FeedMedia[] {
  if (!media) return [];
  const groups = [...(media.contents ?? []).map((content) => [content]), ...(media.groups ?? []).map(({ contents = [] }) => contents)];
  const whole = groups.flatMap((contents) => best(contents.flatMap((content) => ofContent(content, media))));
  if (whole.some(({ kind }) => kind === "picture")) return whole;
  const thumbnails = [
    ...(media.contents ?? []).flatMap((content) => content.thumbnails ?? []),
    ...(media.groups ?? []).flatMap((group) => [
      ...(group.thumbnails ?? []),
      ...(group.contents ?? []).flatMap((content) => content.thumbnails ?? []),
    ]),
    ...(media.thumbnails ?? []),
  ].flatMap(({ url, width }): FeedMedia[] =>
    url === undefined ? [] : [{ address: url, kind: "picture", ...(width !== undefined && { width }) }],
  );
  return [...whole, ...best(thumbnails)];
}

function ofContent(content: MediaNs.Content, around: MediaNs.ItemOrFeed): FeedMedia[] {
  const { url, type, medium, width } = content;
  const kind = url === undefined ? undefined : kindOf(url, type, medium);
  if (url === undefined || kind === undefined) return [];
  const title = content.title?.value ?? content.description?.value ?? around.description?.value;
  const credit = (content.credits ?? around.credits)?.[0]?.value;
  return [
    {
      address: url,
      kind,
      ...(title !== undefined && { title }),
      ...(credit !== undefined && { credit }),
      ...(width !== undefined && { width }),
    },
  ];
}

/** The widest picture, else the first recording. */
function best(some: FeedMedia[]): FeedMedia[] {
  const pictures = some.filter(({ kind }) => kind === "picture").toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0));
  return [...pictures, ...some].slice(0, 1);
}

function kindOf(address: string, type: string | undefined, medium: string | undefined): FeedMedia["kind"] | undefined {
  if (medium === "image" || type?.startsWith("image/") === true) return "picture";
  if (medium === "audio" || type?.startsWith("audio/") === true) return "audio";
  if (medium === "video" || type?.startsWith("video/") === true) return "video";
  if (type !== undefined && type !== "" && type !== "application/octet-stream") return undefined;
  const path = address.replace(/[?#].*$/u, "");
  if (isPictureName(path)) return "picture";
  const known = recordingType(path);
  return known === undefined ? undefined : known.startsWith("audio/") ? "audio" : "video";
}
