/** The MIME types of what browsers play, and of lists by which they play what comes in pieces (HLS), by the ends of their names. */
const TYPES: Record<string, string> = {
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  aac: "audio/aac",
  oga: "audio/ogg",
  ogg: "audio/ogg",
  opus: "audio/ogg",
  flac: "audio/flac",
  wav: "audio/wav",
  weba: "audio/webm",
  mp4: "video/mp4",
  m4v: "video/mp4",
  mov: "video/quicktime",
  ogv: "video/ogg",
  webm: "video/webm",
  m3u8: "application/vnd.apple.mpegurl",
};

/** Why a file is no recording: the end of a sentence whose subject is the file. */
export const NOT_PLAYED = "is of a kind that browsers do not play";

/** The MIME type of a recording by its name or address; undefined for what is none. */
export function recordingType(name: string): string | undefined {
  const ending = /\.(\w{2,4})\s*(?:[?#]|$)/u.exec(name)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined;
}
