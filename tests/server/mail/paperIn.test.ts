import { afterAll, beforeAll, expect, test } from "vitest";
import { readWords } from "#compiler/features/words/readWords.ts";
import { type Accounts, type Browser, newAddress, openAccounts, PASSWORD, tokenIn } from "../../support/accounts.ts";
import { alertSite } from "../../support/alertSite.ts";
import { hashPasswordsQuickly } from "../../support/quickPasswords.ts";
import { smtpStandIn, type SmtpStandIn } from "../../support/smtpStandIn.ts";

hashPasswordsQuickly();

const site = alertSite();
let smtp: SmtpStandIn;
let accounts: Accounts;
beforeAll(async () => {
  site.editions([
    { language: "en", prefix: "" },
    { language: "nl", prefix: "/nl" },
    { language: "tr", prefix: "/tr" },
  ]);
  site.write("nl/mail.json", readWords("nl").mail);
  site.write("nl/edition.json", { name: "De Test" });
  smtp = await smtpStandIn();
  await smtp.start();
  accounts = await openAccounts({ SMTP_URL: smtp.address, MAIL_FROM: "paper@example.org" }, "en", site.folder);
});
afterAll(async () => {
  await accounts.close();
  await smtp.stop();
  site.remove();
});

const asked = async (email: string, path: string, body: object, language: string, browser: Browser = accounts.browser()) => {
  const before = smtp.emails.length;
  expect((await browser.ask("POST", path, { email, ...body }, { "Accept-Language": language })).status).toBe(200);
  await accounts.settled();
  return smtp.emails.slice(before).find((each) => each.includes(email)) ?? "";
};

test("emails are in the language of the page that asked for them, and lead to its edition", async () => {
  const [email, browser] = [newAddress(), accounts.browser()];
  const confirmation = await asked(email, "/sign-up", { password: PASSWORD }, "nl", browser);
  expect(confirmation).toMatch(/^Content-Language: nl\r$/mu);
  expect(confirmation).toContain("\r\nSubject: Bevestig uw e-mailadres voor De Test\r\n");
  expect(confirmation).toContain(`${accounts.origin}/nl/account/verify#`);
  expect(confirmation).toContain(`\r\n\r\nDe Test\r\n${accounts.origin}/nl\r\n`);
  await browser.ask("POST", "/verify", { token: tokenIn(confirmation) });
  expect(await asked(email, "/sign-up", { password: PASSWORD }, "nl-BE,nl;q=0.9")).toContain(`${accounts.origin}/nl/account\r\n`);
  const reset = await asked(email, "/forgot", {}, "nl");
  expect(reset).toContain(`${accounts.origin}/nl/account/reset#`);
  const changed = await asked(email, "/reset", { token: tokenIn(reset), password: "another long sentence" }, "en");
  expect(changed).toMatch(/^Content-Language: en\r$/mu);
  expect(changed).toContain(`${accounts.origin}/account?forgot\r\n`);
});

test("emails are in the language of the paper where it has no edition, or its words are not there", async () => {
  for (const language of ["fr-FR,fr;q=0.9", "tr", "../nl", "*"]) {
    const confirmation = await asked(newAddress(), "/sign-up", { password: PASSWORD }, language);
    expect(confirmation, language).toMatch(/^Content-Language: en\r$/mu);
    expect(confirmation, language).toContain(`${accounts.origin}/account/verify#`);
  }
});
