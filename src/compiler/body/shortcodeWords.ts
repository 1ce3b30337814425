import { isPictureFile } from "../text/isPictureName.ts";
import { escapeHtml } from "../text/escaped.ts";

/** Attributes for the heading of a shortcode, for its text, and for its source. */
const TITLES = /^(?:.*[_-])?(?:title|sub_?title|heading|sub_?heading|headline|label|question|header)$/u;
const TEXTS = /^(?:.*[_-])?(?:text|content|quotes?|answer|body|message|desc|description|summary|excerpt|intro|note|caption)$/u;
const CREDITS = /^(?:.*[_-])?(?:cite|citation|author|credits?|source|byline|attribution|name)$/u;

/** Shortcodes whose attributes are meant for the site's editors: forms, sliders, generated lists. */
const MACHINES = /form|slider|menu|search|login|popup|subscribe|newsletter|recent|related|sidebar|widget/u;

type Attributes = Map<string, string>;

/**
 * The words that a plugin's shortcode has between its tags and in its attributes,
 * as HTML, with the picture that it may name.
 * @param inner the content between its tags, as HTML
 * @param alone whether it is on a line of its own
 */
export function shortcodeWords(name: string, attributes: Attributes, inner: string, alone: boolean): string {
  if (MACHINES.test(name)) return inner;
  const picture = [...attributes.values()].find(isPictureFile);
  if (picture !== undefined) return figure(picture, attributes, inner);
  const [titles, texts, credits] = [valuesOf(attributes, TITLES), sentences(attributes), valuesOf(attributes, CREDITS)];
  if (!alone) {
    const beside = [...titles, ...texts, ...credits].join(", ");
    return beside === "" || inner.trim() === "" ? `${inner}${beside}` : `${inner} (${beside})`;
  }
  if (/quote|testimonial/u.test(name) && (texts.length > 0 || inner.trim() !== "")) {
    const by = [...credits, ...titles].join(", ");
    const quotation = `${texts.map(paragraph).join("")}${inner.trim() === "" ? "" : `<p>${inner}</p>`}`;
    return `\n\n<blockquote>${quotation}${by === "" ? "" : `<footer>${by}</footer>`}</blockquote>\n\n`;
  }
  const above = [...titles.map((title) => paragraph(`<strong>${title}</strong>`)), ...texts.map(paragraph)].join("");
  return above === "" && credits.length === 0 ? inner : `\n\n${above}\n\n${inner}\n\n${credits.map(paragraph).join("")}\n\n`;
}

const paragraph = (words: string): string => `<p>${words}</p>`;

function figure(picture: string, attributes: Attributes, inner: string): string {
  const words = [...valuesOf(attributes, TITLES), ...sentences(attributes), inner.trim(), ...valuesOf(attributes, CREDITS)];
  const caption = words.filter((each) => each !== "").join(" ");
  const image = `<img src="${escapeHtml(picture)}" alt="${escapeHtml(attributes.get("alt") ?? "")}">`;
  return `\n\n<figure>${image}${caption === "" ? "" : `<figcaption>${caption}</figcaption>`}</figure>\n\n`;
}

const valuesOf = (attributes: Attributes, names: RegExp): string[] =>
  [...attributes].filter(([name, value]) => names.test(name) && isWords(value)).map(([, value]) => value.trim());

/** Attributes with the name of a text; under any other name, or none, values that read like a sentence. */
const sentences = (attributes: Attributes): string[] =>
  [...attributes]
    .filter(([name, value]) => !TITLES.test(name) && !CREDITS.test(name) && isWords(value) && (TEXTS.test(name) || isSentence(name, value)))
    .map(([, value]) => value.trim());

const isWords = (value: string): boolean =>
  /\p{L}/u.test(value) && !/^(?:true|false|yes|no|on|off|none|\w+:\/\/\S*|\/\S*|#[\da-f]+)$/iu.test(value.trim());

const isSentence = (name: string, value: string): boolean =>
  /^\d+$/u.test(name) ? /\s/u.test(value.trim()) : /^["“„«]?\p{Lu}.*(?:\s\S+){3}/u.test(value) && !/[{}=;]/u.test(value);
