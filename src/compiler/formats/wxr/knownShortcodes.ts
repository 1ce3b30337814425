import { escapeHtml } from "../../text/escaped.ts";
import { embedHtml } from "./autoEmbeds.ts";
import type { Attachment, Media } from "./wxrMedia.ts";

type Attributes = Map<string, string>;
type Options = { media: Pick<Media, "attachment" | "uploadedTo">; post: string; notice: (message: string) => void };

/** The HTML for a shortcode of WordPress itself, or one that embeds an address; undefined for any other, or if the address is missing. */
export function knownShortcode(name: string, attributes: Attributes, inner: string, options: Options): string | undefined {
  switch (name) {
    case "caption":
    case "wp_caption":
      return caption(attributes, inner);
    case "gallery":
      return gallery(attributes, options);
    case "playlist":
      return playlist(attributes, options);
    case "embed":
      return inner.trim() === "" && !attributes.has("src") ? "" : block(embedHtml(inner.trim() || (attributes.get("src") ?? "")));
    case "audio":
    case "video":
      return media(name, attributes, inner);
    case "youtube":
    case "vimeo":
    case "tweet":
    case "twitter":
    case "instagram":
    case "facebook":
    case "tiktok":
    case "soundcloud":
    case "spotify":
    case "googlemaps":
      return service(name, attributes, inner);
    default:
      return undefined;
  }
}

const block = (html: string): string => `\n\n${html}\n\n`;

/** `[caption]<a><img></a> words[/caption]`, or, before version 3.4, with the words in an attribute. */
function caption(attributes: Attributes, inner: string): string {
  const [picture, rest] = split(inner);
  const words = rest.trim() || (attributes.get("caption") ?? "");
  if (picture === "") return inner;
  return block(`<figure>${picture}${words === "" ? "" : `<figcaption>${words}</figcaption>`}</figure>`);
}

function split(inner: string): [string, string] {
  const picture = PICTURE.exec(inner)?.[0];
  return picture === undefined ? ["", inner] : [picture, inner.slice(picture.length)];
}

/** The quoted value of an attribute may hold any sign: alt="5 > 4". */
const ATTRIBUTES = "\\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*";
const PICTURE = new RegExp(`^\\s*(?:<a${ATTRIBUTES}>\\s*)?<img${ATTRIBUTES}>(?:\\s*</a>)?`, "iu");

/** Pictures by number, or all pictures uploaded to the post. */
function gallery(attributes: Attributes, options: Options): string {
  const figures = attachments(attributes, options).map(
    ({ url, alt, caption: words, title }) =>
      `<figure><img src="${escapeHtml(url)}" alt="${escapeHtml(alt || (words === "" ? title : ""))}">${words === "" ? "" : `<figcaption>${words}</figcaption>`}</figure>`,
  );
  return block(`<div class="gallery">${figures.join("")}</div>`);
}

function playlist(attributes: Attributes, options: Options): string {
  const type = attributes.get("type") === "video" ? "video" : "audio";
  const players = attachments(attributes, options).map(
    ({ url, title }) => `<${type} src="${escapeHtml(url)}" title="${escapeHtml(title)}"></${type}>`,
  );
  return players.length === 0 ? "" : block(players.join("\n"));
}

function attachments(attributes: Attributes, { media: library, post, notice }: Options): Attachment[] {
  const given = attributes.get("ids") ?? attributes.get("include");
  const excluded = new Set(numbers(attributes.get("exclude")));
  const ids = given === undefined ? library.uploadedTo(attributes.get("id") ?? post) : numbers(given);
  const found = ids.filter((id) => !excluded.has(id)).map((id) => library.attachment(id));
  const missing = found.filter((each) => each === undefined).length;
  if (missing > 0) notice(`A gallery lacks files that are not in the export (${missing}).`);
  if (ids.length === 0) notice("A gallery shows the files that were uploaded to the post, but the export has none.");
  return found.filter((each) => each !== undefined);
}

const numbers = (list = ""): string[] => list.split(/[\s,]+/u).filter((id) => /^\d+$/u.test(id));

/** The file that the tag names in `src`, `mp3`, `mp4` … or as its first word. */
function media(name: "audio" | "video", attributes: Attributes, inner: string): string | undefined {
  const named = [...attributes].find(
    ([key, value]) => /^(?:src|mp3|m4a|ogg|wav|wma|mp4|m4v|webm|ogv|flv|0)$/u.test(key) && /^https?:|^\//iu.test(value),
  );
  const source = named?.[1] ?? /https?:\/\/[^\s<>"]+/u.exec(inner)?.[0];
  if (source === undefined) return undefined;
  return block(`<${name} src="${escapeHtml(source.split("|")[0] ?? source)}"></${name}>`);
}

/** `[youtube=https://…]`, `[youtube id="…"]`, `[youtube]…[/youtube]`. */
function service(name: string, attributes: Attributes, inner: string): string | undefined {
  const given = [...attributes.values(), inner.trim()].find((value) => /^(?:https?:)?\/\//iu.test(value));
  if (given !== undefined) return block(embedHtml(given.startsWith("//") ? `https:${given}` : given));
  const id = attributes.get("id") ?? attributes.get("0") ?? inner.trim();
  const address = /^[\w-]{5,40}$/u.test(id) ? byId(name, id) : undefined;
  return address === undefined ? undefined : block(embedHtml(address));
}

function byId(name: string, id: string): string | undefined {
  if (name === "youtube") return `https://www.youtube.com/watch?v=${id}`;
  if (name === "vimeo") return `https://vimeo.com/${id}`;
  if (name === "instagram") return `https://www.instagram.com/p/${id}/`;
  return name === "tweet" || name === "twitter" ? `https://x.com/i/status/${id}` : undefined;
}
