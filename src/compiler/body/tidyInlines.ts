import type { Inline } from "#content/blocks/inline.ts";

/**
 * A line as a browser would show it: white space collapsed across marks and
 * removed at both ends and around breaks, adjacent marks of one kind joined,
 * empty marks removed. No-break spaces stay.
 */
export function tidyInlines(inlines: Inline[]): Inline[] {
  return trimEnd(collapse(join(inlines), { afterSpace: true }));
}

/** Whether there is nothing to see. A no-break space, which editors leave in empty paragraphs, counts as nothing. */
export function isBlank(inlines: Inline[]): boolean {
  return inlines.every((inline) => {
    if (inline.type === "text") return !/[^\s\u200B-\u200D\u2060\uFEFF]/u.test(inline.text);
    if ("children" in inline) return isBlank(inline.children);
    return inline.type === "break";
  });
}

/** The same mark around other children. */
export function around(inline: Extract<Inline, { children: Inline[] }>, children: Inline[]): Inline {
  return { ...inline, children };
}

/** Rejoins a mark that was cut in two, even across a break: a link must stay one stop for the keyboard. */
function join(inlines: Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    const other = last?.type === "break" ? joined.at(-2) : last;
    if (last?.type === "text" && inline.type === "text") joined.splice(-1, 1, { type: "text", text: last.text + inline.text });
    else if (last?.type === "code" && inline.type === "code") joined.splice(-1, 1, { type: "code", text: last.text + inline.text });
    else if (other && isContainer(other) && isContainer(inline) && sameMark(other, inline)) {
      if (last?.type === "break") other.children.push(...joined.splice(-1));
      for (const child of inline.children) other.children.push(child);
    } else joined.push(isContainer(inline) ? around(inline, [...inline.children]) : inline);
  }
  return joined.map((inline) => (isContainer(inline) ? around(inline, join(inline.children)) : inline));
}

type Container = Extract<Inline, { children: Inline[] }>;
const isContainer = (inline: Inline): inline is Container => "children" in inline;

function sameMark(a: Container, b: Container): boolean {
  if (a.type === "link") return b.type === "link" && a.url === b.url;
  if (a.type === "abbr") return b.type === "abbr" && a.title === b.title;
  if (a.type === "lang") return b.type === "lang" && a.lang === b.lang && a.dir === b.dir;
  return a.type === b.type;
}

function collapse(inlines: Inline[], state: { afterSpace: boolean }): Inline[] {
  const kept: Inline[] = [];
  for (const inline of inlines) {
    if (inline.type === "text") {
      const single = inline.text.replace(/[ \t\n\f\r]+/gu, " ");
      const text = state.afterSpace ? single.replace(/^ /u, "") : single;
      if (text !== "") kept.push({ type: "text", text });
      if (text !== "") state.afterSpace = text.endsWith(" ");
    } else if (inline.type === "break") {
      trimSpace(kept);
      kept.push(inline);
      state.afterSpace = true;
    } else if (isContainer(inline)) {
      const children = collapse(inline.children, state);
      if (children.length > 0) kept.push(around(inline, children));
    } else if (inline.type !== "code" || inline.text !== "") {
      kept.push(inline.type === "code" ? { type: "code", text: inline.text.replace(/[\n\r]+/gu, " ") } : inline);
      state.afterSpace = inline.type === "checkbox";
    }
  }
  return kept;
}

/** The inlines without trailing breaks and space. */
function trimEnd(inlines: Inline[]): Inline[] {
  const kept = [...inlines];
  for (let last = kept.pop(); last !== undefined; last = kept.pop()) {
    if (last.type === "break") continue;
    const trimmed = trimLast(last, trimEnd);
    if (trimmed) return [...kept, trimmed];
  }
  return kept;
}

/** Removes trailing space from a list, in place. */
function trimSpace(list: Inline[]): Inline[] {
  const last = list.pop();
  const trimmed = last && trimLast(last, (children) => trimSpace([...children]));
  if (trimmed) list.push(trimmed);
  return list;
}

function trimLast(last: Inline, trimChildren: (children: Inline[]) => Inline[]): Inline | undefined {
  if (last.type === "text") {
    const text = last.text.replace(/ +$/u, "");
    return text === "" ? undefined : { type: "text", text };
  }
  if (!isContainer(last)) return last;
  const children = trimChildren(last.children);
  return children.length === 0 ? undefined : around(last, children);
}
