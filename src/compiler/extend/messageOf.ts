import { errorMessage } from "../draft/errorMessage.ts";
/** What the paper's code threw, as the end of a sentence. */
export function messageOf(error: unknown): string {
  const [line = ""] = errorMessage(error).trim().split("\n");
  return line.replace(/\.?$/u, ".");
}
