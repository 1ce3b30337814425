import { FACE_NAMES, facesFor } from "./faces.ts";
import { namesIn } from "./names.ts";
import { isMet, namesOf } from "./need.ts";
import { type Part, parseSheet } from "./sheet.ts";
import { declarationsIn, withoutIdleTokens } from "./tokens.ts";

/** What a page brings along. `fonts` are the faces that must be fetched: they are text by themselves, since a page may be painted before them. */
export type CriticalStyles = { styles: string; fonts: string };

/**
 * Gives the function that finds what of the reader's styles a page needs for its
 * first paint. That depends on nothing but the page, so that a page keeps its
 * bytes when others come. Pages that show the same things share one answer.
 * @param css the reader's built style sheet; it names files from its own folder, "./x.woff2"
 * @param folder the address of that folder
 */
export function createCriticalStyles(css: string, folder: string): (html: string, language: string) => CriticalStyles {
  const parts = parseSheet(css.replaceAll("url(./", `url(${folder}`));
  const known = [...new Set([...parts.flatMap(namesInPart), ...FACE_NAMES])];
  const answers = new Map<string, CriticalStyles>();
  return (html, language) => {
    const names = namesIn(html, language);
    const key = known.filter((name) => names.has(name)).join();
    const answer = answers.get(key) ?? divided(layerOrder(parts), needed(parts, names));
    answers.set(key, answer);
    return answer;
  };
}

function divided(order: string, parts: Part[]): CriticalStyles {
  const isFetched = (part: Part) => part.type === "face" && part.text.includes("url(");
  return { styles: order + write(parts.filter((part) => !isFetched(part))), fonts: write(parts.filter(isFetched)) };
}

function namesInPart(part: Part): string[] {
  if (part.type === "rule") return part.selectors.flatMap(({ need }) => namesOf(need));
  return part.type === "group" ? part.parts.flatMap(namesInPart) : [];
}

/** The order of the layers stands first: Vite may put a component's styles before it, and a layer may have no rule left here. */
function layerOrder(parts: Part[]): string {
  return parts.flatMap((part) => (part.type === "order" ? [part.text] : [])).join("");
}

function needed(parts: Part[], names: ReadonlySet<string>): Part[] {
  const rules = withoutIdleTokens(matching(parts, names));
  const isFaceNeeded = facesFor(rules, names);
  const animations = declarationsIn(rules)
    .filter(({ property }) => property.startsWith("animation"))
    .map(({ text }) => text)
    .join();
  return filtered(rules, (part) => {
    if (part.type === "order") return false;
    if (part.type === "face") return isFaceNeeded(part.text);
    return part.type !== "keyframes" || animations.includes(part.name);
  });
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
