import { cleanText } from "../body/cleanText.ts";

/** Text in one line, without what no text has. */
export const oneLine = (text: string): string => cleanText(text).replace(/\s+/gu, " ").trim();
