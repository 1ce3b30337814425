import * as v from "valibot";
import { cachePrefix } from "#content/serviceWorker.ts";
import { LibraryValues, type LibraryValue, MOST_QUEUED } from "#content/library/libraryRecord.ts";
import { changeLibrary, library } from "../../data/library/library.ts";
import { librarySettings } from "../../data/library/librarySettings.ts";
import { libraryOf } from "../../data/library/useLibrary.ts";
import { deviceValue } from "../../device/deviceValue.ts";
import { storedItem, storeItem } from "../../store/storage.ts";
import { address } from "../../edition/address.ts";
import { isPlayable, nextPlayable } from "./playable.ts";
import { AT_START, type PlayerState } from "./playerState.ts";
import { minutesOf } from "./queued.ts";

export type KeptQueue = LibraryValue<"listening">;

/** The id of the only record of its kind. */
const ID = "queue";

/** How many stories before the current one are kept. */
const BEFORE = 20;

/** The place by paragraph, outside the library: a closing page has no time to write to that, and not every paragraph needs to be synced. */
const onDevice = deviceValue<KeptQueue | undefined>(
  () => `${cachePrefix(address().base)}queue${address().prefix}`,
  (found) => v.parse(v.fallback(v.optional(LibraryValues.listening), undefined), found),
);

/** Keeps a queue and the place in it. */
export function keepQueue(now: PlayerState, before: PlayerState | undefined): void {
  if (!isToKeep(now)) return;
  const isNew = before?.story.slug !== now.story.slug || before.queue.length !== now.queue.length;
  if (isNew || before.part !== now.part) onDevice.keep(valueOf(now));
  if (isNew || (now.status === "paused" && before.status === "playing")) keepInLibrary(now);
}

/** Keeps the place at which the player was closed. */
export function keepClosed(last: PlayerState): void {
  if (isToKeep(last)) dismissQueue(keepInLibrary(last));
}

function keepInLibrary(now: PlayerState): KeptQueue {
  const value = valueOf(now);
  onDevice.keep(value);
  void changeLibrary("listening", ID, value);
  return value;
}

/** Where the tab notes the queue that it need not offer again: it was offered, or the reader closed the player. */
const DISMISSED = "broadsheet-queue-offered";

export const dismissQueue = ({ at }: KeptQueue): void => void storeItem("sessionStorage", DISMISSED, String(at));
export const isDismissed = ({ at }: KeptQueue): boolean => storedItem("sessionStorage", DISMISSED) === String(at);

/** Forgets a queue that was heard to the end. */
export function forgetQueue(heard: PlayerState | undefined): void {
  if (!heard || !isQueue(heard)) return;
  forgetPlace();
  void changeLibrary("listening", ID, null);
}

export const forgetPlace = (): void => onDevice.keep(undefined);

/** A single story is not a queue. Nothing is kept while the reader has paused the history, or in a browser that does not store the library. */
const isToKeep = (state: PlayerState): boolean => isQueue(state) && librarySettings().history && library().trouble() !== "denied";

const isQueue = ({ queue, older }: PlayerState): boolean => queue.length > 1 || older !== undefined;

function valueOf({ queue, index, part, parts, sentence, recording, time, older }: PlayerState): KeptQueue {
  const from = Math.max(0, index - BEFORE);
  const stories = queue.slice(from, from + MOST_QUEUED);
  const place = { index: index - from, part, parts: parts.length, sentence };
  const played = recording && time !== undefined && { time: Math.floor(time) };
  return { stories, ...place, ...played, ...(older && { older }), at: Date.now() };
}

/** The queue last listened to, on this device or a synced one. Undefined if it was heard to the end. */
export function keptQueue(): KeptQueue | undefined {
  const here = onDevice.read();
  const inLibrary = libraryOf("listening").get(ID);
  // Heard to the end on another device, or deleted with the library.
  if (!inLibrary) return undefined;
  const newer = here && here.at > inLibrary.at ? here : inLibrary;
  const index = nextPlayable(newer.stories, newer.index);
  if (index === undefined) return undefined;
  return index === newer.index ? newer : { ...newer, index, ...AT_START };
}

/** Whether it was kept on this device, not on a synced one. */
export const isOfThisDevice = ({ at }: KeptQueue): boolean => onDevice.read()?.at === at;

/** How many minutes of a queue are left. Undefined unless that is known for every story. */
export function minutesLeft({ stories, index, part, parts, time }: KeptQueue): number | undefined {
  const current = stories[index]?.minutes ?? 0;
  const left = minutesOf(stories.slice(index).filter(isPlayable));
  const heard = time === undefined ? current * (parts > 0 ? part / parts : 0) : time / 60;
  return left === undefined ? undefined : Math.max(1, Math.round(left - heard));
}
