import { counting } from "../../plurals.ts";

const { counted } = counting("en");

/** What is said about keeping a library in step with an account, in English. */
export const syncEn = {
  title: "Your library on all your devices",
  whatLeaves:
    "While this is on, this paper’s server stores what you save, follow, mute, highlight and note, your saved searches, where you stopped reading, and your history unless it is paused. Nobody else gets it.",
  switchOn: "Sync my library across all my devices",
  beginning: "Your library is being synced.",
  lastInStep: "Last synced:",
  notInStep: "Your library is not synced.",
  waiting: (count: number) => counted(count, { one: "# change is waiting to be sent.", other: "# changes are waiting to be sent." }),
  tooLarge: (count: number) =>
    counted(count, {
      one: "# entry is too large for the server. It stays on this device only.",
      other: "# entries are too large for the server. They stay on this device only.",
    }),
  noRoom: (count: number) =>
    counted(count, {
      one: "Your account has no room for # more entry. It stays on this device only.",
      other: "Your account has no room for # more entries. They stay on this device only.",
    }),
  reasons: {
    connection: "There is no connection to the server. Syncing resumes by itself.",
    "signed-out": "You are signed out. Syncing resumes when you sign in again.",
    "other-account":
      "The library on this device belongs to another account. To put it into yours, switch this off and on again on your account page.",
    "too-many": "The server is busy. Syncing resumes by itself.",
    "disk-full": "The server has run out of space. Your changes are safe on this device.",
    device: "This browser stores nothing, or has run out of space.",
  },
  serverFailed: "The server failed. Syncing is retried by itself, and your changes are safe on this device.",
  leaveTitle: "Sign out",
  leaveText:
    "Your library is removed from this device: what you saved, follow, highlighted and read, the copies for reading offline, and your last searches. It stays in your account.",
  sending: "Your changes are being sent.",
  allSent: "All your changes are in your account.",
  lost: (count: number) =>
    counted(count, {
      one: "# change is not in your account. If you sign out now, it is lost.",
      other: "# changes are not in your account. If you sign out now, they are lost.",
    }),
  leave: "Sign out and remove it",
  stay: "Stay signed in",
  leaveHint: "To keep your library on this device, switch off syncing first.",
};

export type SyncWords = typeof syncEn;
