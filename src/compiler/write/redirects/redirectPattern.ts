import { keepsQuery, type Rule } from "./redirectRules.ts";
import { regexLiteral } from "./lookups.ts";

/** A part of a path that stands for any other: ":slug". */
const PLACEHOLDER = /^:([a-z]\w*)$/iu;

/** Placeholders in a target, which has that of "*" as ":splat". */
export const IN_TARGET = /(?<=[/=]):([a-z]\w*)/giu;

/** Whether a path has placeholders. */
export const isPattern = (path: string): boolean => path.split("/").some((part) => part === "*" || PLACEHOLDER.test(part));

/** The names of the placeholders of a path in their order; "splat" for "*". */
export const namesIn = (path: string): string[] =>
  path.split("/").flatMap((part) => (part === "*" ? "splat" : (PLACEHOLDER.exec(part)?.[1] ?? [])));

/** The names of the placeholders of a target. */
export const namesInTarget = (to: string): string[] => [...to.matchAll(IN_TARGET)].flatMap(([, name]) => name ?? []);

/**
 * A regular expression for the percent-encoded paths that a pattern means, with a group for each placeholder and without "^" and "$",
 * that JavaScript, PCRE and RE2 read alike. ":slug" is one part of a path; "/*" is all below a folder, and the folder itself. What it
 * stands for does not begin with a slash or backslash, which at the start of a target would lead to another host.
 */
export function patternSource(path: string): string {
  const parts = path.replace(/^\//u, "").split("/");
  const isOpen = parts.at(-1) === "*";
  const source = (isOpen ? parts.slice(0, -1) : parts).map((part) => (PLACEHOLDER.test(part) ? "/([^/?#]+)" : `/${regexLiteral(part)}`));
  return source.join("") + (isOpen ? "(?:/([^/?\\x5C][^?]*)?)?" : /\.\w{1,5}$/u.test(path) ? "" : "/?");
}

/** The target of a pattern. @param valueOf gives the text that stands for the group of a number, from 1 */
export function filled({ path, to }: Pick<Rule, "path" | "to">, valueOf: (group: number) => string): string {
  const names = namesIn(path);
  return to.replaceAll(IN_TARGET, (_, name: string) => valueOf(names.indexOf(name) + 1));
}

/** Finds where the first pattern that means a path leads; undefined if none does. */
export function patternFinder<Each extends Pick<Rule, "path" | "to">>(
  rules: Each[],
): (path: string) => { rule: Each; to: string } | undefined {
  const all = rules.map((rule) => ({ rule, means: new RegExp(`^${patternSource(rule.path)}$`, "u") }));
  return (path) => {
    for (const { rule, means } of all) {
      const found = means.exec(path);
      if (found) return { rule, to: filled(rule, (group) => found[group] ?? "") };
    }
    return undefined;
  };
}

/** Patterns in their order, those that follow each other together if they have one status and treat the query alike. */
export function patternRuns(rules: Rule[]): { rules: Rule[]; status: number; keepsQuery: boolean }[] {
  const runs: { rules: Rule[]; status: number; keepsQuery: boolean }[] = [];
  for (const rule of rules.filter((each) => each.isPattern)) {
    const [last, status, keeps] = [runs.at(-1), rule.status ?? 301, keepsQuery(rule)];
    if (last?.status === status && last.keepsQuery === keeps) last.rules.push(rule);
    else runs.push({ rules: [rule], status, keepsQuery: keeps });
  }
  return runs;
}
