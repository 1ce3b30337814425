/** A media type, with the extensions or the whole name of its files. Text files are compressed. */
export type MediaType = { type: string; isText: boolean; endings?: string[]; name?: string };

/** Below this many bytes a response fits into one packet anyway, and is not compressed. */
export const WORTH_COMPRESSING = 1024;

/** Feeds are recognised by their names. The lists of servers lack some of these types, or have others. */
export const MEDIA_TYPES: MediaType[] = [
  text("text/html; charset=utf-8", "html"),
  text("text/css; charset=utf-8", "css"),
  text("text/javascript; charset=utf-8", "js"),
  text("text/plain; charset=utf-8", "txt"),
  text("text/markdown; charset=utf-8", "md"),
  text("application/json", "json"),
  text("application/manifest+json", "webmanifest"),
  text("application/xml", "xml"),
  text("image/svg+xml", "svg"),
  text("text/vtt; charset=utf-8", "vtt"),
  text("text/calendar; charset=utf-8", "ics"),
  { ...text("application/rss+xml"), name: "feed.xml" },
  { ...text("application/atom+xml"), name: "atom.xml" },
  { ...text("application/feed+json"), name: "feed.json" },
  { ...text("application/atom+xml;profile=opds-catalog"), name: "opds.xml" },
  { ...text("application/opds+json"), name: "opds.json" },
  { ...text("application/opensearchdescription+xml"), name: "opensearch.xml" },
  other("application/octet-stream", "bin"),
  other("application/epub+zip", "epub"),
  other("application/pdf", "pdf"),
  other("audio/aac", "aac"),
  other("audio/flac", "flac"),
  other("audio/mp4", "m4a", "m4b"),
  other("audio/mpeg", "mp3", "mpga"),
  other("audio/ogg", "oga", "ogg", "opus"),
  other("audio/wav", "wav"),
  other("audio/x-matroska", "mka"),
  other("font/woff2", "woff2"),
  other("image/avif", "avif"),
  other("image/gif", "gif"),
  other("image/jpeg", "jpg", "jpeg"),
  other("image/png", "png"),
  other("image/webp", "webp"),
  other("image/x-icon", "ico"),
  other("video/3gpp", "3gp"),
  other("video/mp4", "mp4", "m4v"),
  other("video/ogg", "ogv"),
  other("video/quicktime", "mov"),
  other("video/webm", "webm"),
  other("video/x-matroska", "mkv"),
];

function text(type: string, ...endings: string[]): MediaType {
  return { type, isText: true, endings };
}

function other(type: string, ...endings: string[]): MediaType {
  return { type, isText: false, endings };
}

/** A regular expression for the end of a path, without the "$". */
export function endingPattern({ endings = [], name }: MediaType): string {
  return name === undefined ? `\\.(?:${endings.join("|")})` : `/${name.replaceAll(".", "\\.")}`;
}

/** The media type of a file by its path; undefined if it is none of a site's own kinds. */
export const mediaTypeOf = (file: string): MediaType | undefined => KINDS.find(({ end }) => end.test(`/${file}`));

const KINDS = MEDIA_TYPES.map((kind) => ({ ...kind, end: new RegExp(`${endingPattern(kind)}$`, "u") })).toSorted(
  // Whole names come before extensions, so that feed.xml gets the type of a feed.
  (one, other) => Number(other.name !== undefined) - Number(one.name !== undefined),
);
