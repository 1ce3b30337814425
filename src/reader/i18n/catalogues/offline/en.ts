import { counting } from "../../plurals.ts";

const { counted, size } = counting("en");

/** What is said about reading without a connection, about new versions and new stories, in English. */
export const offlineEn = {
  size,
  onThisDevice: "On this device",
  offlineTitle: "You are offline. Here is what is on this device",
  offlineText: "What is listed here opens without a connection. The rest will load by itself when the connection is back.",
  onDeviceText: "What is listed here opens without a connection: stories that you have opened or kept, and some fetched ahead.",
  nothingOnDevice: "There is nothing here yet. Stories that you open will stay readable without a connection.",
  onDeviceNeedsScript: "Only JavaScript can tell what is on this device, and it is switched off. These pages can be read without it:",
  fromDevice: (time: string) => `No connection. Showing what is on this device, from ${time}.`,
  fromDeviceSlow: (time: string) => `The server is not responding. Showing what is on this device, from ${time}.`,
  storiesOnDevice: "Stories",
  listsOnDevice: "Pages",
  keptByYou: "Kept by you",
  spaceUsed: (size: string) => `${size} used on this device.`,
  removeAll: "Remove everything",
  keepEdition: "Keep the whole edition offline",
  keepStories: "Keep these stories offline",
  keepIntro: "They can then be read without a connection, with their pictures.",
  keepSize: (stories: string, size: string) => `${stories}, about ${size}`,
  keepRoom: (size: string) => `This device has room for ${size}.`,
  keepNewest: (stories: string) => `There is not enough room for all of them. The newest will be kept: ${stories}.`,
  keepStart: "Keep on this device",
  keepResume: "Resume",
  keepOf: (done: string, all: string) => `${done} of ${all} stories`,
  keepEditionIntro:
    "All stories with their pictures, the front page, all lists, topics, places, authors and the archive will then open without a connection, and search will cover them.",
  keepEditionDone: "All stories, lists, indexes and the archive are on this device.",
  keepBegun: "The stories are being fetched.",
  keepDone: "All of it is on this device.",
  keepFailed: "Not everything could be fetched. Check the connection and try again.",
  keepRemove: "Remove from this device",
  updateReady: "A new version of the reader is ready",
  reload: "Reload",
  newStories: (count: number) => counted(count, { one: "# new story", other: "# new stories" }),
  newStoriesAtLeast: (count: number) => counted(count, { other: "More than # new stories" }),
  storyUpdated: "This story has been updated",
  show: "Show",
  changedSince: (date: string) => `This story has changed since you read it on ${date}.`,
  showChanges: "Show what changed",
  hideChanges: "Hide what changed",
  whatChanged: "What changed",
  searchOffline: "You are offline, and this part of the index is not on this device.",
};

export type OfflineWords = typeof offlineEn;
