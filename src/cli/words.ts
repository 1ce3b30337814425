import { locate } from "#compiler/reading/locate.ts";
import { coverageOf } from "#compiler/features/words/coverage.ts";
import { requireFolder } from "./options.ts";
import { printable } from "./terminal/printable.ts";
import { exitCode, plainLine } from "./terminal/printReport.ts";

/**
 * Prints for each language how many of the reader's messages are translated: by the
 * reader's own catalogue, and by the paper's folder `words`.
 * @param missing a language whose untranslated messages are listed
 * @returns the exit code: 1 if a catalogue has an error, or under `strict` any problem
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
