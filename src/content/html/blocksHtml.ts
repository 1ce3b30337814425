import { noteLabel } from "../blocks/inline.ts";
import type { Block, BlockOf, Cell, Definition } from "../blocks/block.ts";
import type { Sponsor } from "../labels.ts";
import type { Image } from "../image.ts";
import type { Recording } from "../recording.ts";
import { clockTime, type Turn, turnsOf } from "../transcript.ts";
import { formulaHtml, inlineHtml, type InlineAround } from "./inlineHtml.ts";
import { element, escaped } from "./xml.ts";

/** The context of a body. `pictureUrl` returns the file of a picture; undefined if it cannot be shown. */
export type Around = InlineAround & {
  pictureUrl: (image: Image) => string | undefined;
  /** Whether audio and video can be played there. */
  plays?: true;
};

/**
 * Blocks as HTML that is also XML, for feeds and books. All text is escaped.
 * There are no styles, and no ids except those of notes that `around` provides.
 * Pull quotes are left out: they repeat the text, and there is no column beside it.
 */
export function blocksHtml(blocks: Block[], around: Around): string {
  return blocks.map((block) => blockHtml(block, around)).join("\n");
}

function blockHtml(block: Block, around: Around): string {
  switch (block.type) {
    case "paragraph":
      return element("p", {}, inlineHtml(block.children, around));
    case "heading":
      return element(`h${block.level}`, {}, inlineHtml(block.children, around));
    case "list":
      return list(block, around);
    case "quote":
      return element(
        "blockquote",
        block.url === undefined ? {} : { cite: around.resolve(block.url) },
        blocksHtml(block.children, around),
        ...(block.attribution ? [element("p", {}, element("cite", {}, inlineHtml(block.attribution, around)))] : []),
      );
    case "pullQuote":
      return "";
    case "figure":
      return figureHtml(block.image, around);
    case "gallery":
      return block.images.map((image) => figureHtml(image, around)).join("");
    case "definitions":
      return definitions(block, around);
    case "details":
      return details(block, around);
    case "callout":
      return callout(block, around);
    case "table":
      return table(block, around);
    case "code":
      return element(
        "pre",
        {},
        element("code", block.language === undefined ? {} : { class: `language-${block.language}` }, escaped(block.text)),
      );
    case "chart":
      return chart(block, around);
    case "formula":
      return element("p", {}, formulaHtml(block, around, { display: "block" }));
    case "quiz":
      return quiz(block, around);
    case "divider":
      return element("hr", {});
    case "embed":
      return element("p", {}, element("a", { href: block.url }, escaped(block.title ?? block.url)));
    case "audio":
    case "video":
      return recordingHtml(block, around, block.type);
    case "note":
      return noteHtml(block, around);
    case "correction":
      return correctionHtml(block.date, inlineHtml(block.children, around));
    case "post":
      return post(block, around);
    case "custom":
      return blocksHtml(block.children, around);
    case "unknown":
      return element("p", {}, escaped(block.text));
  }
}

/** Who has paid for a story, above its text. */
export function sponsorHtml({ label, url }: Sponsor, around: Around): string {
  const words = element("strong", {}, escaped(label));
  return element("p", {}, url === undefined ? words : element("a", { href: around.resolve(url), rel: "sponsored" }, words));
}

/** A player for a recording, or a link where it cannot be played, and the transcript. */
export function recordingHtml(recording: Recording, around: Around, type: "audio" | "video" = "audio"): string {
  const { title, duration, caption, credit, transcript = [] } = recording;
  const url = around.resolve(recording.url);
  const link = element("a", { href: url }, escaped(title || nameOf(url)));
  const length = duration === undefined ? [] : [` (${clockTime(duration)})`];
  const player = element(type, { src: url, controls: "", preload: "none", ...(title && { title }) }, link);
  const words = [
    ...(caption ? [inlineHtml(caption, around)] : []),
    ...(credit === undefined ? [] : [element("small", {}, escaped(credit))]),
  ];
  return [
    element(
      "figure",
      {},
      around.plays ? player : element("p", {}, link, ...length),
      ...(words.length > 0 ? [element("figcaption", {}, words.join(" "))] : []),
    ),
    ...(transcript.length > 0 ? [element("blockquote", {}, ...turnsOf(transcript).map((turn) => element("p", {}, turnHtml(turn))))] : []),
  ].join("");
}

