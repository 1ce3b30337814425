/** The SHA-256 of bytes, in base64: the same in a page and in its worker. The build makes it with Node's own. */
export async function sha256(bytes: BufferSource): Promise<string> {
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))));
}
