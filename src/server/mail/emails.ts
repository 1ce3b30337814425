import { CONFIRM_MINUTES, RESET_MINUTES } from "#content/accountRules.ts";
import type { EmailMessages } from "./emailMessages.ts";
import type { Email } from "./mailer.ts";
import type { QueuedEmail } from "./mailQueue.ts";

/** The paper's name, address and words for emails; `home` is the address of the front page of the edition. */
export type Paper = { name: string; address: string; home: string; messages: EmailMessages };

/** Whether an email can reach an account: one from X may have a placeholder instead of an address. */
export const isReachable = (email: string): boolean => !email.endsWith(".invalid");

/** Tokens follow "#", so that they reach neither a server's log nor another site. */
const accountPage = ({ home }: Paper, rest = ""): string => `${home.replace(/\/$/u, "")}/account${rest}`;
const tokenLink = (paper: Paper, page: string, token: string): string => accountPage(paper, `/${page}#${token}`);

/** How long emails with a link that expires are of use, in minutes. Others only tell of something, and are for a day. */
const A_DAY = 24 * 60;
const MINUTES: Record<string, number> = {
  verify: CONFIRM_MINUTES,
  change: CONFIRM_MINUTES,
  reset: RESET_MINUTES,
  subscription: 2 * A_DAY,
};

/** An email signed with the paper's name and address. */
function email(paper: Paper, to: string, name: string, values: { link: string; from?: string }, text = "text"): QueuedEmail {
  const said = { paper: paper.name, ...values };
  return {
    to,
    kind: name,
    minutes: MINUTES[name] ?? A_DAY,
    subject: paper.messages.say(name, "subject", said),
    text: `${paper.messages.say(name, text, said)}\n\n${paper.name}\n${paper.home}\n`,
    language: paper.messages.language,
  };
}

export const verifyEmail = (paper: Paper, to: string, token: string): QueuedEmail =>
  email(paper, to, "verify", { link: tokenLink(paper, "verify", token) });

/** To the new address of an account. Its reader may not be the person who asked for the change, so it names the account. */
export const changeEmail = (paper: Paper, { from, to }: { from: string; to: string }, token: string): QueuedEmail =>
  email(paper, to, "change", { from, link: tokenLink(paper, "verify", token) });

export const resetEmail = (paper: Paper, to: string, token: string): QueuedEmail =>
  email(paper, to, "reset", { link: tokenLink(paper, "reset", token) });

export const existingEmail = (paper: Paper, to: string): QueuedEmail => email(paper, to, "existing", { link: accountPage(paper) });

/** To the former address of an account. */
export const addressEmail = (paper: Paper, to: string): QueuedEmail => email(paper, to, "address", { link: paper.home });

/** @param how changed by somebody signed in, which ends other sessions; or reset by email, which ends all sessions and removes passkeys */
export const passwordEmail = (paper: Paper, to: string, how: "changed" | "reset"): QueuedEmail =>
  email(paper, to, "password", { link: accountPage(paper, "?forgot") }, how);

/** Somebody who has hijacked a session could add a passkey of their own, so the account's owner is told at once. */
export const passkeyEmail = (paper: Paper, to: string, change: "added" | "removed"): QueuedEmail =>
  email(paper, to, change === "added" ? "passkeyAdded" : "passkeyRemoved", { link: accountPage(paper) });

/** The former recovery phrase and passkeys no longer work: an owner who did not do that must know while a device still has the library. */
export const keyEmail = (paper: Paper, to: string): QueuedEmail => email(paper, to, "keyChanged", { link: accountPage(paper) });

/** To whoever is named in the form of the newsletter. */
export const subscriptionEmail = (paper: Paper, to: string, link: string): QueuedEmail => email(paper, to, "subscription", { link });

/** The content of a digest. `more` is the address of the remaining stories, if there are any; `token` unsubscribes. */
export type Digest = {
  stories: { headline: string; standfirst: string | undefined; address: string }[];
  more: string | undefined;
  token: string;
};

/** New stories, and how to unsubscribe: with one click in the mail program (RFC 8058), or on a page. */
export function digestEmail(paper: Paper, to: string, { stories, more, token }: Digest): Email {
  const { messages } = paper;
  const say = (part: string, link = "") => messages.say("digest", part, { paper: paper.name, link });
  const quoted = stories.map(({ headline, standfirst, address }) => [headline, standfirst, address].filter(Boolean).join("\n"));
  const parts = [say("text"), ...quoted, ...(more === undefined ? [] : [say("more", more)])];
  return {
    to,
    subject: say("subject"),
    text: `${parts.join("\n\n")}\n\n\n${say("leave", tokenLink(paper, "alerts/leave", token))}\n\n${paper.name}\n${paper.home}\n`,
    language: messages.language,
    headers: {
      "List-Unsubscribe": `<${paper.address}api/alerts/leave?token=${token}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  };
}
