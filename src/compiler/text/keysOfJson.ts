/**
 * The names of the outermost fields at the start of a JSON text, from which its
 * format is detected; for a list, those of its first item. The text may be cut off anywhere.
 */
export function keysOfJson(head: string): Set<string> {
  const keys = new Set<string>();
  const outermost = /^\uFEFF?\s*\[/u.test(head) ? 2 : 1;
  let depth = 0;
  for (let at = 0; at < head.length; at += 1) {
    const character = head[at];
    if (character === "{" || character === "[") depth += 1;
    else if (character === "}" || character === "]") depth -= 1;
    if (character === "}" && depth < outermost) break;
    if (character !== '"') continue;
    const end = endOfText(head, at);
    if (end === undefined) break;
    if (depth === outermost && isKey(head, end)) keys.add(head.slice(at + 1, end));
    at = end;
  }
  return keys;
}

/** The offset of the closing quotation mark. */
function endOfText(head: string, start: number): number | undefined {
  for (let at = start + 1; at < head.length; at += 1) {
    if (head[at] === '"') return at;
    if (head[at] === "\\") at += 1;
  }
  return undefined;
}

function isKey(head: string, end: number): boolean {
  let at = end + 1;
  while (" \t\r\n".includes(head[at] ?? "x")) at += 1;
  return head[at] === ":";
}
