import type { Article } from "../article.ts";
import { type Around, blocksHtml, correctionHtml, figureHtml, recordingHtml, sponsorHtml } from "../html/blocksHtml.ts";
import { inlineHtml, type NoteIds } from "../html/inlineHtml.ts";
import { element, escaped } from "../html/xml.ts";
import type { Book } from "./book.ts";
import { bookPage } from "./bookPage.ts";
import { visitArticle } from "../blocks/visitBlocks.ts";

/** A story as a chapter. */
export function storyPage(article: Article, book: Book): string {
  const { sponsor, ai, kind, genre, headline, standfirst, image, audio, corrections, inLanguage, direction } = article;
  const around = aroundOf(article, book);
  return bookPage(
    { title: headline, language: inLanguage, direction },
    sponsor ? sponsorHtml(sponsor, around) : "",
    kind && genre !== undefined ? element("p", { class: "kicker" }, escaped(genre)) : "",
    element("h1", {}, escaped(headline)),
    standfirst === undefined ? "" : element("p", { class: "standfirst" }, escaped(standfirst)),
    element("p", { class: "credit", lang: book.language, "xml:lang": book.language, dir: book.direction }, escaped(book.credit(article))),
    ai ? element("p", { class: "credit" }, escaped(ai.label)) : "",
    image ? figureHtml(image, around) : "",
    audio ? recordingHtml(audio, around) : "",
    blocksHtml(article.body, around),
    ...corrections.map(({ date, children }) => correctionHtml(date, inlineHtml(children, around))),
    article.members && book.rest !== undefined
      ? element("p", { lang: book.language, "xml:lang": book.language, dir: book.direction }, escaped(book.rest))
      : "",
    element("p", { class: "credit" }, element("a", { href: around.resolve("") }, escaped(around.resolve("")))),
  );
}

/** Links out of the book must be absolute, and not every address in an article can be resolved. */
function aroundOf(article: Article, { resolve, pathOf, pictures }: Book): Around {
  const own = resolve(pathOf(article));
  return {
    ...(article.sponsor && { rel: "sponsored" }),
    resolve: (url) => {
      const full = url.startsWith("/") ? resolve(url) : url;
      return URL.canParse(full, own) ? new URL(full, own).href : own;
    },
    notes: noteIds(article),
    hasMath: true,
    pictureUrl: ({ url }) => pictures.get(url)?.file,
  };
}

type Noted = Pick<Article, "image" | "body" | "corrections">;

/** The ids of a story's notes and of the references to them. They are numbered, since a note's own id need not be a valid XML name. */
function noteIds(article: Noted): NoteIds {
  const { body } = article;
  const notes = [...new Set(body.flatMap((block) => (block.type === "note" ? [block.id] : [])))];
  const referred = referredIn(article);
  const given = new Set<string>();
  const idOf = (kind: string, note: string) =>
    notes.includes(note) && referred.has(note) ? `${kind}-${notes.indexOf(note) + 1}` : undefined;
  return {
    note: (note) => idOf("note", note),
    reference: (note) => idOf("reference", note),
    once: (id) => {
      if (id === undefined || given.has(id)) return undefined;
      given.add(id);
      return id;
    },
  };
}

/** The notes with a reference. One within a link does not count, since links cannot be nested. */
function referredIn(article: Noted): Set<string> {
  const referred = new Set<string>();
  visitArticle(article, {
    inline: (inline) => {
      if (inline.type === "noteRef") referred.add(inline.note);
      return inline.type !== "link";
    },
  });
  return referred;
}
