/** The text that base64 encodes; undefined if it is not base64 or not text. */
export function fromBase64(written: string): string | undefined {
  const base64 = written.replace(/\s+/gu, "");
  if (base64 === "" || !/^[A-Za-z0-9+/]+={0,2}$/u.test(base64)) return undefined;
  const text = Buffer.from(base64, "base64").toString("utf8");
  return text.includes("\uFFFD") ? undefined : text;
}
