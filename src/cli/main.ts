import { CliError } from "./CliError.ts";
import { inColour } from "./terminal/inColour.ts";
import { printable } from "./terminal/printable.ts";
import { systemTrouble } from "./terminal/systemTrouble.ts";
import { program } from "./program.ts";

try {
  await program.parseAsync();
} catch (error) {
  const sentence = error instanceof CliError ? error.message : systemTrouble(error);
  if (sentence === undefined) throw error;
  console.error(inColour("red", printable(sentence)));
  process.exitCode = 1;
}
