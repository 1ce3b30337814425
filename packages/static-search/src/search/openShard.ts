import { BrokenShardError, DEFLATED, PLAIN } from "../format/files.ts";

/** Fetches the bytes of a file of the index by its name; rejects if it cannot be loaded, or the signal cancels it. */
export type FetchShard = (name: string, signal?: AbortSignal) => Promise<ArrayBuffer>;

/** The content of a shard, inflated if needed. @throws BrokenShardError */
export async function openShard(sealed: ArrayBuffer): Promise<Uint8Array> {
  const bytes = new Uint8Array(sealed);
  const content = bytes.slice(1);
  if (bytes[0] === PLAIN) return content;
  if (bytes[0] !== DEFLATED) throw new BrokenShardError("it is another kind of file");
  try {
    return await inflate(content);
  } catch (cause) {
    throw new BrokenShardError("it is incomplete or damaged", cause);
  }
}

/** Uses reader and writer instead of Blob and Response, which differ between browsers and the DOM of tests. */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new DecompressionStream("deflate-raw");
  const writer = stream.writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  const reader = stream.readable.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const read = async (): Promise<void> => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      chunks.push(value);
      length += value.length;
    }
  };
  await Promise.all([written, read()]);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
