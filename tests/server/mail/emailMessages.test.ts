import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LANGUAGES } from "#compiler/features/words/ownWords.ts";
import { readWords } from "#compiler/features/words/readWords.ts";
import { type Accounts, newAddress, openAccounts, PASSWORD } from "../../support/accounts.ts";
import * as emails from "../../../src/server/mail/emails.ts";
import { emailMessages } from "../../../src/server/mail/emailMessages.ts";

const { addressEmail, changeEmail, digestEmail, existingEmail, passkeyEmail, passwordEmail, resetEmail, verifyEmail } = emails;

const digest = {
  stories: [{ headline: "Tea", standfirst: undefined, address: "https://example.org/article/tea" }],
  more: "https://example.org/following",
  token: "token",
};

describe.each(LANGUAGES)("emails in %s", (language) => {
  const paper = {
    name: "De Courant",
    address: "https://example.org/",
    home: "https://example.org/",
    messages: emailMessages(readWords(language).mail),
  };
  const to = "reader@example.org";

  it("name the paper in subject and text, are signed by it, and lead to its site", () => {
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
      digestEmail(paper, to, digest),
    ];
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
    for (const email of all) {
      expect(email.language).toBe(language);
      expect(email.subject).toContain("De Courant");
      expect(email.text).toMatch(/\nhttps:\/\/example\.org\/[^]*\n\nDe Courant\nhttps:\/\/example\.org\/\n$/u);
      expect(email.subject + email.text).not.toMatch(/[{}]|undefined/u);
    }
    expect(all[1]?.text).toContain("old@example.org");
    expect(all[0]?.text).toContain("\nhttps://example.org/account/verify#token\n");
    expect(all[0]?.text).toContain("60");
  });
});

describe("a Dutch paper's server", () => {
  let accounts: Accounts;
  beforeAll(async () => void (accounts = await openAccounts({}, "nl")));
  afterAll(() => accounts.close());

  it("writes to its readers in Dutch", async () => {
    const email = newAddress();
    await accounts.browser().ask("POST", "/sign-up", { email, password: PASSWORD });
    await accounts.settled();
    expect(accounts.emailTo(email)).toMatch(/^To: .+\nSubject: Bevestig uw e-mailadres voor The Test\n\nIemand, /u);
  });
});
