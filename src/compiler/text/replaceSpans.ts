/**
 * Replaces each span from a start to the next end that belongs to it, both
 * included. A missing end is searched for only once, so that a text with nothing but
 * starts is read in linear time, unlike with a single pattern.
 * @param start must be global
 * @param endOf the text that ends a start
 */
export function replaceSpans(text: string, start: RegExp, endOf: (start: string) => string, by: (span: string) => string): string {
  const inVain = new Set<string>();
  let result = "";
  let from = 0;
  for (const match of text.matchAll(start)) {
    const end = endOf(match[0]);
    if (match.index < from || inVain.has(end)) continue;
    const at = text.indexOf(end, match.index + match[0].length);
    if (at === -1) inVain.add(end);
    else {
      result += text.slice(from, match.index) + by(text.slice(match.index, at + end.length));
      from = at + end.length;
    }
  }
  return result + text.slice(from);
}
