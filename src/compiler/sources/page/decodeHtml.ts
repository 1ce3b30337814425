import { decode } from "../decode.ts";

/** The text of a page: by its byte order mark, else as its `meta` says, else UTF-8 or Windows-1252 (WHATWG HTML, 13.2.3.2). */
export function decodeHtml(bytes: Uint8Array): string {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const named = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(start)?.[1]?.toLowerCase();
  const hasMark = /^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)/u.test(start);
  // A declaration that could be read byte by byte is not UTF-16, whatever it says.
  if (hasMark || named === undefined || /^utf-?(?:8|16)/u.test(named)) return decode(bytes).text;
  try {
    return new TextDecoder(named).decode(bytes).replace(/\r\n?/gu, "\n");
  } catch {
    return decode(bytes).text;
  }
}
