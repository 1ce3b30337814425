import { namesIn } from "./names.ts";
import { isMet, namesOf } from "./need.ts";
import { type Part, parseSheet } from "./sheet.ts";
import { declarationsIn, usedTokens, withoutIdleTokens } from "./tokens.ts";

/**
 * The reader's built style sheets, which refer to files relative to their own folder ("./x.woff2"): two that every page has
 * (firstSheet.ts); with their files below the base, one for blocks that few stories have, one for each game, and for collections, by the class
 * that marks them, and one for the typefaces of a setting. The app loads those of the public record and of stories for members
 * (`later`), and that of the stories read most.
 */
export type Sheets = {
  first: string;
  rest: string;
  rare?: SheetFile;
  marked?: Map<string, SheetFile>;
  typefaces?: SheetFile;
  later?: string;
  mostRead?: string;
};

type SheetFile = { file: string; text: string };

/** The styles inlined in a page. `fonts` are the `@font-face` rules with files: separate, since a page is painted before they load. */
export type CriticalStyles = { styles: string; fonts: string };

/**
 * Creates the function that selects the styles a page needs for its first paint:
 * all of the first sheet, and those rules of the others that match the page. They
 * depend on nothing else, so that a page keeps its bytes when other pages are
 * added. Pages with the same names share one result.
 * @param folder the address of the folder of the sheets
 */
export function createCriticalStyles(
  { first, rest, rare, marked = new Map(), later = "" }: Sheets,
  folder: string,
): (html: string, language: string) => CriticalStyles {
  const inFolder = (css: string): string => css.replaceAll("url(./", `url(${folder}`);
  const rooted = inFolder(first);
  const fonts = (rooted.match(FACE) ?? []).filter((face) => face.includes("url(")).join("");
  const always = rooted.replaceAll(FACE, (face) => (face.includes("url(") ? "" : face));
  const parts = parseSheet(inFolder([rest, rare?.text, ...Array.from(marked.values(), ({ text }) => text), later].join("")));
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

/** @param always styles that are always included, and use tokens too */
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
