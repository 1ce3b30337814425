import { escapeHtml } from "../../text/escaped.ts";
import { isRecord, type Raw, recordsOf, scalarText, wordsIn } from "../../text/jsonRecord.ts";
import { codeHtml } from "../../text/figureHtml.ts";

/** Receives a message about anything that could not be kept as it is. */
type Warn = (message: string) => void;

/** Blocks as HTML, which is then read like any other HTML. */
export const blocksHtml = (blocks: Raw[], warn: Warn, depth = 0): string =>
  depth > DEEPEST ? "" : blocks.map((block) => blockHtml(block, warn, depth)).join("");

const DEEPEST = 24;

/** Optimo keeps a block's content in its `model`, CPS in the block itself. */
const modelOf = (block: Raw): Raw => (isRecord(block["model"]) ? block["model"] : block);

/** The blocks in a block. */
export const innerBlocks = (block: Raw): Raw[] => recordsOf(modelOf(block)["blocks"]);

/** The first block of a type, among the blocks and those nested in them. */
export function firstBlock(blocks: Raw[], type: string, depth = 0): Raw | undefined {
  if (depth > DEEPEST) return undefined;
  return (
    blocks.find((block) => block["type"] === type) ?? blocks.map((block) => firstBlock(innerBlocks(block), type, depth + 1)).find(Boolean)
  );
}

/** The text of blocks, without their marks. */
export const textIn = (blocks: Raw[], depth = 0): string =>
  depth > DEEPEST
    ? ""
    : blocks
        .map((block) => (innerBlocks(block).length > 0 ? textIn(innerBlocks(block), depth + 1) : scalarText(modelOf(block)["text"])))
        .join(depth === 0 ? " " : "");

function blockHtml(block: Raw, warn: Warn, depth: number): string {
  const type = scalarText(block["type"]);
  const inner = () => blocksHtml(innerBlocks(block), warn, depth + 1);
  if (BESIDE.has(type)) return "";
  if (CONTAINERS.has(type)) return inner();
  const toHtml = Object.hasOwn(BLOCKS, type) ? BLOCKS[type] : undefined;
  if (toHtml !== undefined) return toHtml(modelOf(block), inner);
  const content = inner();
  const words = content === "" ? wordsIn(modelOf(block)["text"]) : "";
  if (content === "" && words === "") warn(`A block of an unknown kind (${type}) was left out.`);
  return content || (words === "" ? "" : `<p>${escapeHtml(words)}</p>`);
}

/** Blocks whose content has its own field in the draft, or that lead to other stories. */
const BESIDE = new Set(
  (
    "headline visuallyHiddenHeadline fauxHeadline byline timestamp relatedContent topStories features recommendations latestMedia mpu wsoj " +
    "podcastPromo jumpTo mostRead tags topicTags newsletter version aresMediaMetadata disclaimer mediaIndicator"
  ).split(" "),
);
const CONTAINERS = new Set(["text", "group", "inlineText", "introduction", "elementContainer", "portraitVideo"]);

const BLOCKS: Record<string, (model: Raw, inner: () => string) => string> = {
  paragraph: (model, inner) => `<p>${inner() || marked(model)}</p>`,
  fragment: fragment,
  urlLink: (model, inner) =>
    `<a href="${escapeHtml(scalarText(model["locator"]))}">${inner() || escapeHtml(scalarText(model["text"]))}</a>`,
  inlineLink: (model, inner) =>
    `<a href="${escapeHtml(scalarText(model["locator"]))}">${inner() || escapeHtml(scalarText(model["text"]))}</a>`,
  subheadline: (model) => `<h2>${escapeHtml(textIn(recordsOf(model["blocks"])))}</h2>`,
  heading: (model) => `<h2>${escapeHtml(textIn(recordsOf(model["blocks"])) || scalarText(model["text"]))}</h2>`,
  crosshead: (model) => `<h2>${marked(model)}</h2>`,
  subheading: (model) => `<h3>${marked(model)}</h3>`,
  unorderedList: (_, inner) => `<ul>${inner()}</ul>`,
  orderedList: (_, inner) => `<ol>${inner()}</ol>`,
  listItem: (model, inner) => `<li>${inner() || marked(model)}</li>`,
  list: (model) => {
    const name = model["numbered"] === true ? "ol" : "ul";
    return `<${name}>${recordsOf(model["items"])
      .map((item) => `<li>${marked(item)}</li>`)
      .join("")}</${name}>`;
  },
  blockquote: (_, inner) => `<blockquote>${inner()}</blockquote>`,
  image: imageHtml,
  video: recording,
  audio: recording,
  legacyMedia: recording,
  media: recording,
  // A post or video on another site: its address is in the block, or in the oEmbed data fetched for it.
  social: embed,
  oEmbed: embed,
  embed,
  links: (_, inner) => inner(),
  code: (model) => codeHtml(scalarText(model["text"])),
  caption: (_, inner) => inner(),
};

