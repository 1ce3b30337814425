/** A tag in square brackets: `[name attributes]`, `[/name]`, `[name /]`. `start` and `end` are offsets in the text. */
export type ShortcodeTag = {
  start: number;
  end: number;
  name: string;
  written: string;
  kind: "open" | "close" | "single";
  escaped: boolean;
};

/** In characters. Anything longer is not a tag. */
const LONGEST = 4000;

/** Every tag of a text, in order. */
export function shortcodeTags(text: string): ShortcodeTag[] {
  const tags: ShortcodeTag[] = [];
  const name = /\[(\[?)(\/?)([a-z][\w-]*)/giuy;
  for (let at = text.indexOf("["); at !== -1; at = text.indexOf("[", Math.max(at + 1, tags.at(-1)?.end ?? 0))) {
    name.lastIndex = at;
    const [start, double = "", slash = "", word = ""] = name.exec(text) ?? [];
    const close = start === undefined ? -1 : endOf(text, at + start.length);
    if (start === undefined || close === -1) continue;
    const inside = text.slice(at + start.length, close);
    if (inside !== "" && !/^[\s/=:]/u.test(inside)) continue;
    const escaped = double !== "" && text[close + 1] === "]";
    const single = inside.endsWith("/") && !inside.startsWith("=");
    tags.push({
      start: double !== "" && !escaped ? at + 1 : at,
      end: close + (escaped ? 2 : 1),
      name: word.toLowerCase(),
      written: inside.replace(/\/$/u, single ? "" : "/"),
      kind: slash !== "" ? "close" : single ? "single" : "open",
      escaped,
    });
  }
  return tags;
}

/** The offset of the closing bracket. Brackets in quotation marks do not count, unless the marks are not closed. */
function endOf(text: string, from: number): number {
  for (let at = from; at < text.length && at - from < LONGEST; at += 1) {
    const letter = text[at];
    if (letter === "]") return at;
    if (letter === "[") return -1;
    if (letter !== '"' && letter !== "'") continue;
    const closing = text.indexOf(letter, at + 1);
    if (closing !== -1 && closing - from < LONGEST && /[=\s]$/u.test(text.slice(from - 1, at))) at = closing;
  }
  return -1;
}

const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|'([^']*)'|(\S+)/gu;

/** Attributes by name; those without a name by their number, from 0: `[audio https://…]`, `[youtube=https://…]`. */
export function shortcodeAttributes(written: string): Map<string, string> {
  const attributes = new Map<string, string>();
  let unnamed = 0;
  for (const [, name, double, single, plain, ...bare] of written.replace(/^\s*[=:]\s*/u, "").matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? plain ?? bare.find((each) => each !== undefined) ?? "";
    attributes.set(name === undefined || /^https?$/iu.test(name) ? String(unnamed++) : name.toLowerCase(), value);
  }
  return attributes;
}
