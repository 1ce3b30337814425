import { figure, frame, picture, quoted } from "../templateTag.ts";
import type { JsxTag } from "./jsxTag.ts";

/** What replaces a component: the text before and after its content. `isKnown` says that it need not be reported. */
export type Component = { open: string; close: string; isKnown: boolean };

/** A component by its name, as themes and site builders use it. @param isBlock whether it is on lines of its own */
export function component({ name, attributes, form }: JsxTag, isBlock: boolean): Component {
  const named = new Map([...attributes].flatMap(([key, value]): [string, string][] => (value === undefined ? [] : [[key, value]])));
  const own = name.replace(/^.*[.:]/su, "");
  const phrases = words(named);
  const set = (text: string, close = ""): Component => ({ open: text, close, isKnown: true });
  const apart = (text: string): string => (isBlock ? `\n\n${text}\n\n` : text);

  const image =
    figure(named) ?? (PICTURE.test(own) && named.has("src") ? { text: picture(named.get("src") ?? "", named.get("alt")) } : undefined);
  if (image) return set(apart(image.text));
  const embed = embedOf(own, named);
  if (embed !== undefined) return set(apart(embed));
  const address = named.get("href") ?? named.get("to") ?? named.get("url");
  if (LINK.test(own) && address !== undefined && form === "open") return set(`<a href="${quoted(address)}">`, "</a>");
  const code = named.get("code");
  if (CODE.test(own) && code !== undefined)
    return set(`\n\n~~~~~~ ${named.get("lang") ?? named.get("language") ?? ""}\n${code}\n~~~~~~\n\n`);
  if (QUOTE.test(own) && isBlock) {
    const credit = ["author", "cite", "source", "attribution", "by", "name"].flatMap((key) => named.get(key) ?? []).join(", ");
    const text = named.get("text") ?? named.get("quote") ?? "";
    const end = `${credit === "" ? "" : `\n\n— ${credit}`}\n\n</blockquote>\n\n`;
    return form === "open" ? set(`\n\n<blockquote>\n\n${text}`, end) : set(`\n\n<blockquote>\n\n${text}${end}`);
  }
  const link =
    address !== undefined && /^https?:/iu.test(address)
      ? [`<a href="${quoted(address)}">${phrases[0] ?? address}</a>`, ...phrases.slice(1)]
      : phrases;
  const isKnown = CONTAINER.test(own);
  if (isBlock) return { open: link.length === 0 ? "" : `\n\n${link.join("\n\n")}\n\n`, close: "", isKnown };
  return form === "open"
    ? { open: "", close: link.length === 0 ? "" : ` (${link.join(", ")})`, isKnown }
    : { open: link.join(", "), close: "", isKnown };
}

const PICTURE = /(?:image|img|picture|photo|figure)$/iu;
const LINK = /^(?:\w*link|a|anchor|button)$/iu;
const CODE = /^(?:code|codeblock|prism|highlight|syntaxhighlighter)$/iu;
const QUOTE = /^(?:block|pull)?-?quote$/iu;

/** Containers around text: nothing is lost but the container. */
const CONTAINER =
  /^(?:callout|note|tip|info|warning|caution|danger|important|alert|aside|admonition|banner|box|card|cards|cardgroup|center|col|column|columns|container|div|section|flex|grid|row|wrapper|layout|details|disclosure|accordion|accordionitem|accordiongroup|tabs?|tabitem|tabpanel|tabpanels|tablist|steps?|filetree|caption|figcaption|footnote|figure|gallery|imagegroup|lead|intro|summary|highlight|mark|small|text|p|prose|br|hr|fragment|toc|tableofcontents|tocinline|fullwidth|bleed|spacer|divider)?$/iu;

/** Words for readers in attributes, the heading first. */
function words(named: ReadonlyMap<string, string>): string[] {
  const of = (names: string[]): string[] => names.flatMap((name) => named.get(name)?.trim() || []);
  const [heading, ...others] = of(["title", "heading", "headline", "summary", "label"]);
  return [
    ...(heading === undefined ? [] : [`**${heading}**`]),
    ...others,
    ...of(["text", "quote", "description", "content", "body", "caption", "cite", "author", "attribution", "credit"]),
  ];
}

function embedOf(name: string, named: ReadonlyMap<string, string>): string | undefined {
  const given = [
    "id",
    "videoId",
    "videoid",
    "youTubeId",
    "youtubeId",
    "youtubeID",
    "tweetId",
    "tweetID",
    "tweetLink",
    "url",
    "src",
    "video",
    "link",
  ];
  const [id] = given.flatMap((key) => named.get(key) ?? []);
  if (id === undefined) return undefined;
  const isAddress = /^https?:/iu.test(id);
  if (/youtube/iu.test(name)) return isAddress ? `\n\n${id}\n\n` : frame(`https://www.youtube.com/embed/${id}`, named.get("title"));
  if (/vimeo/iu.test(name)) return isAddress ? `\n\n${id}\n\n` : frame(`https://player.vimeo.com/video/${id}`, named.get("title"));
  if (/^(?:\w*tweet|twitter|x)(?:embed)?$/iu.test(name))
    return `\n\n${isAddress ? id : `https://x.com/${id.includes("/") ? id : `i/status/${id}`}`}\n\n`;
  return undefined;
}
