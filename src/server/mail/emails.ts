import type { Letters } from "./letters.ts";
import type { Email } from "./mailer.ts";

/** What the emails need to know of the paper, and what they say in its language. */
export type Paper = { name: string; address: string; letters: Letters };

/** Whether an email can reach an account: one of X without an address has an address that nobody has. */
export const isReachable = (email: string): boolean => !email.endsWith(".invalid");

/** Tokens stand behind "#", so that they reach neither a server's log nor another site. */
const tokenLink = ({ address }: Paper, page: string, token: string): string => `${address}account/${page}#${token}`;

/** A letter as the paper's own: signed with its name and address. */
function letter(paper: Paper, to: string, name: string, values: { link: string; from?: string }, text = "text"): Email {
  const said = { paper: paper.name, ...values };
  return {
    to,
    subject: paper.letters.say(name, "subject", said),
    text: `${paper.letters.say(name, text, said)}\n\n${paper.name}\n${paper.address}\n`,
    language: paper.letters.language,
  };
}

export const verifyEmail = (paper: Paper, to: string, token: string): Email =>
  letter(paper, to, "verify", { link: tokenLink(paper, "verify", token) });

/** For the address that an account is to have. Whoever reads it need not be the one who asked, so it names the account. */
export const changeEmail = (paper: Paper, { from, to }: { from: string; to: string }, token: string): Email =>
  letter(paper, to, "change", { from, link: tokenLink(paper, "verify", token) });

export const resetEmail = (paper: Paper, to: string, token: string): Email =>
  letter(paper, to, "reset", { link: tokenLink(paper, "reset", token) });

export const existingEmail = (paper: Paper, to: string): Email => letter(paper, to, "existing", { link: `${paper.address}account` });

/** For the address that an account had until now. */
export const addressEmail = (paper: Paper, to: string): Email => letter(paper, to, "address", { link: paper.address });

/** @param how by someone signed in, which ends all other sessions; or by an email, which ends all of them and removes passkeys */
export const passwordEmail = (paper: Paper, to: string, how: "changed" | "reset"): Email =>
  letter(paper, to, "password", { link: `${paper.address}account?forgot` }, how);

/** Whoever takes over a session could give the account a way in of their own, so its owner hears of it at once. */
export const passkeyEmail = (paper: Paper, to: string, change: "added" | "removed"): Email =>
  letter(paper, to, change === "added" ? "passkeyAdded" : "passkeyRemoved", { link: `${paper.address}account` });

/** The recovery phrase and passkeys of before open nothing any more: whoever did not do that has to know while a device of theirs still holds the library. */
export const keyEmail = (paper: Paper, to: string): Email => letter(paper, to, "keyChanged", { link: `${paper.address}account` });

/** What a digest quotes of the paper. `more` is where all else is, where that is not all; `token` ends the digests. */
export type Digest = {
  stories: { headline: string; standfirst: string | undefined; address: string }[];
  more: string | undefined;
  token: string;
};

/** New stories, and how to get no more such emails: at one press in the mail program (RFC 8058), or on a page. */
export function digestEmail(paper: Paper, to: string, { stories, more, token }: Digest): Email {
  const { letters } = paper;
  const say = (part: string, link = "") => letters.say("digest", part, { paper: paper.name, link });
  const quoted = stories.map(({ headline, standfirst, address }) => [headline, standfirst, address].filter(Boolean).join("\n"));
  const parts = [say("text"), ...quoted, ...(more === undefined ? [] : [say("more", more)])];
  return {
    to,
    subject: say("subject"),
    text: `${parts.join("\n\n")}\n\n\n${say("leave", tokenLink(paper, "alerts/leave", token))}\n\n${paper.name}\n${paper.address}\n`,
    language: letters.language,
    headers: {
      "List-Unsubscribe": `<${paper.address}api/alerts/leave?token=${token}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  };
}
