import { embedOf } from "../../body/embeds.ts";
import { escapeHtml } from "../../text/escaped.ts";

/** An address alone on its line: WordPress embeds it, such as a video. One from no known service becomes a link; in code it is text. */
export function autoEmbeds(text: string): string {
  return text.replace(
    /<(pre|code)(?=[\s>])[^]*?(?:<\/\1\s*>|(?![^]))|^[^\S\n]*(https?:\/\/[^\s<>"[\]]+)[^\S\n]*$/gmu,
    (all, _, address?: string) => (address === undefined ? all : embedHtml(address)),
  );
}

/** The same for the block editor. */
export function embedWrappers(html: string): string {
  return html.replace(
    /(<div class="wp-block-embed__wrapper">)\s*(https?:\/\/[^\s<>"]+)\s*(<\/div>)/gu,
    (_, start: string, address: string, end: string) => `${start}${embedHtml(address)}${end}`,
  );
}

/** The frame for an address of a known service, else a link. The address may be plain or escaped as HTML. */
export function embedHtml(address: string): string {
  const plain = address.trim().replaceAll("&amp;", "&").replaceAll("&#038;", "&");
  const safe = escapeHtml(plain);
  return embedOf(plain) ? `<iframe src="${safe}"></iframe>` : `<p><a href="${safe}">${safe}</a></p>`;
}
