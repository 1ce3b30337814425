import { type Problem, SKIPPED_SUFFIX } from "../draft/problem.ts";

/**
 * How many signs and lines a story may have. A text of 4 MB has some 50,000; a million of them would keep a build busy for a minute
 * and make a page that no browser shows.
 */
const MOST_MARKS = 150_000;

/** What begins or ends a part in Markdown, HTML and JSON: each makes an element, or an attempt at one. So does an address ("://"). */
const SIGNS = new Set(new TextEncoder().encode("\n*_~=`$|<[{^@"));

const [COLON, SLASH] = new TextEncoder().encode(":/");

/** Why a file has too many parts to be a story, as a problem. The time that reading takes depends on them, more than on the length. */
export function tooManyMarks(bytes: Uint8Array, file: string): Omit<Problem, "severity"> | undefined {
  if (bytes.length <= MOST_MARKS) return undefined;
  let count = 0;
  for (const [at, byte] of bytes.entries()) if (SIGNS.has(byte) || (byte === SLASH && bytes[at - 1] === COLON)) count += 1;
  if (count <= MOST_MARKS) return undefined;
  const most = MOST_MARKS.toLocaleString("en");
  return {
    file,
    message: `The file has ${count.toLocaleString("en")} lines and signs of markup (*, _, [, |, < and others); a story may have at most ${most}${SKIPPED_SUFFIX}`,
    remedy: "Split it into several stories; put large tables into files of their own.",
  };
}

/** Some themes have dozens of fields. Thousands are data of another kind, and each would be compared with all those that are known. */
const MOST_FIELDS = 1000;

/** What is wrong with a story of very many fields, as the end of a sentence whose subject is the story. */
export function tooManyFields(fields: Readonly<Record<string, unknown>>): string | undefined {
  const count = Object.keys(fields).length;
  return count <= MOST_FIELDS
    ? undefined
    : `has ${count.toLocaleString("en")} fields, and a story may have at most ${MOST_FIELDS.toLocaleString("en")}`;
}
