import { articleSource } from "./article/articleSource.ts";
import { markdownSource } from "./markdown/markdownSource.ts";
import type { Source } from "./source.ts";

/** All input formats. The first that knows a file reads it, so the most particular stand first. */
export const sources: Source[] = [articleSource, markdownSource];
