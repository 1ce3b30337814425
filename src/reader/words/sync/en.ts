import { counting } from "../counted.ts";

const { counted } = counting("en");

/** What is said about keeping a library in step with an account, in English. */
export const syncEn = {
  title: "Your library on all your devices",
  whatLeaves:
    "While this is on, the server of this paper keeps what you save, follow, mute, highlight, note and search for again, where you stopped reading, and your history unless it is paused. Nobody else gets it.",
  switchOn: "Keep my library in step on all my devices",
  beginning: "Your library is being brought in step.",
  lastInStep: "Last in step:",
  notInStep: "Your library is not in step.",
  waiting: (count: number) => counted(count, { one: "# change waits to be sent.", other: "# changes wait to be sent." }),
  tooLarge: (count: number) =>
    counted(count, {
      one: "# entry is too large for the server. It stays on this device only.",
      other: "# entries are too large for the server. They stay on this device only.",
    }),
  noRoom: (count: number) =>
    counted(count, {
      one: "Your account has no more room for # entry. It stays on this device only.",
      other: "Your account has no more room for # entries. They stay on this device only.",
    }),
  reasons: {
    connection: "There is no connection to the server. It goes on by itself when there is.",
    "signed-out": "You are signed out. It goes on when you sign in again.",
    "other-account":
      "The library on this device belongs to another account. To put it into yours, switch this off and on again on the account’s page.",
    "too-many": "The server asks to wait. It goes on by itself.",
    "disk-full": "The server has no more room. What you change is safe on this device.",
    device: "This browser keeps nothing, or has no more room for it.",
  },
  serverFailed: "The server failed. It is tried again by itself, and what you change is safe on this device.",
  leaveTitle: "Sign out",
  leaveText:
    "Your library is removed from this device: what you saved, follow, highlighted and read, the copies for reading offline, and your last searches. It stays in your account.",
  sending: "What you have changed is being sent.",
  allSent: "Everything that you have changed is in your account.",
  lost: (count: number) =>
    counted(count, {
      one: "# change is not in your account. If you sign out now, it is lost.",
      other: "# changes are not in your account. If you sign out now, they are lost.",
    }),
  leave: "Sign out and remove it",
  stay: "Stay signed in",
  leaveHint: "To keep your library on this device, switch off first that it is kept in step.",
};

export type SyncWords = typeof syncEn;