function fragment(model: Raw): string {
  const attributes: unknown[] = Array.isArray(model["attributes"]) ? model["attributes"] : [];
  return ["bold", "italic"].reduce(
    (html, mark) => (attributes.includes(mark) ? `<${mark.slice(0, 1)}>${html}</${mark.slice(0, 1)}>` : html),
    escapeHtml(scalarText(model["text"])),
  );
}

/** CPS writes plain text, or its own XML: `<bold>`, `<italic>`, `<link><caption>…</caption><url href="…"/></link>`. */
function marked(model: Raw): string {
  const text = scalarText(model["text"]);
  if (model["markupType"] !== "candy_xml") return escapeHtml(text);
  return text
    .replace(/<link>([^]*?)<\/link>/gu, (_, link: string) => {
      const href = /<url\b[^>]*\bhref="([^"]*)"/u.exec(link)?.[1] ?? "";
      const words = /<caption>([^]*?)<\/caption>/u.exec(link)?.[1] ?? "";
      return `<a href="${href}">${words}</a>`;
    })
    .replace(/<(\/?)(bold|italic)>/gu, (_, slash: string, name: string) => `<${slash}${name.slice(0, 1)}>`);
}

/** The address of a picture: CPS writes it in full, Optimo only its path on the BBC's picture server. */
export function pictureOf(block: Raw): { url: string; alt: string; caption: string; credit: string } | undefined {
  const model = modelOf(block);
  const raw = firstBlock(recordsOf(model["blocks"]), "rawImage");
  const content = raw === undefined ? model : modelOf(raw);
  const [locator, origin] = [scalarText(content["locator"]), scalarText(content["originCode"])];
  const onServer = `https://ichef.bbci.co.uk/ace/standard/976/${origin}/${locator}`;
  const whole = /^(?:https?:\/\/)?ichef/u.test(locator)
    ? `https://${locator.replace(/^https?:\/\//u, "").replace(/\$recipe|\$widthxn/u, "976xn")}`
    : onServer;
  const url = scalarText(content["href"]) || (locator === "" ? "" : whole);
  const alt = firstBlock(recordsOf(model["blocks"]), "altText");
  if (url === "") return undefined;
  return {
    url,
    alt: alt === undefined ? scalarText(content["altText"]) : textIn([alt]),
    caption: captionOf(model),
    credit: scalarText(content["copyrightHolder"]),
  };
}

function imageHtml(model: Raw): string {
  const picture = pictureOf(model);
  if (picture === undefined) return "";
  const small = picture.credit === "" ? "" : `<small>${escapeHtml(picture.credit)}</small>`;
  return `<figure><img src="${escapeHtml(picture.url)}" alt="${escapeHtml(picture.alt)}"><figcaption>${escapeHtml(picture.caption)}${small}</figcaption></figure>`;
}

function captionOf(model: Raw): string {
  const caption = firstBlock(recordsOf(model["blocks"]), "caption");
  return caption === undefined ? scalarText(model["caption"]) : textIn([caption]);
}

/** Video and audio stay on the BBC's servers; only their words are imported. */
function recording(model: Raw): string {
  const about = firstBlock(recordsOf(model["blocks"]), "aresMediaMetadata");
  const title = about === undefined ? "" : scalarText(modelOf(about)["title"]);
  const words = captionOf(model) || title || scalarText(model["title"]);
  return words === "" ? "" : `<p>${escapeHtml(words)}</p>`;
}

function embed(model: Raw): string {
  const fetched = firstBlock(recordsOf(model["blocks"]), "aresOEmbed") ?? firstBlock(recordsOf(model["blocks"]), "oEmbed");
  const data: Raw = isRecord(model["oembed"]) ? model["oembed"] : fetched === undefined ? {} : modelOf(fetched);
  const oembed: Raw = isRecord(data["oembed"]) ? data["oembed"] : data;
  const address = [model["href"], model["source"], model["url"], oembed["url"]]
    .map(scalarText)
    .find((url) => /^https?:\/\/\S+$/iu.test(url));
  const html = scalarText(oembed["html"]);
  if (address === undefined) return html;
  // Only a service that is known is embedded; otherwise what is inside is shown.
  const url = escapeHtml(address);
  return `<object data="${url}">${html || `<p><a href="${url}">${url}</a></p>`}</object>`;
}
