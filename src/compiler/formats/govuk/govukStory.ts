import type { Story, StoryBlock } from "#extend/extend.js";
import { instantOf } from "../../text/instantOf.ts";
import { isRecord, type Raw, recordIn, recordsOf, scalarText } from "../../text/jsonRecord.ts";
import { escapeHtml } from "../../text/escaped.ts";
import { oneLine } from "../../text/cleanText.ts";
import { authorsOf, genreOf, placesOf, sectionOf, topicsOf } from "./links.ts";

/** Addresses in an item are relative to the site. */
export const SITE = "https://www.gov.uk";

/** One news article or speech. @param base its address */
export function govukStory(item: Raw, base: string): Story {
  const details = recordIn(item, "details");
  const path = pathOf(item);
  const text = (value: unknown) => oneLine(scalarText(value)) || undefined;
  return {
    id: govukId(item),
    slug: path && slugOf(path),
    headline: text(item["title"]),
    standfirst: text(item["description"]),
    section: sectionOf(item),
    authors: authorsOf(item, details),
    datePublished: text(details["first_public_at"]) ?? text(item["first_published_at"]) ?? text(item["public_updated_at"]),
    dateModified: text(item["public_updated_at"]),
    dateline: text(details["location"]),
    topics: topicsOf(item),
    places: placesOf(item),
    image: imageOf(details),
    inLanguage: text(item["locale"]),
    genre: genreOf(item),
    corrections: updatesOf(details),
    oldUrls: path ? [path, base, ...partsOf(details).flatMap(({ slug }) => (/^[\w-]+$/u.test(slug) ? [`${path}/${slug}`] : []))] : [],
    body: [...withdrawal(item["withdrawn_notice"]), { type: "html", html: bodyHtml(details) }],
  };
}

/** The translations of an item share its `content_id`. */
function govukId(item: Raw): string | undefined {
  const [id, locale] = ["content_id", "locale"].map((name) => oneLine(scalarText(item[name])));
  return id && locale && locale !== "en" ? `${id}:${locale}` : id || undefined;
}

/** The path of an item at the site; undefined if it is none. */
export function pathOf(item: Raw): string | undefined {
  const path = scalarText(item["base_path"]).trim();
  return /^\/[^/]/u.test(path) ? path : undefined;
}

/** "/government/news/x.ar" is the Arabic form of "/government/news/x". */
const slugOf = (path: string): string => (path.split("/").findLast(Boolean) ?? "").replace(/\.([a-z]{2,3}(?:-[\w-]+)?)$/u, "-$1");

/** The text, the note about it ("Transcript of the speech"), and the attachments that it does not link to. */
function bodyHtml(details: Raw): string {
  const html =
    [details["summary"], details["body"]].map(htmlOf).join("") +
    partsOf(details)
      .map(({ html: part }) => part)
      .join("");
  const explanation = oneLine(scalarText(details["speech_type_explanation"]));
  const papers = recordsOf(details["attachments"]).flatMap((paper) => {
    const url = scalarText(paper["url"]);
    if (url === "" || html.includes(escapeHtml(url)) || html.includes(url)) return [];
    return [`<li><a href="${escapeHtml(url)}">${escapeHtml(scalarText(paper["title"]) || url)}</a></li>`];
  });
  const list = papers.length === 0 ? "" : `<ul>${papers.join("")}</ul>`;
  return `${html}${explanation === "" ? "" : `<p><em>${escapeHtml(explanation)}</em></p>`}${list}`;
}

/** Guides and travel advice are in parts, each with a page of its own below the main one. */
function partsOf(details: Raw): { slug: string; html: string }[] {
  return recordsOf(details["parts"]).map((part) => ({
    slug: scalarText(part["slug"]),
    html: `<h2>${escapeHtml(scalarText(part["title"]))}</h2>${htmlOf(part["body"])}`,
  }));
}

/** Some items hold a text in several forms: [{ content_type, content }]. */
function htmlOf(body: unknown): string {
  if (!Array.isArray(body)) return scalarText(body);
  const forms = body.filter(isRecord);
  const form = forms.find((each) => each["content_type"] === "text/html") ?? forms[0];
  return scalarText(form?.["content"]);
}

/** A withdrawn item stays readable, and says above its text that it is withdrawn, and why. */
function withdrawal(notice: unknown): StoryBlock[] {
  if (!isRecord(notice)) return [];
  const html = scalarText(notice["explanation"]);
  const date = instantOf(scalarText(notice["withdrawn_at"]), "Europe/London");
  if (html.trim() === "" && date === undefined) return [];
  return [{ type: "correction", children: { type: "html", html: html || "Withdrawn." }, date }];
}

/** The changes since publication; the note of the first publication is not one. */
function updatesOf(details: Raw): Story[] {
  return recordsOf(details["change_history"]).flatMap((change) => {
    const note = oneLine(scalarText(change["note"]));
    const date = scalarText(change["public_timestamp"]).trim();
    return note === "" || /^first published\.?$/iu.test(note) ? [] : [{ text: note, ...(date !== "" && { date }) }];
  });
}

/** Newer items have a list with a lead picture in six widths, older ones a single picture. A placeholder does not count. */
function imageOf(details: Raw): Story | undefined {
  const images = recordsOf(details["images"]);
  const found = images.find((each) => each["type"] === "lead") ?? (isRecord(details["image"]) ? details["image"] : undefined);
  if (found === undefined) return undefined;
  const sources = recordIn(found, "sources");
  const widest = Object.keys(sources).toSorted((a, b) => widthOf(b) - widthOf(a))[0] ?? "";
  const url = scalarText(sources[widest]) || scalarText(found["high_resolution_url"]) || scalarText(found["url"]);
  const alt = scalarText(found["alt_text"]);
  if (url.trim() === "" || /^placeholder$/iu.test(alt.trim())) return undefined;
  return { url, alt, caption: scalarText(found["caption"]), credit: scalarText(found["credit"]) };
}

const widthOf = (name: string): number => Number(/\d+/u.exec(name)?.[0] ?? 0);
