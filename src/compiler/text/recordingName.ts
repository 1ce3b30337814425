/** MIME types by file extension: those of recordings that at least some browsers play, and of HLS playlists. */
const TYPES: Record<string, string> = {
  mp3: "audio/mpeg",
  mpga: "audio/mpeg",
  m4a: "audio/mp4",
  m4b: "audio/mp4",
  aac: "audio/aac",
  oga: "audio/ogg",
  ogg: "audio/ogg",
  opus: "audio/ogg",
  flac: "audio/flac",
  wav: "audio/wav",
  weba: "audio/webm",
  mka: "audio/x-matroska",
  mp4: "video/mp4",
  m4v: "video/mp4",
  mov: "video/quicktime",
  ogv: "video/ogg",
  webm: "video/webm",
  mkv: "video/x-matroska",
  "3gp": "video/3gpp",
  m3u8: "application/vnd.apple.mpegurl",
};

/** Why a file is not a recording; completes a sentence whose subject is the file. */
export const OTHER_ENDING = "does not have the ending of a recording, such as .mp3, .m4a or .mp4";

/** The MIME type of a recording, by its name or address; undefined if it is not one. */
export function recordingType(name: string): string | undefined {
  const ending = /\.(\w{2,4})\s*(?:[?#]|$)/u.exec(name)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined;
}
