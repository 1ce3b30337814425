import type { Block } from "#content/blocks/block.ts";
import type { Image } from "#content/image.ts";
import type { BodyContext } from "../../body/bodyContext.ts";
import { htmlToBlocks } from "../../body/htmlToBlocks.ts";
import type { ArchiveContext } from "../archiveFormat.ts";
import { escapeHtml } from "../../text/escaped.ts";
import { plainLine } from "./plainLine.ts";
import type { FeedItem, FeedMedia } from "./feedItem.ts";
import { resolvedUrl } from "./resolvedUrl.ts";

type Brought = Pick<FeedItem, "media" | "base">;
type Around = { context: ArchiveContext; body: BodyContext; warn: (message: string) => void };

/**
 * A body with the item's media: its first picture leads the story, further ones
 * follow the text as figures, recordings come last. A picture that the text
 * already shows is not shown twice.
 */
export function withMedia(blocks: Block[], item: Brought, around: Around): { blocks: Block[]; image?: Image | undefined } {
  const media = distinct(item.media);
  const images = media.filter(({ kind }) => kind === "picture").flatMap((medium) => imageOf(medium, item, around));
  const [lead, ...others] = images;
  const [first, ...rest] = blocks;
  const repeats = first?.type === "figure" && first.image.url === lead?.url;
  const text = repeats ? rest : blocks;
  const shown = new Set([lead?.url, ...text.flatMap((block) => (block.type === "figure" ? [block.image.url] : []))]);
  const figures = others.filter(({ url }) => !shown.has(url)).map((image): Block => ({ type: "figure", image }));
  const recordings = media.filter(({ kind }) => kind !== "picture").flatMap((medium) => recording(medium, item, around.body));
  return { blocks: [...text, ...figures, ...recordings], image: repeats ? first.image : lead };
}

const distinct = (media: FeedMedia[]): FeedMedia[] =>
  media.filter(({ address }, at) => media.findIndex((other) => other.address === address) === at);

function imageOf({ address, title, credit, alt }: FeedMedia, item: Brought, { context, body, warn }: Around): Image[] {
  const result = context.picture(address, item.base);
  if ("reason" in result) {
    warn(`The picture ${address.slice(0, 120)} ${result.reason}; it was left out.`);
    return [];
  }
  const caption = plainLine(htmlOf(title), body);
  const by = plainLine(htmlOf(credit), body);
  return [
    {
      ...result.picture,
      alt: plainLine(htmlOf(alt), body) ?? "",
      ...(caption !== undefined && { caption: [{ type: "text", text: caption }] }),
      ...(by !== undefined && { credit: by }),
    },
  ];
}

/** A recording, read as the HTML element for it. */
function recording({ kind, address, title }: FeedMedia, item: Brought, body: BodyContext): Block[] {
  const url = resolvedUrl(address, item.base);
  if (url === undefined) return [];
  const words = plainLine(htmlOf(title), body);
  const named = words === undefined ? "" : ` title="${escapeHtml(words)}"`;
  return htmlToBlocks(`<${kind} src="${escapeHtml(url)}"${named}></${kind}>`, body);
}

const htmlOf = (text: string | undefined) => (text === undefined ? undefined : { text, html: true });
