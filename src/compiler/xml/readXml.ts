import type { Report } from "../draft/problem.ts";
import { sections } from "./sections.ts";
import type { XmlFound } from "./xmlElement.ts";
import { XmlReading } from "./XmlReading.ts";
import { xmlText } from "./xmlText.ts";

/** An XML file of any size; an ArchiveFile is one. */
export type XmlInput = { path: string; bytes: () => AsyncIterable<Uint8Array> };

export type XmlOptions = {
  /**
   * The paths of the elements to read, as names without prefixes:
   * "rss/channel/item", "feed/*". "*" is any name. An element inside one that
   * is read is not returned separately.
   */
  paths: string[];
  report: Report;
  /** Whether an element that is not closed ends with the one around it, for feeds written by hand. */
  lenient?: boolean;
};

/**
 * Reads the elements at some paths of an XML file, each complete, in the order
 * of their end tags; the file is never in memory as a whole. Small faults are
 * reported and tolerated.
 * @throws XmlError at the first fault that cannot be tolerated, after yielding all elements before it
 */
export async function* readXml(file: XmlInput, { paths, report, lenient = false }: XmlOptions): AsyncGenerator<XmlFound> {
  const patterns = paths.map((path) => path.split("/"));
  const wanted = (path: string[]) =>
    patterns.some((names) => names.length === path.length && names.every((name, at) => name === "*" || name === path[at]));
  const prepared = sections(() => reading.notice("An & is not written as &amp;; it was read as it is."));
  const reading = new XmlReading(file.path, { wanted, lenient, report, sections: prepared });
  const notices = {
    onWrong: () => reading.notice("Some bytes are not of the file's encoding; they were read as Windows-1252."),
    onUnknown: (encoding: string) => reading.notice(`The encoding ${encoding.slice(0, 40)} is not known; the file was read as UTF-8.`),
  };
  for await (const text of xmlText(file.bytes(), notices)) {
    const clean = text.replace(FORBIDDEN, "");
    if (clean.length < text.length) reading.notice("Control characters that XML does not allow were taken out.");
    yield* stepwise(reading, () => reading.write(prepared.piece(clean)));
  }
  yield* stepwise(reading, () => reading.write(prepared.end()));
  yield* stepwise(reading, () => reading.end());
}

/** Characters that XML does not allow (XML 1.0, 2.2). */
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;

function* stepwise(reading: XmlReading, step: () => void): Generator<XmlFound> {
  try {
    step();
  } catch (error) {
    yield* reading.take();
    throw error;
  }
  yield* reading.take();
}
