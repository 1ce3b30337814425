import { CliError } from "./CliError.ts";
import { inColour } from "./terminal/inColour.ts";
import { printable } from "./terminal/printable.ts";
import { program } from "./program.ts";

try {
  await program.parseAsync();
} catch (error) {
  const sentence = error instanceof CliError ? error.message : diskTrouble(error);
  if (sentence === undefined) throw error;
  console.error(inColour("red", printable(sentence)));
  process.exitCode = 1;
}

/** The error of a full or read-only disk, even one from a thread, as a sentence. Undefined for all other errors. */
function diskTrouble(error: unknown): string | undefined {
  const [, why] = /\b(?:ENOSPC|EDQUOT|EROFS): ([^,\n]+)/u.exec(String(error)) ?? [];
  return why && `The disk cannot be written to: ${why}. Free some space, or choose another place.`;
}
