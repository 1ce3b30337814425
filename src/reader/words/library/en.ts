import { counting } from "../counted.ts";
import { isolated } from "../isolated.ts";

const { counted } = counting("en");
const named = (name: string): string => isolated(name, "ltr");

/** What is said about the reader's library, in English. */
export const libraryEn = {
  yourPages: "Your pages",
  withCount: (name: string, count: number) => `${name} (${count})`,
  libraryNeedsScript:
    "What belongs to you is kept in your browser, and showing it needs JavaScript, which is switched off. Reading does not.",
  nothingSaved: "Nothing is saved yet. “Save” beside a story keeps it here with its pictures, also for reading without a connection.",
  allOffline: (stories: string) => `All of it is on this device and can be read without a connection: ${stories}.`,
  someOffline: (here: string, all: string) => `${here} of ${all} stories can be read without a connection.`,
  keepOffline: "Keep for reading offline",
  removeWhenRead: "Remove when read",
  savedAt: (date: string) => `Saved on ${date}`,
  savedToday: "Saved today",
  readSoFar: "Read so far",
  minutesLeft: (count: number) => counted(count, { other: "# min left" }),
  wasRead: "Read",
  remove: "Remove",
  removeOf: (name: string) => `Remove “${named(name)}”`,
  removed: (name: string) => `Removed: ${named(name)}`,
  undo: "Undo",
  nowSaved: "Saved on this device",
  listenToAll: "Listen to all",
  showMore: "Show more",
  continueReading: "Continue reading",
  stoppedAt: (paragraph: number, count: number) => `You stopped at paragraph ${paragraph} of ${count}.`,
  goOn: "Go on",
  nothingFollowed: "You follow nothing yet. “Follow” on the page of a topic, section, author or place brings its new stories here.",
  newCount: (count: number) => counted(count, { other: "# new" }),
  newCountMore: (count: number) => counted(count, { other: "more than # new" }),
  newSinceVisit: "New since your last visit",
  savedSearches: "Saved searches",
  nothingNewSince: "Nothing new since your last visit.",
  earlierStories: "Earlier",
  followed: "What you follow",
  stopFollowing: "Stop following",
  nowFollowed: (name: string) => `You follow ${named(name)}`,
  noLonger: (name: string) => `You no longer follow ${named(name)}`,
  nowMuted: (name: string) => `Stories about ${named(name)} are hidden`,
  noLongerMuted: (name: string) => `Stories about ${named(name)} are shown again`,
  hiddenStory: (name: string) => `Hidden: ${named(name)}`,
  mutedIntro: "Stories about these are hidden in lists, on the front page and in search, with a way to see them after all.",
  unmute: "Show again",
  nothingHighlighted: "You have highlighted nothing yet. Select words in a story, and choose a colour.",
  passageMoved: "These words are not in the story any more, or not where they were.",
  historyIntro: "The stories that you have opened. They stay on this device, unless you keep your library in step with an account.",
  keepHistory: "Keep a history",
  historyPaused: "The history is paused. What you open now is not noted.",
  nothingRead: "You have opened no story yet, or the history was cleared.",
  clearHistory: "Clear the history",
  historyCleared: "The history is cleared",
  trouble: {
    denied: "This browser keeps nothing for this page, as in some private windows. What you save lasts until you close it.",
    full: "There is no more room on this device. What you change now lasts until you close this page; remove something, and it is kept again.",
    lost: "The browser has taken away what it kept for this page. What you see here lasts until you close it; load the page anew to start again.",
  },
};

export type LibraryWords = typeof libraryEn;
