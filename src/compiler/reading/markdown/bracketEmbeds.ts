import { escapeHtml } from "../../text/escaped.ts";
import { notLive } from "./templateTags.ts";

/**
 * A text in which WordPress' shortcodes of recordings and other sites are players, each alone on its line: `[youtube=…]`,
 * `[audio src="…"]`, `[embed]…[/embed]`. Programs that make Markdown of a blog leave them as they are.
 */
export function bracketEmbeds(text: string, inHtml: boolean): string {
  if (!/\[(?:youtube|vimeo|embed|audio|video|soundcloud|spotify|tweet|instagram|tiktok)\b/u.test(text)) return text;
  const isShown = notLive(text, inHtml);
  return text.replace(SHORTCODE, (all: string, name: string, attributes: string, inner: string | undefined, at: number) => {
    const address = addressIn(name, attributes, inner ?? "");
    if (address === undefined || isShown(at)) return all;
    const tag = name === "audio" || name === "video" ? name : "iframe";
    return `<${tag} src="${escapeHtml(address)}"></${tag}>`;
  });
}

const SHORTCODE =
  /(?<=^|\n)[ \t]{0,3}\[(youtube|vimeo|embed|audio|video|soundcloud|spotify|tweet|instagram|tiktok)\b([^[\]\n]{0,1000})\](?:([^[\]\n]{0,1000})\[\/\1\])?[ \t]*(?=\n|$)/gu;

/** Between the tags, in an attribute, or written after the name: "=https://…", " id", "https://…|titles=…". */
function addressIn(name: string, attributes: string, inner: string): string | undefined {
  const [, named] = /\b(?:src|url|id|mp3|m4a|ogg|wav|mp4|webm)=["']?([^"'\s]+)/u.exec(attributes) ?? [];
  const [, plain] = /^[\s=:]+["']?([^\s"'|]+)/u.exec(attributes) ?? [];
  const written = [inner.trim(), named, plain].find((each) => each !== undefined && each !== "");
  if (written === undefined || /^https?:\/\/\S+$/iu.test(written)) return written?.replaceAll("&amp;", "&");
  if (name === "youtube" && /^[\w-]{11}$/u.test(written)) return `https://www.youtube.com/watch?v=${written}`;
  if (name === "vimeo" && /^\d{5,}$/u.test(written)) return `https://vimeo.com/${written}`;
  return (name === "audio" || name === "video") && /\.\w{2,4}$/u.test(written) ? written : undefined;
}
