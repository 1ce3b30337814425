import { createHash } from "node:crypto";
import { decoded } from "#content/decoded.ts";

/** In bytes, for one segment of a path; file systems allow 255, and suffixes are added while a file is written. */
const LONGEST_PART = 120;
/** In bytes, for the whole path below pictures/. */
const LONGEST_PATH = 400;

/**
 * The path of a picture below `pictures/` in a content folder: the host and path
 * of its address, or its path in the archive. The same address always gives the
 * same path, and two addresses never do: whatever a path cannot contain, such as a
 * query, is represented by a hash.
 */
export function picturePath(address: string): string {
  const { host, path, query } = partsOf(address);
  const written = [host, ...path.split("/")].filter((part) => part !== "" && part !== ".");
  const safe = written.map(safePart);
  const same = query === "" && safe.every((part, at) => part === written[at]) && Buffer.byteLength(safe.join("/")) <= LONGEST_PATH;
  if (same) return safe.join("/");
  const name = safe.at(-1) ?? "picture";
  const folders = safe.slice(0, -1).join("/");
  const [, stem = name, ending = ""] = /^(.+?)(\.[a-z0-9]{2,5})?$/u.exec(name) ?? [];
  const own = `${stem}-${createHash("sha256").update(address).digest("hex").slice(0, 8)}${ending}`;
  return [Buffer.byteLength(folders) > LONGEST_PATH ? (safe[0] ?? "") : folders, own].filter(Boolean).join("/");
}

function partsOf(address: string): { host: string; path: string; query: string } {
  if (!URL.canParse(address)) return { host: "", path: decoded(address.replace(/[?#].*$/su, "")), query: "" };
  const { host, pathname, search } = new URL(address);
  return { host: host.replace(/^www\./u, "").replace(":", "-"), path: decoded(pathname), query: search };
}

/** Keeps letters of any script, in lower case, since some file systems ignore case. No segment is hidden or leads upwards. */
function safePart(part: string): string {
  const plain = part
    .slice(0, LONGEST_PATH)
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, "-")
    .replace(/^[.-]+|[.-]+$/gu, "");
  let kept = plain.slice(0, LONGEST_PART);
  while (Buffer.byteLength(kept) > LONGEST_PART) kept = kept.slice(0, -1);
  return kept === "" ? "picture" : kept === plain ? kept : kept.replace(/\p{Cs}$/u, "");
}
