import type { Declaration, Part } from "./sheet.ts";

/** All declarations of these parts, including those in groups. */
export function declarationsIn(parts: Part[]): Declaration[] {
  return parts.flatMap((part) => {
    if (part.type === "group") return declarationsIn(part.parts);
    return part.type === "rule" ? part.declarations : [];
  });
}

/** The custom properties that these declarations use, directly or through other custom properties. */
export function usedTokens(declarations: Declaration[]): Set<string> {
  const used = new Set(declarations.filter(({ property }) => !isToken(property)).flatMap(tokensIn));
  // Iterating over a set includes the entries added meanwhile (ECMA-262, Set.prototype.forEach).
  for (const token of used) for (const declaration of declarations) if (declaration.property === token) addAll(used, tokensIn(declaration));
  return used;
}

/** The same parts without unused custom properties. */
export function withoutIdleTokens(parts: Part[], used: ReadonlySet<string>): Part[] {
  return parts.flatMap((part): Part[] => {
    if (part.type === "group") return keep({ ...part, parts: withoutIdleTokens(part.parts, used) });
    if (part.type !== "rule") return [part];
    return keep({ ...part, declarations: part.declarations.filter(({ property }) => !isToken(property) || used.has(property)) });
  });
}

function keep(part: Part): Part[] {
  const isEmpty = (part.type === "group" && part.parts.length === 0) || (part.type === "rule" && part.declarations.length === 0);
  return isEmpty ? [] : [part];
}

function isToken(property: string): boolean {
  return property.startsWith("--");
}

function tokensIn({ text }: Declaration): string[] {
  return [...text.matchAll(/var\((--[\w-]+)/gu)].map(([, token = ""]) => token);
}

function addAll(set: Set<string>, names: string[]): void {
  for (const name of names) set.add(name);
}
