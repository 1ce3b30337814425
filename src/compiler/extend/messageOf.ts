import { errorMessage } from "../draft/errorMessage.ts";
/** The first line of an error that the paper's code threw, with a full stop at the end. */
export function messageOf(error: unknown): string {
  const [line = ""] = errorMessage(error).trim().split("\n");
  return line.replace(/\.?$/u, ".");
}
