/** For a path, which has none. */
const ANY_HOST = "http://old.invalid/";

/** Bytes of a file's name that every disk allows, with room for ".html". */
const LONGEST_NAME = 240;

/** What this edition has as files cannot be a folder of pages that forward. */
const FILE_AS_FOLDER = /\.(?:html|xml|json|txt|map|webmanifest|svg|png)\//iu;

/**
 * The path and query of an old address, percent-encoded; or why no page can
 * forward from it, as the end of a sentence whose subject is the address.
 * @param old a path, or a full address, whose host does not count
 */
export function oldPath(old: string): { path: string } | { reason: string } {
  if (!URL.canParse(old, ANY_HOST)) return { reason: "is not a web address or path" };
  const { protocol, pathname, search } = new URL(old, ANY_HOST);
  if (!/^https?:$/u.test(protocol)) return { reason: "is not a web address or path" };
  const name = decoded(pathname);
  if (name === undefined || /\p{Cc}/u.test(name)) return { reason: "has a wrong percent code" };
  if (FILE_AS_FOLDER.test(name)) return { reason: "has a file for a folder" };
  if (name.split("/").some((part) => Buffer.byteLength(part) > LONGEST_NAME)) return { reason: "is too long for the name of a file" };
  return { path: `${pathname}${search}` };
}

/** One spelling for all paths that one HTML file answers for: /old, /old/, /old.html and /old/index.html. */
export function samePath(path: string): string {
  const [name = "", ...query] = path.split("?");
  const plain = (decoded(name) ?? name).replace(/\/index\.html$|\.html$|\/$/u, "");
  return [plain, ...query].join("?");
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
