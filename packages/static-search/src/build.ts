/** The entry for building an index, in Node. */
export { type BuiltIndex, buildIndex, type IndexStats, type Previous } from "./build/buildIndex.ts";
export { type Document, type Field, FIELDS, type IndexSettings } from "./build/document.ts";
export { documentWords, type DocumentWord } from "./build/documentWords.ts";
export { LEVELS, weightOfLevel } from "./format/encodePostings.ts";
export { type MeantDocument, readWordModel, type WordModel, writeVectors, writeWordModel } from "./build/writeVectors.ts";
export { packVector, unpackVector, type WordEntry } from "./format/vectors.ts";
