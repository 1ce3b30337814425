/**
 * HTML in which an element that would take the rest of the text into itself, since its end tag is missing, ends at once. If an element
 * can have nothing but text, its tag is text: somebody wrote about `<title>` and meant the word.
 */
export function withEnds(html: string): string {
  const tags = [...html.matchAll(TAG)].map((match) => ({ match, name: (match[2] ?? "").toLowerCase(), isEnd: match[1] === "/" }));
  const next = new Map<string, boolean>();
  const open = new Set<number>();
  for (const { match, name, isEnd } of tags.toReversed()) {
    if (!isEnd && next.get(name) !== true) open.add(match.index);
    next.set(name, isEnd);
  }
  return html.replace(TAG, (all: string, ...[, name = "", at]: [string, string | undefined, number]) =>
    !open.has(at) ? all : AS_TEXT.test(name) ? `&lt;${all.slice(1)}` : `${all}</${name}>`,
  );
}

const TAG =
  /<(\/?)(audio|video|iframe|canvas|datalist|title|textarea|template|noscript|noembed|noframes)\b(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^"'<>]){0,2000}>(?:\s*<(?:source|track)\b[^<>]*>(?:\s*<\/(?:source|track)>)?)*/giu;

const AS_TEXT = /^(?:title|textarea|template|no\w+)$/iu;
