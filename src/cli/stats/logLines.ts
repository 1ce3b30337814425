import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { PassThrough, pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { CliError } from "../CliError.ts";

const GZIP = Buffer.from([0x1f, 0x8b]);

/**
 * The lines of a log, as a stream: a log may be larger than the memory. gzip is told by its first bytes, since standard input has no name.
 * @param file its path, or "-" for standard input
 * @throws CliError for a file that does not exist, other compressions, and after the last line of a file that is damaged or incomplete
 */
export async function* logLines(file: string): AsyncGenerator<string> {
  if (file !== "-" && !existsSync(file)) throw new CliError(`There is no log ${file}.`);
  const source: AsyncIterator<Buffer> = (file === "-" ? process.stdin : createReadStream(file))[Symbol.asyncIterator]();
  const { value: first, done } = await source.next();
  if (done === true) return;
  const isGzip = first.subarray(0, 2).equals(GZIP);
  if (!isGzip && first.includes(0)) throw new CliError(`${nameOfLog(file)} is neither text nor gzip. Decompress it first.`);
  const text = isGzip ? createGunzip() : new PassThrough();
  // The reader of the lines gets the error too.
  pipeline(Readable.from(chunksOf(first, source)), text, () => {});
  try {
    yield* createInterface({ input: text, crlfDelay: Infinity });
  } catch (cause) {
    throw new CliError(`${nameOfLog(file)} is damaged or incomplete: only the lines before that are counted.`, { cause });
  }
}

/** What a log is called in messages. */
export const nameOfLog = (file: string): string => (file === "-" ? "Standard input" : file);

async function* chunksOf(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
