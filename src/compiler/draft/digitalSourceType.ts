import type { DigitalSourceType } from "#content/image.ts";

/** In XMP, which files of all formats hold as plain text, and in manifests of C2PA, an address names the type. */
const VOCABULARY = "cv.iptc.org/newscodes/digitalsourcetype/";

/** What readers are told of. Of several in one file, the first counts: a manifest also names the types of what a picture was made from. */
const TOLD = [
  "compositeWithTrainedAlgorithmicMedia",
  "compositeSynthetic",
  "trainedAlgorithmicMedia",
  "compositeCapture",
  "composite",
] as const satisfies DigitalSourceType[];

/** The IPTC digital source type in the metadata of a picture, if it is one that readers are told of. @param content the bytes of the file */
export function digitalSourceTypeIn(content: Buffer): DigitalSourceType | undefined {
  const found = new Set<string | undefined>();
  for (let at = content.indexOf(VOCABULARY); at !== -1; at = content.indexOf(VOCABULARY, at + 1)) {
    const start = at + VOCABULARY.length;
    found.add(/^[a-z]+/iu.exec(content.toString("latin1", start, start + 50))?.[0]);
  }
  return TOLD.find((type) => found.has(type));
}
