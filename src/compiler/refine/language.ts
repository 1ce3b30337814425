import type { Report } from "../draft/problem.ts";

/** A language as BCP 47 has it ("en_us" is en-US); the edition's where there is none or it is no language. */
export function language(written: string | undefined, edition: string, file: string, report: Report): string {
  if (written === undefined) return edition;
  try {
    const [tag] = Intl.getCanonicalLocales(written.replaceAll("_", "-").replace(/\.[\w-]+$/u, ""));
    if (tag !== undefined && /^[a-z]{2,3}(?:-|$)/iu.test(tag)) return tag;
  } catch {
    // Reported below.
  }
  report({
    severity: "warning",
    file,
    place: "inLanguage",
    message: `"${written}" is no language tag such as en or pt-BR; the edition's ${edition} was taken.`,
  });
  return edition;
}
