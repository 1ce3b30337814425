import type { LossCause, Problem } from "../draft/problem.ts";
import type { SourceContext } from "./source.ts";

/** Reports that an article is skipped which its publisher did not mean to leave out, and why: as a warning by default. */
export function reportSkipped(
  { report, skip }: Pick<SourceContext, "report" | "skip">,
  { cause, ...fault }: Omit<Problem, "severity"> & Partial<Problem> & { cause?: LossCause },
): void {
  report({ severity: "warning", ...fault });
  const at = fault.place?.startsWith("line") ? ` (${fault.place})` : "";
  skip(at === "" ? fault.message : fault.message.replace(/\.$/u, `${at}.`), cause);
}
