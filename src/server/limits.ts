import { CONFIRM_MINUTES, RESET_MINUTES } from "#content/accountRules.ts";

/** How many attempts are allowed within how many seconds. */
export type Limit = { most: number; seconds: number };

/** In seconds. */
const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The limit of each kind of attempt. How many emails a network can cause in a day is a setting. */
export const LIMITS = {
  // For one network.
  "sign-up": { most: 10, seconds: 10 * MINUTE },
  "sign-in": { most: 20, seconds: 10 * MINUTE },
  forgot: { most: 10, seconds: 10 * MINUTE },
  reset: { most: 20, seconds: 10 * MINUTE },
  verify: { most: 20, seconds: 10 * MINUTE },
  twitter: { most: 20, seconds: 10 * MINUTE },
  passkey: { most: 40, seconds: 10 * MINUTE },
  faults: { most: 30, seconds: 10 * MINUTE },
  newsletter: { most: 10, seconds: 10 * MINUTE },
  "renewed subscription": { most: 60, seconds: 10 * MINUTE },

  // For one account.
  sync: { most: 120, seconds: MINUTE },
  export: { most: 20, seconds: HOUR },
  password: { most: 10, seconds: 10 * MINUTE },
  "password to confirm": { most: 10, seconds: HOUR },
  "new address": { most: 5, seconds: HOUR },
  "library key": { most: 20, seconds: 10 * MINUTE },
  alerts: { most: 60, seconds: 10 * MINUTE },
  membership: { most: 120, seconds: 10 * MINUTE },
  // To ask for one, to add it, and to remove one.
  "new passkey": { most: 40, seconds: 10 * MINUTE },

  // Wrong passwords for one address: from all browsers together, and from one that has signed in with it before.
  "wrong password": { most: 50, seconds: HOUR },
  "wrong password here": { most: 20, seconds: HOUR },

  // Emails to one address that somebody who is not signed in can cause. Each kind has its own limit.
  // Whenever none is sent, the link in the last one is still valid.
  // Those to confirm it are counted for each network too, so that nobody else uses up those of the address's owner.
  "email to confirm": { most: 2, seconds: CONFIRM_MINUTES * MINUTE },
  "emails to confirm": { most: 10, seconds: CONFIRM_MINUTES * MINUTE },
  "email to change": { most: 2, seconds: CONFIRM_MINUTES * MINUTE },
  "newsletter email": { most: 2, seconds: DAY },
  "email to reset": { most: 1, seconds: RESET_MINUTES * MINUTE },
} as const satisfies Record<string, Limit>;

export type Limited = keyof typeof LIMITS;

/** The key under which attempts are counted. @param by the network, account or address */
export const attemptKey = (what: Limited | "email", by: string): string => `${what} by ${by}`;
