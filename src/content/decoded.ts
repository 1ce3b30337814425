/** Percent-decodes a part of an address. If its encoding is invalid, it is returned unchanged. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Percent-decodes a whole address, except its delimiters ("/", "?", "#"). If its encoding is invalid, it is returned unchanged. */
export function decodedAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
