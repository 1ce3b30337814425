import { expect, test } from "vitest";
import { readWords } from "#compiler/features/words/readWords.ts";
import { emailMessages } from "#server/mail/emailMessages.ts";
import {
  addressEmail,
  changeEmail,
  digestEmail,
  existingEmail,
  isReachable,
  keyEmail,
  passkeyEmail,
  passwordEmail,
  resetEmail,
  verifyEmail,
} from "#server/mail/emails.ts";

const paper = {
  name: "The Paper",
  address: "https://paper.example/",
  home: "https://paper.example/",
  messages: emailMessages(readWords("en").mail),
};
const to = "reader@example.org";

test("each email has its kind, how long it is of use, and where it leads", () => {
  const all = [
    verifyEmail(paper, to, "token"),
    changeEmail(paper, { from: "old@example.org", to }, "token"),
    resetEmail(paper, to, "token"),
    existingEmail(paper, to),
    addressEmail(paper, to),
    passwordEmail(paper, to, "changed"),
    passwordEmail(paper, to, "reset"),
    passkeyEmail(paper, to, "added"),
    passkeyEmail(paper, to, "removed"),
    keyEmail(paper, to),
  ];
  expect(all.map(({ kind, minutes, subject, text }) => [kind, minutes, subject, /https:\S+/u.exec(text)?.[0]].join(" | "))).toEqual([
    "verify | 60 | Confirm your email address for The Paper | https://paper.example/account/verify#token",
    "change | 60 | Confirm your new email address for The Paper | https://paper.example/account/verify#token",
    "reset | 10 | Choose a new password for The Paper | https://paper.example/account/reset#token",
    "existing | 1440 | You already have an account at The Paper | https://paper.example/account",
    "address | 1440 | The email address of your account at The Paper was changed | https://paper.example/",
    "password | 1440 | Your password at The Paper was changed | https://paper.example/account?forgot",
    "password | 1440 | Your password at The Paper was changed | https://paper.example/account?forgot",
    "passkeyAdded | 1440 | A passkey was added at The Paper | https://paper.example/account",
    "passkeyRemoved | 1440 | A passkey was removed at The Paper | https://paper.example/account",
    "keyChanged | 1440 | The key of your library at The Paper was changed | https://paper.example/account",
  ]);
  for (const { to: sentTo, text, language } of all) {
    expect([sentTo, language]).toEqual([to, "en"]);
    expect(text.endsWith("\n\nThe Paper\nhttps://paper.example/\n")).toBe(true);
  }
});

test("a digest has its stories, and two ways to leave", () => {
  const stories = [
    { headline: "One", standfirst: "First", address: "https://paper.example/article/one" },
    { headline: "Two", standfirst: undefined, address: "https://paper.example/article/two" },
  ];
  expect(digestEmail(paper, to, { stories, more: "https://paper.example/following", token: "t" })).toEqual({
    to: "reader@example.org",
    subject: "New in what you follow at The Paper",
    text: "New stories in the subjects of your alerts:\n\nOne\nFirst\nhttps://paper.example/article/one\n\nTwo\nhttps://paper.example/article/two\n\nThere are more on this page:\nhttps://paper.example/following\n\n\nYou get this email because you asked for it in your account. To stop receiving it, open this page and press the button:\nhttps://paper.example/account/alerts/leave#t\n\nThe Paper\nhttps://paper.example/\n",
    language: "en",
    headers: {
      "List-Unsubscribe": "<https://paper.example/api/alerts/leave?token=t>",
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  });
  expect(digestEmail(paper, to, { stories, more: undefined, token: "t" }).text).not.toContain("/following");
});

test("a placeholder for an address cannot be reached", () => {
  expect([isReachable("1@twitter.invalid"), isReachable(to)]).toEqual([false, true]);
});
