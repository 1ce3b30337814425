import { faultIn } from "../../tests/support/fuzz/faultIn.ts";
import { parsers } from "../../tests/support/fuzz/parsers.ts";

const parser = parsers().find(({ name }) => name === process.env["FUZZ_PARSER"]);
/** Faults that this run has found. */
const known = (process.env["FUZZ_KNOWN"] ?? "").split("\n");

/** What Jazzer.js calls with each input. @throws if the parser has a fault that is not known yet */
export async function fuzz(bytes: Uint8Array): Promise<void> {
  if (parser === undefined) throw new Error("FUZZ_PARSER is not the name of a parser.");
  const fault = await faultIn(parser, bytes);
  if (fault !== undefined && !known.includes(fault)) throw new Error(fault);
}
