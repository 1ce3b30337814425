import { CONFIRM_MINUTES, RESET_MINUTES } from "#content/accountRules.ts";
import type { Email } from "./mailer.ts";

/** What the emails need to know of the paper. */
export type Paper = { name: string; address: string };

/** Tokens stand behind "#", so that they reach neither a server's log nor another site. */
const link = ({ address }: Paper, page: string, token: string): string => `${address}account/${page}#${token}`;

export const verifyEmail = (paper: Paper, to: string, token: string): Email => ({
  to,
  subject: `Confirm your email address for ${paper.name}`,
  text: `Somebody, you we hope, gave this address for an account at ${paper.name}.

Confirm it by opening this page within ${CONFIRM_MINUTES} minutes:
${link(paper, "verify", token)}

If it was not you, do nothing: without this step the account cannot be used.
`,
});

/** For the address that an account is to have. Who reads it need not be who asked, so it names the account. */
export const changeEmail = (paper: Paper, { from, to }: { from: string; to: string }, token: string): Email => ({
  to,
  subject: `Confirm your new email address for ${paper.name}`,
  text: `Somebody who is signed in at ${paper.name} as ${from} wants to use this address for that account.

If it was you, confirm it within ${CONFIRM_MINUTES} minutes, in the same browser or with the password of that account:
${link(paper, "verify", token)}

If it was not you, do nothing, and the account will not have your address.
`,
});

export const resetEmail = (paper: Paper, to: string, token: string): Email => ({
  to,
  subject: `Choose a new password for ${paper.name}`,
  text: `Somebody asked for a new password for your account at ${paper.name}.

Choose one on this page. It works once, and for ${RESET_MINUTES} minutes:
${link(paper, "reset", token)}

Choosing it ends every session of your account and removes its passkeys. If it was not you, do nothing: your password stays as it is.
`,
});

export const existingEmail = (paper: Paper, to: string): Email => ({
  to,
  subject: `You have an account at ${paper.name} already`,
  text: `Somebody, perhaps you, tried to open an account at ${paper.name} with this address. It has one already.

Sign in, or ask for a new password:
${paper.address}account

If it was not you, nothing needs to be done.
`,
});

/** For the address that an account had until now. */
export const addressEmail = (paper: Paper, to: string): Email => ({
  to,
  subject: `Your account at ${paper.name} has another email address`,
  text: `The email address of your account at ${paper.name} was changed, and emails about it go to the new one from now on.

If it was you, nothing needs to be done. If it was not you, write to whoever runs the paper:
${paper.address}
`,
});

/** @param ended what was ended along with the old password */
export const passwordEmail = (paper: Paper, to: string, ended: string): Email => ({
  to,
  subject: `Your password at ${paper.name} was changed`,
  text: `The password of your account at ${paper.name} was changed, and ${ended}.

If it was you, nothing needs to be done. If not, ask for a new password:
${paper.address}account?forgot
`,
});

/** Who takes over a session could give the account a way in of their own, so its owner hears of it at once. */
export const passkeyEmail = (paper: Paper, to: string, change: "added" | "removed"): Email => ({
  to,
  subject: `A passkey was ${change} at ${paper.name}`,
  text: `A passkey was ${change === "added" ? "added to" : "removed from"} your account at ${paper.name}.

If it was you, nothing needs to be done. If not, end all other sessions, look through the passkeys and choose another password:
${paper.address}account
`,
});
