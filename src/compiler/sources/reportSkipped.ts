import type { LossCause, Problem } from "../draft/problem.ts";
import type { SourceContext } from "./source.ts";

/** Says of an article that its publisher did not mean to leave out that it is skipped, and why. Its severity is a warning, if not told otherwise. */
export function reportSkipped(
  { report, skip }: Pick<SourceContext, "report" | "skip">,
  { cause, ...fault }: Omit<Problem, "severity"> & Partial<Problem> & { cause?: LossCause },
): void {
  report({ severity: "warning", ...fault });
  const at = fault.place?.startsWith("line") ? ` (${fault.place})` : "";
  skip(at === "" ? fault.message : fault.message.replace(/\.$/u, `${at}.`), cause);
}
