/**
 * The sentence to report for a fault that real archives have and that does not
 * prevent reading, by the parser's message. Any other fault ends the reading.
 */
export function recoverableMessage(message: string): string | undefined {
  return RECOVERABLE.find(([pattern]) => pattern.test(message))?.[1];
}

const RECOVERABLE: [RegExp, string][] = [
  [/^the string "\]\]>"/u, 'The text holds "]]>", which XML does not allow in a text; it was read as it is.'],
  [/^unbound namespace prefix/u, "An element's prefix is not declared; it was read by its name."],
  [/^(?:undefined entity|disallowed character in entity name|empty entity name)/u, "An & is not written as &amp;; it was read as it is."],
  [/^malformed character entity/u, "A character reference names no character that XML allows; it was read as it is."],
  [/^duplicate attribute/u, "An attribute is written twice; the last was taken."],
  [
    /XML declaration|^version number|^encoding value|^standalone value|disallowed anywhere in XML/u,
    "The XML declaration is not valid; the file was read without it.",
  ],
  [/^processing instructions are not allowed before root/u, "A processing instruction is in a place where none may be; it was left out."],
  [/^malformed comment/u, 'A comment holds "--", which XML does not allow; it was left out.'],
  [/^text data outside of root node/u, "There is text before or after the document's element; it was left out."],
  [/undefine prefix|^tags may not have "xmlns"/u, "A namespace is declared wrongly; elements were read by their names."],
  [/^disallowed character\.$/u, "A character is not allowed in XML; it was read as it is."],
  [/^inappropriately located doctype/u, "The document type is in the wrong place; it was left out."],
];

/** The sentence for an element that is still open where one around it ends: it can be taken to end there too. */
export const misnestedMessage = (message: string): string | undefined =>
  message === "unexpected close tag." ? "An element is not closed; it was read as if it ended with the one around it." : undefined;

/**
 * The sentence for a fault that ends the reading.
 * @param left the name of the element that was left last
 */
export function fatalMessage(message: string, left = ""): string {
  if (message === "unexpected close tag.") return `<${left}> is not closed: an element around it ends first.`;
  const known = FATAL.find(([pattern]) => pattern.test(message));
  return known ? message.replace(...known) : `The XML cannot be read: ${message.replace(/\.$/u, "")}.`;
}

const FATAL: [RegExp, string][] = [
  [/^unclosed tag: (.+)$/u, "The file ends inside <$1>, which is not closed. It was cut off, or was not written to its end."],
  [/^unexpected end\.$/u, "The file ends in the middle of a tag, comment or text. It was cut off, or was not written to its end."],
  [/^unmatched closing tag: (.+)\.$/u, "The tag </$1> closes nothing that is open."],
  [/^document must contain a root element\.$/u, "There is no element in the file."],
  [/^documents may contain only one root\.$/u, "Another document begins after the end of the first."],
];
