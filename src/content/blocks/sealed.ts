// Solutions of games are hidden from whoever looks into the source of a page, its data or a search. This is no encryption: a reader's
// browser has to reveal them.

/** Makes a text unreadable. The same text becomes the same sealed text, so that a build does not change what has not changed. */
export function seal(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const seed = bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5) | 1;
  const start = [24, 16, 8, 0].map((shift) => (seed >>> shift) & 255);
  return btoa([...start, ...mixed(bytes, seed)].map((byte) => String.fromCharCode(byte)).join(""));
}

/** Makes a sealed text readable. @returns undefined if it is no sealed text */
export function unseal(sealed: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(sealed), (character) => character.charCodeAt(0));
    const seed = bytes.subarray(0, 4).reduce((number, byte) => (number << 8) | byte, 0);
    return new TextDecoder("utf-8", { fatal: true }).decode(mixed(bytes.subarray(4), seed));
  } catch {
    return undefined;
  }
}

/** Each byte with one of a sequence of pseudorandom numbers (xorshift32; Marsaglia 2003, "Xorshift RNGs"): twice gives the bytes again. */
function mixed(bytes: Uint8Array, seed: number): Uint8Array<ArrayBuffer> {
  let state = seed;
  return Uint8Array.from(bytes, (byte) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return byte ^ (state & 255);
  });
}
