import { locate } from "#compiler/sources/locate.ts";
import { coverageOf } from "#compiler/words/coverage.ts";
import { requireFolder } from "./options.ts";
import { printable } from "./terminal/printable.ts";
import { exitCode, plainLine } from "./terminal/printReport.ts";

/**
 * Says of each language how much of the reader's words it has: of those that come with the
 * reader, and of those in the paper's folder `words`.
 * @param missing a language of which the sentences that are still in English are listed
 * @returns the exit code: 1 where a file of words has an error, and under `strict` where anything is wrong with it
 */
export async function words({
  content,
  missing,
  strict = false,
}: {
  content: string;
  missing?: string;
  strict?: boolean;
}): Promise<number> {
  requireFolder(content);
  const { languages, total, problems } = coverageOf(content);
  const lines = languages
    .filter(({ language }) => missing === undefined || language === missing.toLowerCase())
    .flatMap(({ language, lacks, own }) => [
      `${language.padEnd(8)} ${total - lacks.length} of ${total}${own === 0 ? "" : `, ${own} by this paper`}`,
      ...(missing === undefined ? [] : lacks.map((name) => `  ${name}`)),
    ]);
  if (lines.length === 0) lines.push(`Nothing is translated into ${missing ?? "any language"}: all messages are in English.`);
  console.log(lines.map(printable).join("\n"));
  for (const problem of await locate(problems, content)) console.error(plainLine(problem));
  return exitCode(problems, strict);
}
