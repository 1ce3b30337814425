/** What the paper's code threw, as the end of a sentence. */
export function messageOf(error: unknown): string {
  const [line = ""] = (error instanceof Error ? error.message : String(error)).trim().split("\n");
  return line.replace(/\.?$/u, ".");
}
