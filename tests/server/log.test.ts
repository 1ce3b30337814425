import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Browser, emailsIn, newAddress, newReader, PASSWORD, tokenIn } from "../support/accounts.ts";
import { type AccountsProcess, accountsProcess, freePort } from "../support/accountsProcess.ts";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "broadsheet-log-"))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const serving = async (name: string, env: Record<string, string> = {}): Promise<AccountsProcess> =>
  accountsProcess({ folder: join(folder, name), port: await freePort(), env: { LOG_LEVEL: "trace", ...env } });

test("the log tells what was asked, and holds no address, password or token", { timeout: 60_000 }, async () => {
  const server = await serving("emails");
  const emailTo = (to: string) => emailsIn(join(folder, "emails"), to).at(-1);
  const { browser, email } = await newReader({ browser: () => new Browser(server.origin), emailTo });
  await browser.ask("POST", "/sign-in", { email, password: "a guess of many" });
  await browser.ask("POST", "/sign-in", { email, password: PASSWORD });
  await browser.ask("POST", "/forgot", { email });
  await expect.poll(() => emailTo(email)).toContain("/account/reset#");
  await browser.ask("POST", "/reset", { token: tokenIn(emailTo(email)), password: "another long sentence" });
  await expect.poll(server.logged).toContain("/api/reset");
  await server.end("SIGTERM");
  // The last email tells of the new password, and has no token.
  const tokens = emailsIn(join(folder, "emails"), email)
    .map(tokenIn)
    .filter((token) => token !== "");
  expect(tokens.length).toBe(2);
  const secrets = [email, PASSWORD, "a guess of many", "another long sentence", ...tokens];
  const held = [...secrets, ...browser.cookies.values()].filter((secret) => server.logged().includes(secret));
  expect(held).toEqual([]);
});

/** A mail server that takes no email, and says for whom. */
const refusing = createServer((socket: Socket) => {
  // Whoever sent the email may be gone before it has read the answer.
  socket.on("error", () => {});
  socket.write("220 mail\r\n");
  socket.on("data", (part) => {
    const line = String(part).trim();
    socket.write(line.startsWith("RCPT") ? `550 nobody here is called ${line.slice(8)}\r\n` : "250 ok\r\n");
  });
});
afterAll(() => void refusing.close());

test("an email that the mail server refuses is told without whom it was for", { timeout: 60_000 }, async () => {
  const port = await freePort();
  await new Promise<void>((done) => refusing.listen(port, "127.0.0.1", done));
  const server = await serving("refused", { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: "paper@example.org" });
  const email = newAddress();
  await new Browser(server.origin).ask("POST", "/sign-up", { email, password: PASSWORD });
  await expect.poll(server.logged, { timeout: 10_000 }).toContain('"responseCode":550');
  await server.end("SIGTERM");
  expect(server.logged()).not.toContain(email);
});
