/**
 * A pattern of paths as site builders have them: "*" inside a folder's name,
 * "**" across folders, "?" and "{a,b}". Case makes no difference: what may be
 * meant counts.
 */
export function pathPattern(pattern: string): RegExp {
  const source = pattern.replace(/\*\*\/|\*\*|[*?{},]|[\\^$.|+()[\]]/gu, (sign) => SIGNS[sign] ?? `\\${sign}`);
  return new RegExp(`^(?:${source})$`, "iu");
}

const SIGNS: Record<string, string> = { "**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]", "{": "(?:", "}": ")", ",": "|" };

/** Whether a pattern is that of a file or of one of its folders; without "/" it may stand at any depth, as in .gitignore. */
export function coversPath(pattern: string, path: string, anyDepth = false): boolean {
  const plain = pattern.trim().replace(/^(?:\.?\/)+|\/+$/gu, "");
  if (plain === "") return true;
  const at = pathPattern(plain);
  const parts = path.split("/");
  return parts.some((part, index) => at.test(parts.slice(0, index + 1).join("/")) || (anyDepth && !plain.includes("/") && at.test(part)));
}
