import { attribute, type Element, find, isElement, lineOf } from "./dom.ts";
import type { Loss } from "./bodyLosses.ts";

/** What is lost when an element with a rule is read; undefined for most elements. */
export function lossOf(element: Element): Loss | undefined {
  return Object.hasOwn(LOSSES, element.tagName) ? LOSSES[element.tagName]?.(element) : undefined;
}

const say =
  (message: string, remedy: string, severity: Loss["severity"] = "warning") =>
  (): Loss => ({ message, remedy, severity });

const LOSSES: Record<string, (element: Element) => Loss | undefined> = {
  script: (element) => (isData(element) ? undefined : script()),
  style: say("<style> is never read: the edition has one look; it was left out.", "Take it out."),
  template: say("<template> is never read; it was left out.", "Put what it holds into the text."),
  noscript: say(
    "<noscript> is for browsers without scripts; it was left out.",
    "If its words are needed, put them into the text.",
    "notice",
  ),
  noframes: say("<noframes> was left out.", "Put its words into the text."),
  datalist: say("<datalist> was left out.", "Put its words into the text."),
  form: say("A form cannot be submitted from a story; its words were kept as text.", "Link to the page that has the form."),
  input: (element) => (/^(?:checkbox|hidden)$/u.test(attribute(element, "type") ?? "") ? undefined : field()),
  area: (element) => (attribute(element, "href") === undefined ? undefined : imageMap()),
  h5: say("There are no headings below the fourth level; this one was moved up to it.", "Use ## to ####.", "notice"),
  h6: say("There are no headings below the fourth level; this one was moved up to it.", "Use ## to ####.", "notice"),
  ol: (element) => (hasOwnNumbering(element) ? numbering() : undefined),
  a: (element) => (isEmptyLink(element) ? emptyLink() : undefined),
};

const script = say("<script> is never run here; it was left out.", "Link to the page that shows it, or put its result into the text.");
const field = say("A field of a form was left out.", "Link to the page that has the form.");
const imageMap = say("The links of an image map were left out.", "Put them below the picture.");
const numbering = say(
  "A list's own numbering is not kept; it counts 1, 2, 3.",
  "Write the numbers into the text if they matter.",
  "notice",
);
const emptyLink = say("A link without text cannot be seen, and was left out.", "Give it words.");

/** Metadata in a script (JSON-LD) was never meant for readers. */
const isData = (element: Element): boolean => /json|template|x-/u.test(attribute(element, "type") ?? "");

const hasOwnNumbering = ({ attrs, childNodes }: Element): boolean =>
  attrs.some(({ name }) => name === "reversed" || name === "type") ||
  childNodes.some((child) => isElement(child) && child.tagName === "li" && attribute(child, "value") !== undefined);

const isEmptyLink = (element: Element): boolean =>
  attribute(element, "href") !== undefined &&
  lineOf([element]) === "" &&
  find(element.childNodes, (inner) => ["img", "svg", "iframe", "video", "audio", "picture"].includes(inner.tagName)).length === 0;
