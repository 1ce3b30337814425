import type { Block } from "#content/blocks/block.ts";
import type { Draft } from "../draft/draft.ts";
import type { Report } from "../draft/problem.ts";
import type { StoryMemory } from "../state/StoryMemory.ts";
import { detectLanguage } from "../text/detectLanguage.ts";

/** The language of a draft as a BCP 47 tag ("en_us" is en-US). If the draft names none, it is detected, or else the edition's. */
export function language(draft: Draft, edition: string, report: Report, memory?: StoryMemory): string {
  const { inLanguage: written, file } = draft;
  if (written === undefined) return found(draft, edition, report, memory);
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
    message: `"${written}" is not a language tag such as en or pt-BR; the edition's ${edition} was used.`,
    about: written,
    remedy: "Write it as en, de or pt-BR.",
  });
  return edition;
}

function found(draft: Draft, edition: string, report: Report, memory: StoryMemory | undefined): string {
  const find = (body: Block[]) => detectLanguage(body, edition);
  const detected = memory ? memory.language(draft, edition, find) : find(draft.body);
  if (detected === undefined) return edition;
  const name = new Intl.DisplayNames("en", { type: "language" }).of(detected) ?? detected;
  const message = `The file names no language; its text seems to be ${name} (${detected}).`;
  report({ severity: "notice", file: draft.file, message, remedy: "Add lang, if that is wrong." });
  return detected;
}
