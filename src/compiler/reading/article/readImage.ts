import { type DigitalSourceType, DigitalSourceTypeSchema, type Image } from "#content/image.ts";
import type { Inline } from "#content/blocks/inline.ts";
import type { ArticleContext } from "./articleContext.ts";
import { readInlines } from "./readInlines.ts";
import { focusOf } from "../../draft/focus.ts";
import { pictureRemedy } from "../../body/bodyContext.ts";
import { oneLine } from "../../text/cleanText.ts";
import { reportKeys } from "./reportUnknown.ts";
import { nearestName } from "../../text/nearestName.ts";
import { isMissing, isRecord, type Raw, scalarText } from "../../text/jsonRecord.ts";

/** A picture with its words, whether or not there is a picture to show. */
export type ReadImage = { reference: string; alt: string; caption: Inline[]; credit: string; image?: Image };

/** The fields in which files name their picture; `file` is ours, `url` the contract's. */
const REFERENCES = ["file", "url", "src", "image", "path", "relative", "filename"];

/**
 * A picture as people write it: a file name, or an object with a file or the
 * contract's url. One that cannot be shown is reported, and keeps only its words.
 */
export function readImage(value: unknown, path: string, context: ArticleContext): ReadImage | undefined {
  const raw: Raw = isRecord(value) ? value : { file: value };
  const key = referenceKey(raw);
  const reference = key === undefined ? undefined : raw[key];
  if (key === undefined || typeof reference !== "string") {
    context.warn(path, `${path} names no file, so there is no picture.`);
    return undefined;
  }
  if (isRecord(value)) reportKeys(value, path, PICTURE_FIELDS, context);
  const alt = textOf(raw["alt"]);
  const caption = readInlines(raw["caption"], `${path}.caption`, context);
  const credit = textOf(raw["credit"] ?? raw["attribution"] ?? raw["attr"]);
  const words = { reference, alt, caption, credit };
  const found = context.body.picture(reference.trim());
  if ("picture" in found) {
    const digitalSourceType = readSourceType(raw["digitalSourceType"], `${path}.digitalSourceType`, context);
    const focus = readFocus(raw["focus"], `${path}.focus`, context);
    const image = {
      ...found.picture,
      alt,
      ...(focus !== undefined && { focus }),
      ...(caption.length > 0 && { caption }),
      ...(credit !== "" && { credit }),
    };
    return { ...words, image: { ...image, ...(digitalSourceType && { digitalSourceType }) } };
  }
  const { nearest, reason } = found;
  context.warn(
    isRecord(value) ? `${path}.${key}` : path,
    `The picture ${reference} ${reason}; it was left out.`,
    "warning",
    pictureRemedy(reason),
    nearest,
  );
  return words;
}

/** A code of IPTC's vocabulary, or its address. A misspelt one is taken for the code that it resembles. */
function readSourceType(value: unknown, path: string, { warn }: ArticleContext): DigitalSourceType | undefined {
  if (isMissing(value)) return undefined;
  const written = scalarText(value).replace(/^.*[/:]/su, "");
  const type = nearestName(written, DigitalSourceTypeSchema.options);
  if (type?.toLowerCase() !== written.toLowerCase())
    warn(
      path,
      `${path} is "${written}", which is no digital source type; it was ${type ? "taken for the nearest" : "left out"}.`,
      "warning",
      "Write trainedAlgorithmicMedia for a picture made with AI; https://cv.iptc.org/newscodes/digitalsourcetype/ lists all.",
      type,
    );
  return type;
}

/** The focal point, such as "30% 60%". The middle is used instead of what is no point of the picture. */
function readFocus(value: unknown, path: string, { warn }: ArticleContext): string | undefined {
  if (isMissing(value)) return undefined;
  const written = scalarText(value);
  const focus = focusOf(written);
  if (focus === undefined)
    warn(
      path,
      `${path} is ${written === "" ? "no text" : `"${written}"`}, which is no point of the picture; its middle is used.`,
      "warning",
      'Write how far the point is from the left and from the top, such as focus: "30% 60%".',
    );
  return focus;
}

/** The fields that a picture may have, ours first; some are determined anew. */
const PICTURE_FIELDS = [
  ...REFERENCES,
  ..."alt caption credit attribution attr title width height sources card focus digitalSourceType".split(" "),
];

const referenceKey = (raw: Raw): string | undefined =>
  REFERENCES.find((name) => typeof raw[name] === "string" && raw[name].trim() !== "" && !/^(?:true|false)$/iu.test(raw[name]));

/** Whether a value says which picture it means: "hero: false" and a bare "cover: { hidden: true }" do not. */
export function namesPicture(value: unknown): boolean {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return referenceKey(isRecord(first) ? first : { file: first }) !== undefined;
}

const textOf = (value: unknown): string => (typeof value === "string" ? oneLine(value) : "");
