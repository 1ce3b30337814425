import * as v from "valibot";
import { cachePrefix } from "#content/serviceWorker.ts";
import { LibraryValues, type LibraryValue, MOST_QUEUED } from "#content/library/record.ts";
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

/** The one record of its kind. */
const ID = "queue";

/** Stories before the present one that are kept. */
const BEFORE = 20;

/** The place to the paragraph: a page that goes has no time left to write into the library, and a sync need not hear of every one. */
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

/** Keeps where the player was closed. */
export function keepClosed(last: PlayerState): void {
  if (isToKeep(last)) doneWith(keepInLibrary(last));
}

function keepInLibrary(now: PlayerState): KeptQueue {
  const value = valueOf(now);
  onDevice.keep(value);
  void changeLibrary("listening", ID, value);
  return value;
}

/** Where the tab notes what it need not offer: what it has offered, and what its reader has closed. */
const DONE_WITH = "broadsheet-queue-offered";

export const doneWith = ({ at }: KeptQueue): void => void storeItem("sessionStorage", DONE_WITH, String(at));
export const isDoneWith = ({ at }: KeptQueue): boolean => storedItem("sessionStorage", DONE_WITH) === String(at);

/** A queue that was heard to its end is forgotten. */
export function forgetQueue(heard: PlayerState | undefined): void {
  if (!heard || !isQueue(heard)) return;
  forgetPlace();
  void changeLibrary("listening", ID, null);
}

export const forgetPlace = (): void => onDevice.keep(undefined);

/** One story alone is no queue. Whoever pauses the history wants no trace of what they hear, and a browser that keeps no library is to keep no queue either. */
const isToKeep = (state: PlayerState): boolean => isQueue(state) && librarySettings().history && library().trouble() !== "denied";

const isQueue = ({ queue, older }: PlayerState): boolean => queue.length > 1 || older !== undefined;

function valueOf({ queue, index, part, parts, sentence, recording, time, older }: PlayerState): KeptQueue {
  const from = Math.max(0, index - BEFORE);
  const stories = queue.slice(from, from + MOST_QUEUED);
  const place = { index: index - from, part, parts: parts.length, sentence };
  const played = recording && time !== undefined && { time: Math.floor(time) };
  return { stories, ...place, ...played, ...(older && { older }), at: Date.now() };
}

/** What was being listened to last, on this device or on one that is synced with it. Undefined where it was heard to its end. */
export function keptQueue(): KeptQueue | undefined {
  const here = onDevice.read();
  const inLibrary = libraryOf("listening").get(ID);
  // Ended elsewhere, or taken away with the library.
  if (!inLibrary) return undefined;
  const newer = here && here.at > inLibrary.at ? here : inLibrary;
  const index = nextPlayable(newer.stories, newer.index);
  if (index === undefined) return undefined;
  return index === newer.index ? newer : { ...newer, index, ...AT_START };
}

/** Whether it is of this device, and not of another that is synced with it. */
export const isOfThisDevice = ({ at }: KeptQueue): boolean => onDevice.read()?.at === at;

/** How much is left of a queue, in minutes, where that is known of each story. */
export function minutesLeft({ stories, index, part, parts, time }: KeptQueue): number | undefined {
  const current = stories[index]?.minutes ?? 0;
  const left = minutesOf(stories.slice(index).filter(isPlayable));
  const heard = time === undefined ? current * (parts > 0 ? part / parts : 0) : time / 60;
  return left === undefined ? undefined : Math.max(1, Math.round(left - heard));
}
