import { dataFile } from "#content/paths.ts";
import { cacheName, KEPT_HEADER } from "#content/serviceWorker.ts";
import { newRecord } from "../device/kept/record.ts";
import { writeRecord } from "../device/kept/records.ts";
import { askToStay } from "../device/kept/room.ts";
import { address, fileUrl } from "../edition/address.ts";
import type { Playable } from "./player.ts";

/** What a recording is kept by: its address in the site, which changes with its bytes. */
export const keptRecordingId = ({ url }: Playable): string => url;

/**
 * Puts a recording on the device with the data of its page, which opens without a connection then. The worker plays it from there.
 * @param page its path
 * @param onBytes told how many bytes are here
 * @throws where a file does not come, or the device is full
 */
export async function keepRecording(
  recording: Playable,
  title: string,
  page: string,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
) {
  await askToStay();
  const { url, sentences, mediaType = "application/octet-stream" } = recording;
  const sound = full(fileUrl(url));
  const blob = await whole(sound, mediaType, onBytes, signal);
  const others = [address().data + dataFile(page), ...(sentences === undefined ? [] : [fileUrl(sentences)])].map(full);
  const texts = await Promise.all(others.map((other) => whole(other, "application/json", () => {}, signal)));
  const cache = await caches.open(cacheName(address().base, "kept"));
  const all: [string, Blob][] = [
    [sound, blob],
    ...others.flatMap((other, at): [string, Blob][] => (texts[at] ? [[other, texts[at]]] : [])),
  ];
  const headers = { [KEPT_HEADER]: new Date().toISOString() };
  for (const [file, bytes] of all) await cache.put(file, new Response(bytes, { headers: { ...headers, "content-type": bytes.type } }));
  const bytes = all.reduce((sum, [, { size }]) => sum + size, 0);
  await writeRecord({
    ...newRecord(keptRecordingId(recording), title, 0),
    path: page,
    files: all.map(([file]) => file),
    bytes,
    whole: true,
  });
}

/** A file in whole: half of one must not be kept. */
async function whole(url: string, type: string, onBytes: (bytes: number) => void, signal: AbortSignal): Promise<Blob> {
  const answer = await fetch(url, { signal });
  if (!answer.ok || !answer.body) throw new Error(`The server answered ${answer.status} for ${url}.`);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let here = 0;
  const reader = answer.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    pieces.push(piece.value);
    onBytes((here += piece.value.length));
  }
  return new Blob(pieces, { type });
}

const full = (url: string): string => new URL(url, location.href).href;
