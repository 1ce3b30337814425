import { isRecord, numberIn, type Raw, scalarText } from "../../text/jsonRecord.ts";
import { escapeHtml } from "../../text/escaped.ts";
import { cardHtml } from "./cardHtml.ts";
import type { PostParts, Warn } from "./postParts.ts";

/** What the sections of a Mobiledoc refer to by number. */
type Document = { markups: unknown[]; atoms: unknown[]; cards: unknown[] };

/** A Mobiledoc (0.3, https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md) as HTML, one part per section. */
export function mobiledocHtml(json: unknown, warn: Warn): PostParts {
  if (!isRecord(json) || !Array.isArray(json["sections"])) return { error: "it has no sections" };
  const document = { markups: listOf(json["markups"]), atoms: listOf(json["atoms"]), cards: listOf(json["cards"]) };
  return { html: json["sections"].map((section: unknown) => sectionHtml(listOf(section), document, warn)) };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function sectionHtml([kind, second, third]: unknown[], document: Document, warn: Warn): string {
  switch (kind) {
    case 1:
      return inTag(tagOf(second), markersHtml(third, document));
    case 2:
      return typeof second === "string" ? `<img src="${escapeHtml(second)}" alt="">` : "";
    case 3:
      return inTag(
        second === "ol" ? "ol" : "ul",
        listOf(third)
          .map((item) => inTag("li", markersHtml(item, document)))
          .join(""),
      );
    case 10: {
      const [name, payload] = listOf(document.cards[numberIn(second)]);
      return typeof name === "string" ? cardHtml(name, isRecord(payload) ? payload : {}, warn) : "";
    }
    default:
      warn("A part of the text is of a kind that Mobiledoc does not have; it was left out.");
      return "";
  }
}

/** Ghost shows an "aside" as a second kind of quote. */
const TAGS: Record<string, string> = { aside: "blockquote", "pull-quote": 'aside class="pullquote"' };

const tagOf = (name: unknown): string => {
  const tag = scalarText(name).toLowerCase();
  return TAGS[tag] ?? (/^(?:p|h[1-6]|blockquote)$/u.test(tag) ? tag : "p");
};

const inTag = (tag: string, html: string): string => `<${tag}>${html}</${tag.split(" ")[0] ?? tag}>`;

/** Runs of text; each opens marks and says how many close after it. */
function markersHtml(markers: unknown, document: Document): string {
  const open: string[] = [];
  let html = "";
  for (const marker of listOf(markers)) {
    const [kind, opened, closed, value] = listOf(marker);
    for (const index of listOf(opened)) {
      const [start, name] = markupHtml(listOf(document.markups[numberIn(index)]), open);
      html += start;
      open.push(name);
    }
    html += kind === 1 ? atomHtml(listOf(document.atoms[numberIn(value)])) : escapeHtml(scalarText(value));
    for (let count = Math.min(numberIn(closed) || 0, open.length); count > 0; count -= 1) html += endOf(open.pop());
  }
  return html + open.toReversed().map(endOf).join("");
}

const MARKS = new Set("strong b em i s del u code sub sup mark a span small".split(" "));

/** A mark inside itself adds nothing, and HTML has no link inside a link. */
function markupHtml([name, attributes]: unknown[], open: string[]): [start: string, name: string] {
  const tag = scalarText(name).toLowerCase();
  if (!MARKS.has(tag) || open.includes(tag)) return ["", ""];
  const pairs = listOf(attributes);
  const at = pairs.indexOf("href");
  const href = at === -1 ? "" : scalarText(pairs[at + 1]);
  return [tag === "a" && href !== "" ? `<a href="${escapeHtml(href)}">` : `<${tag}>`, tag];
}

const endOf = (name = ""): string => (name === "" ? "" : `</${name}>`);

function atomHtml([name, text, payload]: unknown[]): string {
  const own: Raw = isRecord(payload) ? payload : {};
  return name === "soft-return" ? "<br>" : escapeHtml(scalarText(text) || scalarText(own["text"]));
}
