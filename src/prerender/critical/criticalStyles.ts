import { namesIn } from "./names.ts";
import { isMet, namesOf } from "./need.ts";
import { type Part, parseSheet } from "./sheet.ts";
import { declarationsIn, usedTokens, withoutIdleTokens } from "./tokens.ts";

/**
 * The reader's built style sheets: two that every page has (scripts/firstSheet.ts), and one of blocks that few
 * stories have, with its file below the base; and what the pages of the public record look like, whose sheet the app brings. They name files from their own folder, "./x.woff2".
 */
export type Sheets = { first: string; rest: string; rare?: { file: string; text: string }; record?: string };

/** What a page brings along. `fonts` are the faces that must be fetched: they are text by themselves, since a page is painted before them. */
export type CriticalStyles = { styles: string; fonts: string };

/**
 * Gives the function that finds what of the reader's styles a page needs for its
 * first paint: all of the first sheet, and of the other what depends on nothing but
 * the page, so that a page keeps its bytes when others come. Pages that show the same
 * things share one answer.
 * @param folder the address of the folder of both sheets
 */
export function createCriticalStyles(
  { first, rest, rare, record = "" }: Sheets,
  folder: string,
): (html: string, language: string) => CriticalStyles {
  const inFolder = (css: string): string => css.replaceAll("url(./", `url(${folder}`);
  const rooted = inFolder(first);
  const fonts = (rooted.match(FACE) ?? []).filter((face) => face.includes("url(")).join("");
  const always = rooted.replaceAll(FACE, (face) => (face.includes("url(") ? "" : face));
  const parts = parseSheet(inFolder(rest + (rare?.text ?? "") + record));
  const known = [...new Set(parts.flatMap(namesInPart))];
  const answers = new Map<string, CriticalStyles>();
  return (html, language) => {
    const names = namesIn(html, language);
    const key = known.filter((name) => names.has(name)).join();
    const answer = answers.get(key) ?? { styles: always + write(needed(parts, names, always)), fonts };
    answers.set(key, answer);
    return answer;
  };
}

const FACE = /@font-face\s*\{[^}]*\}/gu;

function namesInPart(part: Part): string[] {
  if (part.type === "rule") return part.selectors.flatMap(({ need }) => namesOf(need));
  return part.type === "group" ? part.parts.flatMap(namesInPart) : [];
}

/** @param always styles that need tokens too */
function needed(parts: Part[], names: ReadonlySet<string>, always: string): Part[] {
  const rules = matching(parts, names);
  const used = withoutIdleTokens(rules, usedTokens([...declarationsIn(rules), { property: "all", text: always }]));
  const animations = declarationsIn(used)
    .filter(({ property }) => property.startsWith("animation"))
    .map(({ text }) => text)
    .join();
  return filtered(used, (part) => part.type !== "keyframes" || animations.includes(part.name));
}

function matching(parts: Part[], names: ReadonlySet<string>): Part[] {
  return parts.flatMap((part): Part[] => {
    if (part.type === "group") return [{ ...part, parts: matching(part.parts, names) }];
    if (part.type !== "rule") return [part];
    const selectors = part.selectors.filter(({ need }) => isMet(need, names));
    return selectors.length === 0 ? [] : [{ ...part, selectors }];
  });
}

function filtered(parts: Part[], isKept: (part: Part) => boolean): Part[] {
  return parts.filter(isKept).map((part) => (part.type === "group" ? { ...part, parts: filtered(part.parts, isKept) } : part));
}

function write(parts: Part[]): string {
  return parts.map(writePart).join("");
}

function writePart(part: Part): string {
  if (part.type === "group") return part.parts.length === 0 ? "" : `${part.head}{${write(part.parts)}}`;
  if (part.type !== "rule") return part.text;
  return `${part.selectors.map(({ text }) => text).join()}{${part.declarations.map(({ text }) => text).join(";")}}`;
}
