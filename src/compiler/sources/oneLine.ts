import { cleanText } from "../body/cleanText.ts";

/** Text on one line, without characters that have no place in text. */
export const oneLine = (text: string): string => cleanText(text).replace(/\s+/gu, " ").trim();
