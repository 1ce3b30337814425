import { escapeHtml } from "../../text/escaped.ts";
import { isRecord, numberIn, type Raw, recordIn, recordsOf, scalarText, wordsIn } from "../../text/jsonRecord.ts";
import { oneLine } from "../../text/cleanText.ts";
import { codeHtml } from "../../text/figureHtml.ts";

/** Receives a message about anything that could not be kept as it is. */
type Warn = (message: string) => void;

/** The names that publishers give to their websites among the output types of `channels`. */
export const WEB = ["web", "website", "webpage", "www", "online", "digital", "desktop", "site", "all"];

/** The elements of a text as HTML, which is then read like any other HTML. */
export const elementsHtml = (elements: Raw[], warn: Warn, depth = 0): string =>
  depth > DEEPEST ? "" : elements.map((element) => elementHtml(element, warn, depth)).join("\n");

/** How deep groups and quotes may be nested. */
const DEEPEST = 16;

function elementHtml(element: Raw, warn: Warn, depth: number): string {
  const type = scalarText(element["type"]);
  const channels = [element["channels"]].flat().map(scalarText).filter(Boolean);
  if (channels.length > 0 && !channels.some((channel) => WEB.includes(channel.toLowerCase()))) {
    warn(`An element was left out, since it is not for the web (channels: ${channels.join(", ")}).`);
    return "";
  }
  const toHtml = Object.hasOwn(ELEMENTS, type) ? ELEMENTS[type] : undefined;
  if (toHtml !== undefined) return toHtml(element, (elements) => elementsHtml(elements, warn, depth + 1));
  if (Array.isArray(element["content_elements"])) return elementsHtml(recordsOf(element["content_elements"]), warn, depth + 1);
  const words = wordsIn(Object.fromEntries(Object.entries(element).filter(([name]) => !OF_SYSTEM.has(name))));
  warn(
    words === ""
      ? `An element of an unknown kind (${type}) was left out, since it has no words.`
      : `Only the words of an element of an unknown kind (${type}) were kept.`,
  );
  return words === "" ? "" : `<p>${escapeHtml(words)}</p>`;
}

/** Fields of any element that hold nothing for readers. */
const OF_SYSTEM = new Set(["_id", "subtype", "version", "channels", "alignment", "additional_properties"]);

const text = (element: Raw, name: string): string => scalarText(element[name]);
type Inner = (elements: Raw[]) => string;

/** Text fields hold HTML. */
const ELEMENTS: Record<string, (element: Raw, inner: Inner) => string> = {
  text: (element) => {
    const content = text(element, "content");
    return /<(?:p|div|ul|ol|h[1-6]|blockquote|table)\b/iu.test(content) ? content : `<p>${content}</p>`;
  },
  header: (element) => {
    const level = numberIn(element["level"]);
    const name = level >= 1 && level <= 6 ? `h${level}` : "h2";
    return `<${name}>${text(element, "content")}</${name}>`;
  },
  list,
  quote: (element, inner) => {
    const citation = isRecord(element["citation"]) ? text(element["citation"], "content") : "";
    return `<blockquote>${inner(recordsOf(element["content_elements"]))}${citation === "" ? "" : `<footer>${citation}</footer>`}</blockquote>`;
  },
  blockquote: (element) => `<blockquote><p>${text(element, "content")}</p></blockquote>`,
  code: (element) => codeHtml(text(element, "content")),
  raw_html: (element) => text(element, "content"),
  divider: () => "<hr>",
  table,
  image: imageHtml,
  gallery: (element) => `<div class="gallery">${recordsOf(element["content_elements"]).map(imageHtml).join("")}</div>`,
  video: recording,
  audio: recording,
  oembed_response: oembed,
  reference: oembed,
  interstitial_link: (element) => `<p>${link(element)}</p>`,
  link_list: (element) => {
    const title = text(element, "title");
    const links = recordsOf(element["items"]).map((item) => `<li>${link(item)}</li>`);
    return `${title === "" ? "" : `<p><strong>${escapeHtml(title)}</strong></p>`}<ul>${links.join("")}</ul>`;
  },
  endorsement: (element) => `<p><strong>${escapeHtml(text(element, "endorsement"))}</strong></p>`,
  numeric_rating: (element) => {
    const most = text(element, "max") === "" ? "" : `/${text(element, "max")}`;
    return `<p>${escapeHtml(`${text(element, "numeric_rating")}${most} ${text(element, "units")}`.trim())}</p>`;
  },
  // The draft has a field for it.
  correction: () => "",
};

