import type { BlockOf } from "#content/blocks/block.ts";
import { dataFile, inSite } from "#content/paths.ts";
import { sweepKept } from "../device/kept/dropKept.ts";
import { type JobState, runJob, showJob } from "../device/kept/jobs.ts";
import { type KeptRecord, newRecord } from "../device/kept/keptRecord.ts";
import { deleteRecord, readRecord, writeRecord } from "../device/kept/records.ts";
import { freeSpace, isFull, requestPersistence } from "../device/kept/room.ts";
import { storeKept } from "../device/kept/storeKept.ts";
import { address, fileUrl } from "../edition/address.ts";
import type { Playable } from "./trackPlayer.ts";

/** What can be kept: a sound, or a film with its captions and its poster. */
export type Keepable = Playable & Partial<Pick<BlockOf<"video">, "type" | "poster">>;

/** The id of a kept recording: its address, which changes with its bytes; or a story's page, so that a new narration replaces the old. */
export const keptRecordingId = ({ url, kind }: Playable, page: string): string =>
  kind === undefined ? url : `${inSite(address().prefix, page)}#recording`;

/** Whether the recording at an address is on the device, or an older one: a story that was narrated again has another address. */
export async function keptAs(id: string, url: string): Promise<"here" | "older" | undefined> {
  const record = await readRecord(id);
  if (!record?.whole) return undefined;
  return record.files.includes(full(fileUrl(url))) ? "here" : "older";
}

/**
 * Stores a recording on the device, with the data of its page, which then opens offline. The service worker plays it from there.
 * It continues when the reader leaves the page; a job says how many bytes have arrived, and how it ended.
 * @param page its path in the edition
 * @param isUnasked whether the reader did not ask for it: then a failure is not shown
 */
export async function keepRecording(recording: Keepable, title: string, page: string, isUnasked = false): Promise<void> {
  const id = keptRecordingId(recording, page);
  const { size: total = 0 } = recording;
  const show = (state: JobState, done: number) => showJob(id, { state, done, total });
  await runJob(id, async (signal) => {
    show("running", 0);
    try {
      if ((await freeSpace()) < total) return isUnasked ? showJob(id, undefined) : show("full", 0);
      await requestPersistence();
      const files = await filesOf(recording, page, (done) => show("running", done), signal);
      await putAll({ ...newRecord(id, title, 0), path: inSite(address().prefix, page) }, files, signal);
      show("whole", total);
    } catch (error) {
      if (isUnasked) showJob(id, undefined);
      else show(signal.aborted ? "paused" : isFull(error) ? "full" : "failed", 0);
    }
  });
}

type Files = [url: string, bytes: Blob][];

async function filesOf(recording: Keepable, page: string, onBytes: (bytes: number) => void, signal: AbortSignal): Promise<Files> {
  const { url, sentences, type, captions = [], poster } = recording;
  const texts = [address().data + dataFile(page), ...(sentences === undefined ? [] : [fileUrl(sentences)])].map(full);
  const found = await Promise.all(texts.map(async (text): Promise<Files[number]> => [text, await json(text, signal)]));
  const isOurs = (file: string | undefined): file is string => file?.startsWith("/") === true;
  const beside = (files: (string | undefined)[]) =>
    files.filter(isOurs).map(async (file): Promise<Files[number]> => [full(fileUrl(file)), await small(full(fileUrl(file)), signal)]);
  const others = type === "video" ? await Promise.all(beside(captions.map((caption) => caption.url))) : [];
  // A film plays without its poster.
  const picture = type === "video" ? await Promise.all(beside([poster])).catch(() => []) : [];
  const sound = full(fileUrl(url));
  // The large file first: if there is no room for it, the page's data remains that of the recording before.
  return [[sound, await whole(sound, recording, onBytes, signal)], ...found, ...others, ...picture];
}

/** What was kept before in its place is removed once all of this is stored, or stays if that fails. */
async function putAll(record: KeptRecord, files: Files, signal: AbortSignal): Promise<void> {
  const { id } = record;
  const before = await readRecord(id);
  const names = files.map(([url]) => url);
  const bytes = files.reduce((sum, [, { size }]) => sum + size, 0);
  const both = { ...record, files: before?.files ?? [], bytes: before?.bytes ?? 0 };
  try {
    await storeKept(
      both,
      files.map(([url, content]) => ({ url, content })),
      signal,
    );
    await writeRecord({ ...record, files: names, bytes, whole: true });
  } catch (error) {
    await (before ? writeRecord(before) : deleteRecord(id));
    throw error;
  } finally {
    await sweepKept();
  }
}

async function json(url: string, signal: AbortSignal): Promise<Blob> {
  const text = await (await ask(url, signal)).text();
  // Neither half a file nor the page of a captive portal must be kept.
  JSON.parse(text);
  return new Blob([text], { type: "application/json" });
}

/** Captions or a poster, but not the page of a captive portal. */
async function small(url: string, signal: AbortSignal): Promise<Blob> {
  const blob = await (await ask(url, signal)).blob();
  if (/^text\/html\b/iu.test(blob.type) || blob.size === 0) throw new Error(`The server sent ${blob.type} for ${url}.`);
  return blob;
}

/** Hosts that do not know a type of recording send it as application/octet-stream. */
const SOUND = /^(?:audio\/|video\/|application\/(?:octet-stream|ogg)\b)/iu;

/** How many bytes are collected before they go into a Blob. */
const FOLD = 8_000_000;

/** Fetches a whole recording: neither half of one nor what a captive portal sends instead must be kept. */
async function whole(
  url: string,
  { size, mediaType = "application/octet-stream" }: Playable,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const answer = await ask(url, signal);
  const type = answer.headers.get("content-type");
  if (!answer.body || (type !== null && !SOUND.test(type))) throw new Error(`The server sent ${type ?? "nothing"} for ${url}.`);
  let pieces: BlobPart[] = [];
  let here = 0;
  let folded = 0;
  const reader = answer.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    pieces.push(piece.value);
    onBytes((here += piece.value.length));
    if (here - folded < FOLD) continue;
    // A film is larger than the memory of a phone; a browser may keep a Blob on disk.
    pieces = [new Blob(pieces)];
    folded = here;
  }
  if (size !== undefined && here !== size) throw new Error(`The server sent ${here} bytes for ${url}, which has ${size}.`);
  return new Blob(pieces, { type: mediaType });
}

/** Revalidates what is in the browser's own cache: it may come from another network. */
async function ask(url: string, signal: AbortSignal): Promise<Response> {
  const answer = await fetch(url, { signal, cache: "no-cache" });
  if (!answer.ok || answer.redirected) throw new Error(`The server answered ${answer.status} for ${url}, or led elsewhere.`);
  return answer;
}

const full = (url: string): string => new URL(url, location.href).href;