const nameOf = (url: string): string =>
  url
    .replace(/[?#].*$/u, "")
    .split("/")
    .at(-1) || url;

const turnHtml = ({ speaker, cues }: Turn): string =>
  [...(speaker === undefined ? [] : [element("b", {}, `${escaped(speaker)}:`)]), escaped(cues.map(({ text }) => text).join(" "))].join(" ");

/** With ids, a note links back to its reference, and a reading system may show the note there. */
function noteHtml({ id, children }: BlockOf<"note">, around: Around): string {
  const sign = `[${escaped(noteLabel(id))}]`;
  const text = blocksHtml(children, around);
  const own = around.notes?.once(around.notes.note(id));
  const back = around.notes?.reference(id);
  if (own === undefined || back === undefined) return element("div", {}, element("p", {}, sign), text);
  const link = element("a", { role: "doc-backlink", href: `#${back}` }, sign);
  return element("aside", { "epub:type": "footnote", role: "doc-footnote", id: own }, element("p", {}, link), text);
}

function list({ ordered, start, items }: BlockOf<"list">, around: Around): string {
  const attributes = ordered && start !== undefined ? { start: String(start) } : {};
  return element(ordered ? "ol" : "ul", attributes, items.map((item) => element("li", {}, blocksHtml(item, around))).join(""));
}

function definitions({ entries }: BlockOf<"definitions">, around: Around): string {
  const entry = ({ terms, definitions: said }: Definition): string =>
    [
      ...terms.map((term) => element("dt", {}, inlineHtml(term, around))),
      ...said.map((each) => element("dd", {}, blocksHtml(each, around))),
    ].join("");
  return element("dl", {}, entries.map(entry).join(""));
}

/** Open, since not every feed reader or e-reader can open it. */
function details({ summary, children }: BlockOf<"details">, around: Around): string {
  return element("details", { open: "open" }, element("summary", {}, inlineHtml(summary, around)), blocksHtml(children, around));
}

/** With a class that states the kind, so that an importer can recognise it. */
function callout({ kind, title, children }: BlockOf<"callout">, around: Around): string {
  const name = title ? element("p", { class: "callout-title" }, element("strong", {}, inlineHtml(title, around))) : "";
  return element("aside", { class: kind === undefined ? "callout" : `callout callout-${kind}` }, name, blocksHtml(children, around));
}

export function figureHtml(image: Image, around: Around): string {
  const { width, height, alt, caption, credit } = image;
  const url = around.pictureUrl(image);
  const words = [
    ...(caption ? [inlineHtml(caption, around)] : []),
    ...(credit === undefined ? [] : [element("small", {}, escaped(credit))]),
  ];
  return element(
    "figure",
    {},
    url === undefined ? element("p", {}, escaped(alt)) : element("img", { src: url, width: String(width), height: String(height), alt }),
    ...(words.length > 0 ? [element("figcaption", {}, words.join(" "))] : []),
  );
}

/** A chart as its table, since its drawing takes colours and fonts from the paper's styles. */
function chart({ title, alt, note, source, head, rows }: BlockOf<"chart">, around: Around): string {
  const below = [
    escaped(alt),
    ...(note ? [inlineHtml(note, around)] : []),
    ...(source ? [element("small", {}, inlineHtml(source, around))] : []),
  ];
  return element("figure", {}, table({ type: "table", caption: title, head, rows }, around), element("figcaption", {}, below.join(" ")));
}

/** Questions and answers, with a link to the page on which the quiz can be played. */
function quiz({ title, questions, id, elsewhere }: BlockOf<"quiz">, around: Around): string {
  const asked = questions.map(({ question, image, answers }) =>
    element(
      "li",
      {},
      element("p", {}, inlineHtml(question, around)),
      image ? figureHtml(image, around) : "",
      element("ol", { type: "A" }, answers.map((answer) => element("li", {}, inlineHtml(answer, around))).join("")),
    ),
  );
  return (
    (title ? element("h2", {}, inlineHtml(title, around)) : "") + element("ol", {}, asked.join("")) + elsewhereHtml(id, elsewhere, around)
  );
}

/** Without a build there is neither id nor words: that is so for an article before it is published. */
const elsewhereHtml = (id: string | undefined, elsewhere: string | undefined, around: Around): string =>
  id === undefined || elsewhere === undefined
    ? ""
    : element("p", {}, element("a", { href: around.resolve(`#game-${id}`) }, escaped(elsewhere)));

function table({ caption, head, rows }: BlockOf<"table">, around: Around): string {
  const row = (cells: Cell[], inHead: boolean): string => element("tr", {}, cells.map((each) => cell(each, inHead, around)).join(""));
  return element(
    "table",
    {},
    ...(caption ? [element("caption", {}, inlineHtml(caption, around))] : []),
    ...(head.length > 0 ? [element("thead", {}, ...head.map((cells) => row(cells, true)))] : []),
    element("tbody", {}, rows.map((cells) => row(cells, false)).join("")),
  );
}

function cell({ children, heading, colSpan, rowSpan }: Cell, inHead: boolean, around: Around): string {
  const attributes = {
    ...(colSpan !== undefined && { colspan: String(colSpan) }),
    ...(rowSpan !== undefined && { rowspan: String(rowSpan) }),
  };
  return element(inHead || heading ? "th" : "td", attributes, inlineHtml(children, around));
}

function post({ date, headline, authors = [], children }: BlockOf<"post">, around: Around): string {
  const day = `${date.slice(0, 10)} ${date.slice(11, 16)} ${date.replace(/^.*(?=Z|[+-]\d\d:\d\d$)/u, "").replace("Z", "UTC")}`;
  return element(
    "section",
    {},
    element("p", {}, [element("time", { datetime: date }, day), ...authors.map(({ name }) => escaped(name))].join(" · ")),
    ...(headline === undefined ? [] : [element("h3", {}, escaped(headline))]),
    blocksHtml(children, around),
  );
}

export function correctionHtml(date: string | undefined, words: string): string {
  const day = date?.slice(0, 10);
  return element("p", {}, ...(day === undefined ? [] : [element("time", { datetime: day }, day), " "]), element("em", {}, words));
}
