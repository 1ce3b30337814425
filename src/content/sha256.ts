/** The SHA-256 of bytes in base64, for pages and their worker. A build uses Node's own. */
export async function sha256(bytes: BufferSource): Promise<string> {
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))));
}