function list(element: Raw): string {
  const name = text(element, "list_type") === "ordered" ? "ol" : "ul";
  const items = recordsOf(element["items"]).map((item) => (item["type"] === "list" ? list(item) : `<li>${text(item, "content")}</li>`));
  // A nested list belongs to the item before it.
  const joined = items.reduce((html, item) => (item.startsWith("<li>") ? html + item : `${html.replace(/<\/li>$/u, "")}${item}</li>`), "");
  return `<${name}>${joined.startsWith("<li>") ? joined : `<li>${joined}`}</${name}>`;
}

function table(element: Raw): string {
  const row = (cells: unknown, name: string) =>
    `<tr>${recordsOf(cells)
      .map((cell) => `<${name}>${text(cell, "content")}</${name}>`)
      .join("")}</tr>`;
  const rows: unknown[] = Array.isArray(element["rows"]) ? element["rows"] : [];
  return `<table><thead>${row(element["header"], "th")}</thead><tbody>${rows.map((cells) => row(cells, "td")).join("")}</tbody></table>`;
}

/** A picture with its words. */
export function imageHtml(element: Raw): string {
  const url = text(element, "url");
  if (url === "") return "";
  const credit = creditOf(element);
  const small = credit === "" ? "" : `<small>${escapeHtml(credit)}</small>`;
  return `<figure><img src="${escapeHtml(url)}" alt="${escapeHtml(text(element, "alt_text"))}"><figcaption>${text(element, "caption")}${small}</figcaption></figure>`;
}

/** Who made a picture, and for whom: "Ben Ruiz/North Wire". */
export function creditOf(element: Raw): string {
  const credits = recordIn(element, "credits");
  return [...new Set([...namesOf(credits["by"]), ...namesOf(credits["affiliation"])])].join("/");
}

/** The names of people as readers see them. */
export const namesOf = (people: unknown): string[] => [
  ...new Set(
    recordsOf(people)
      .map((person) => oneLine(text(person, "byline") || text(person, "name")))
      .filter((name) => name !== "" && !name.includes("@")),
  ),
];

/** An audio or video recording as a link to its file. */
function recording(element: Raw): string {
  const streams = recordsOf(element["streams"]).filter((stream) => /^https?:/iu.test(text(stream, "url")));
  const url = text(streams.find((stream) => /mp4|mp3/iu.test(text(stream, "stream_type"))) ?? streams[0] ?? {}, "url");
  const headlines = recordIn(element, "headlines");
  const title = text(headlines, "basic") || text(element, "caption");
  if (url === "") return title === "" ? "" : `<p>${title}</p>`;
  return `<p><a href="${escapeHtml(url)}">${title || escapeHtml(url)}</a></p>`;
}

/** An embed, or what its site gave Arc to show instead, or a link. */
function oembed(element: Raw): string {
  const raw = recordIn(element, "raw_oembed");
  const html = text(raw, "html");
  const address = [text(raw, "url"), text(raw, "_id"), text(recordIn(element, "referent"), "id")].find((url) =>
    /^https?:\/\/\S+$/iu.test(url),
  );
  if (address === undefined || /<(?:iframe|object|embed)\b/iu.test(html)) return html;
  const url = escapeHtml(address.replaceAll("&amp;", "&"));
  return `<object data="${url}">${html || `<p><a href="${url}">${url}</a></p>`}</object>`;
}

const link = (element: Raw): string => {
  const description = isRecord(element["description"]) ? text(element["description"], "content") : "";
  const words = text(element, "content") || escapeHtml(text(element, "url"));
  return `<a href="${escapeHtml(text(element, "url"))}">${words}</a>${description === "" ? "" : ` ${description}`}`;
};
