import { element, escaped, XML_HEAD } from "../html/xml.ts";

type Head = { title: string; language: string; direction: "ltr" | "rtl" };

/** A content document of a book (EPUB 3.3, section 6.1): HTML in XML syntax. */
export function bookPage({ title, language, direction }: Head, ...body: string[]): string {
  return `${XML_HEAD}<!DOCTYPE html>\n${element(
    "html",
    {
      xmlns: "http://www.w3.org/1999/xhtml",
      "xmlns:epub": "http://www.idpf.org/2007/ops",
      lang: language,
      "xml:lang": language,
      dir: direction,
    },
    element("head", {}, element("title", {}, escaped(title)), element("link", { rel: "stylesheet", type: "text/css", href: "book.css" })),
    element("body", {}, ...body),
  )}`;
}
