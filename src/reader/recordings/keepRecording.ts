import type { BlockOf } from "#content/blocks/block.ts";
import { dataFile, inSite } from "#content/paths.ts";
import { cacheName, KEPT_HEADER } from "#content/serviceWorker.ts";
import { dropFiles } from "../device/kept/dropKept.ts";
import { type JobState, runJob, showJob } from "../device/kept/jobs.ts";
import { type KeptRecord, newRecord } from "../device/kept/record.ts";
import { deleteRecord, readRecord, writeRecord } from "../device/kept/records.ts";
import { askToStay, isFull, roomLeft } from "../device/kept/room.ts";
import { address, fileUrl } from "../edition/address.ts";
import type { Playable } from "./player.ts";

/** What can be kept: a sound, or a film with its captions and the picture that stands for it. */
export type Keepable = Playable & Partial<Pick<BlockOf<"video">, "type" | "poster">>;

/** What a recording is kept by: its address, which changes with its bytes; a story's own by its page, so that a new one takes the place of the old. */
export const keptRecordingId = ({ url, kind }: Playable, page: string): string =>
  kind === undefined ? url : `${inSite(address().prefix, page)}#recording`;

/** Whether the bytes at an address are on the device, or older ones: a story that was narrated anew has others. */
export async function keptAs(id: string, url: string): Promise<"here" | "older" | undefined> {
  const record = await readRecord(id);
  if (!record?.whole) return undefined;
  return record.files.includes(full(fileUrl(url))) ? "here" : "older";
}

/**
 * Puts a recording on the device with the data of its page, which opens without a connection then. The worker plays it from there.
 * It goes on when its page is left; a job says how many bytes are here, and how it ended.
 * @param page its path in the edition
 * @param isUnasked whether nobody pressed a key: then it is not said that it failed
 */
export async function keepRecording(recording: Keepable, title: string, page: string, isUnasked = false): Promise<void> {
  const id = keptRecordingId(recording, page);
  const { size: total = 0 } = recording;
  const show = (state: JobState, done: number) => showJob(id, { state, done, total });
  await runJob(id, async (signal) => {
    show("running", 0);
    try {
      if ((await roomLeft()) < total) return isUnasked ? showJob(id, undefined) : show("full", 0);
      await askToStay();
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
  const others = type === "video" ? await Promise.all(beside(captions.map((each) => each.url))) : [];
  // A film plays without the picture that stands for it.
  const picture = type === "video" ? await Promise.all(beside([poster])).catch(() => []) : [];
  const sound = full(fileUrl(url));
  // First what is large: where there is no room for it, the data of the page stays that of the recording before.
  return [[sound, await whole(sound, recording, onBytes, signal)], ...found, ...others, ...picture];
}

/**
 * What was kept before in its place goes when all of this is here, or stays where that fails. The record
 * comes first: what is on the device can be removed, also where a tab is closed.
 */
async function putAll(record: KeptRecord, files: Files, signal: AbortSignal): Promise<void> {
  const { id } = record;
  const before = await readRecord(id);
  const old = before?.files ?? [];
  const names = files.map(([file]) => file);
  const bytes = files.reduce((sum, [, { size }]) => sum + size, 0);
  try {
    await writeRecord({ ...record, files: [...new Set([...names, ...old])], bytes: bytes + (before?.bytes ?? 0) });
    const cache = await caches.open(cacheName(address().base, "kept"));
    for (const [file, blob] of files) {
      signal.throwIfAborted();
      const headers = { [KEPT_HEADER]: new Date().toISOString(), "content-type": blob.type };
      await cache.put(file, new Response(blob, { headers }));
    }
    signal.throwIfAborted();
    await writeRecord({ ...record, files: names, bytes, whole: true });
  } catch (error) {
    await (before ? writeRecord(before) : deleteRecord(id));
    await dropFiles(names);
    throw error;
  }
  await dropFiles(old);
}

async function json(url: string, signal: AbortSignal): Promise<Blob> {
  const text = await (await ask(url, signal)).text();
  // Half a file must not be kept, nor the page of a hotel's network.
  JSON.parse(text);
  return new Blob([text], { type: "application/json" });
}

/** Captions, or the picture that stands for a film: no page of a hotel's network. */
async function small(url: string, signal: AbortSignal): Promise<Blob> {
  const blob = await (await ask(url, signal)).blob();
  if (/^text\/html\b/iu.test(blob.type) || blob.size === 0) throw new Error(`The server sent ${blob.type} for ${url}.`);
  return blob;
}

/** Hosts that do not know a kind of recording send it as plain bytes. */
const SOUND = /^(?:audio\/|video\/|application\/(?:octet-stream|ogg)\b)/iu;

/** In bytes. */
const FOLD = 8_000_000;

/** A recording in whole: half of one must not be kept, nor what another network sends in its place. */
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
    // A film is larger than the memory of a phone; what is in a Blob may lie on its disk.
    pieces = [new Blob(pieces)];
    folded = here;
  }
  if (size !== undefined && here !== size) throw new Error(`The server sent ${here} bytes for ${url}, which has ${size}.`);
  return new Blob(pieces, { type: mediaType });
}

/** What the browser's own cache has is not taken unasked: it may be of another network. */
async function ask(url: string, signal: AbortSignal): Promise<Response> {
  const answer = await fetch(url, { signal, cache: "no-cache" });
  if (!answer.ok || answer.redirected) throw new Error(`The server answered ${answer.status} for ${url}, or led elsewhere.`);
  return answer;
}

const full = (url: string): string => new URL(url, location.href).href;
