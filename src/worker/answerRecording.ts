import { match, nameOf } from "./caches.ts";

/** Serves ranges of a recording that the reader chose to keep. Other recordings come from the server, and are not stored. */
export async function answerRecording({ request }: { request: Request }): Promise<Response> {
  const kept = await match(nameOf("kept"), request.url);
  if (!kept) return fetch(request);
  const range = request.headers.get("range");
  return range === null ? kept : pieceOf(kept, range);
}

/** One range of bytes (RFC 9110, section 14.1.2). For an invalid range or several, the whole may be sent (section 14.2). */
async function pieceOf(kept: Response, range: string): Promise<Response> {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/iu.exec(range) ?? [];
  const isSuffix = first === "";
  if (last === "" ? isSuffix : !isSuffix && Number(last) < Number(first)) return kept;
  const blob = await kept.blob();
  const { size } = blob;
  const start = isSuffix ? Math.max(0, size - Number(last)) : Number(first);
  const end = isSuffix || last === "" ? size : Math.min(size, Number(last) + 1);
  if (start >= end) return new Response(null, { status: 416, headers: { "content-range": `bytes */${size}` } });
  const headers = new Headers(kept.headers);
  headers.set("content-range", `bytes ${start}-${end - 1}/${size}`);
  headers.set("content-length", String(end - start));
  return new Response(blob.slice(start, end), { status: 206, headers });
}
