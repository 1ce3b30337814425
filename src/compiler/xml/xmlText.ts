import { decodeUtf8, unfinishedBytes } from "./decodeUtf8.ts";

/**
 * Decodes an XML file piece by piece: in the encoding of its byte order mark,
 * else of its declaration, else as UTF-8 (XML 1.0, appendix F).
 * @param onWrong called at most once per piece with the number of bytes that were not valid
 * @param onUnknown called with the name of an unknown encoding; the file is then read as UTF-8
 */
export async function* xmlText(
  bytes: AsyncIterable<Uint8Array>,
  { onWrong, onUnknown }: { onWrong: (count: number) => void; onUnknown: (encoding: string) => void },
): AsyncGenerator<string> {
  let decoder: Decoder | undefined;
  let start = new Uint8Array();
  for await (const chunk of bytes) {
    if (decoder) {
      yield decoder.piece(chunk);
      continue;
    }
    start = joined(start, chunk);
    if (start.length < LONGEST_DECLARATION) continue;
    decoder = decoderFor(start, onWrong, onUnknown);
    yield decoder.piece(start);
  }
  decoder ??= decoderFor(start, onWrong, onUnknown);
  yield decoder.end(start.length < LONGEST_DECLARATION ? start : new Uint8Array());
}

/** The number of bytes from the start within which a declaration ends. */
const LONGEST_DECLARATION = 200;

type Decoder = { piece: (bytes: Uint8Array) => string; end: (rest: Uint8Array) => string };

function decoderFor(start: Uint8Array, onWrong: (count: number) => void, onUnknown: (encoding: string) => void): Decoder {
  const encoding = encodingOf(start);
  if (/^utf-?8$/iu.test(encoding)) return utf8(onWrong);
  try {
    const decoder = new TextDecoder(encoding);
    return { piece: (bytes) => decoder.decode(bytes, { stream: true }), end: (rest) => decoder.decode(rest) };
  } catch {
    onUnknown(encoding);
    return utf8(onWrong);
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0x3c && second === 0 && third !== 0 && fourth === 0) return "utf-16le";
  if (first === 0 && second === 0x3c && third === 0 && fourth !== 0) return "utf-16be";
  const declaration = new TextDecoder("latin1").decode(bytes.subarray(0, LONGEST_DECLARATION));
  const named = /^[^<]*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/u.exec(declaration)?.[1] ?? "utf-8";
  // A declaration that is readable one byte at a time is not in UTF-16, whatever it says.
  return /^(?:utf-?16|ucs-?2)/iu.test(named) ? "utf-8" : named;
}

function utf8(onWrong: (count: number) => void): Decoder {
  let kept = new Uint8Array();
  let first = true;
  const text = (bytes: Uint8Array): string => {
    const decoded = decodeUtf8(bytes);
    if (decoded.wrong > 0) onWrong(decoded.wrong);
    const own = first ? decoded.text.replace(/^\uFEFF/u, "") : decoded.text;
    if (bytes.length > 0) first = false;
    return own;
  };
  return {
    piece: (bytes) => {
      const all = kept.length > 0 ? joined(kept, bytes) : bytes;
      const whole = all.length - unfinishedBytes(all);
      kept = all.slice(whole);
      return text(all.subarray(0, whole));
    },
    end: (rest) => text(joined(kept, rest)),
  };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
