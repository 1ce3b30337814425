import { articleSource } from "./article/articleSource.ts";
import { markdownSource } from "./markdown/markdownSource.ts";
import type { Source } from "./source.ts";

/** All input formats. The first that recognises a file reads it, so the most specific come first. */
export const sources: Source[] = [articleSource, markdownSource];
