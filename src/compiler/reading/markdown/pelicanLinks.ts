import { posix } from "node:path";

/**
 * A text in which Pelican's links to sources (`{filename}/other.md`, `|filename|…`, `{static}`, `{attach}`) lead to these files, and those to
 * lists (`{tag}moon`) to the addresses of these lists. An absolute path begins at Pelican's content folder.
 * @param file of the text
 */
export function pelicanLinks(text: string, file: string): string {
  if (!/[{|](?:filename|static|attach|author|category|tag|index)[}|]/u.test(text)) return text;
  const [, root] = /^((?:.*\/)?content\/)/u.exec(file) ?? [];
  const toFile = (path: string) =>
    path.startsWith("/") && root !== undefined ? posix.relative(posix.dirname(file), posix.join(root, path)) : path;
  return text
    .replace(TO_FILE, (_, path: string) => toFile(path).replaceAll(" ", "%20"))
    .replace(TO_LIST, (_, kind: string) => (kind === "index" ? "/" : `/${kind}/`));
}

/** A path may have spaces, and ends where the link does. */
const TO_FILE = /(?<=^|[("'<]|\]:[ \t]*)[{|](?:filename|static|attach)[}|]([^)"'>\n]*?)(?=[ \t]*(?:[)"'>\n]|$))/gu;
const TO_LIST = /(?<=\]\(|href=["'])[{|](author|category|tag|index)[}|]\/?/gu;
