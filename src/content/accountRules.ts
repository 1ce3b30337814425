/** The limits of accounts, which the server enforces and the reader's messages state. */

/** Characters of a password. OWASP ASVS 5.0, 6.2.1 and 6.2.9: at least 8, and long passwords are accepted. */
export const SHORTEST_PASSWORD = 8;
export const LONGEST_PASSWORD = 128;

/** How long the link in an email confirms an address. */
export const CONFIRM_MINUTES = 60;

/** How long the link in an email allows choosing a new password. */
export const RESET_MINUTES = 10;

/** How many passkeys an account can have. */
export const MOST_PASSKEYS = 20;
