import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { sendNewsletter } from "#cli/newsletter/sendNewsletter.ts";
import { importSubscribers } from "#cli/newsletter/subscribersCommand.ts";
import { compile } from "#compiler/compile.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";
import { type SmtpStandIn, smtpStandIn } from "../../support/smtpStandIn.ts";
import { contentOf } from "../../compiler/features/pictures/edition.ts";

const NOW = Date.parse("2026-11-30T07:00:00Z");

let mail: SmtpStandIn | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.useRealTimers();
  await mail?.stop();
});

type How = { stop?: AbortSignal; now?: number; env?: NodeJS.ProcessEnv };

/** A paper with two stories, three subscribers and a mail server. */
async function paper() {
  const story = (headline: string) => `---\nheadline: ${headline}\ndate: 2026-11-30T05:00:00Z\n---\n\nThe text.\n`;
  const content = contentOf({
    "edition.json": JSON.stringify({ name: "The Post", url: "https://post.example/" }),
    "newsletter.json": "{}",
    "articles/tide.md": story("Tide"),
    "articles/walk.md": story("Walk"),
  });
  const [site, accounts] = [join(temporaryFolder(), "site"), temporaryFolder()];
  mkdirSync(site);
  const build = async (now = NOW) => {
    await compile({ content, out: site, encode: false, now });
    writeFileSync(join(site, "index.html"), "");
  };
  await build();
  mail = await smtpStandIn();
  await mail.start();
  writeFileSync(join(accounts, "accounts.db"), "");
  const list = join(accounts, "list.csv");
  writeFileSync(list, "email\nada@example.org\nbea@example.org\ncy@example.org\n");
  const said: string[] = [];
  for (const way of ["log", "error"] as const) vi.spyOn(console, way).mockImplementation((line) => void said.push(String(line)));
  await importSubscribers(list, { accounts }, 1);
  const { emails, address } = mail;
  const send = (more: object = {}, { stop = new AbortController().signal, now = NOW, env = { SMTP_URL: address } }: How = {}) =>
    sendNewsletter({ content, site, accounts, rate: 1_000_000, ...more }, stop, now, env);
  return { content, site, build, send, emails, said, accounts };
}

it("sends the issue of the day once, each letter with its own address to leave, and none the next day without news", async () => {
  const { send, emails, said } = await paper();
  expect(await send({ dryRun: true })).toBe(0);
  expect(said.at(-1)).toBe("2026-11-30: 3 letters would be sent. Walk");
  expect(await send({ test: "editor@example.org" })).toBe(0);
  expect(emails).toHaveLength(1);
  expect([await send(), await send()]).toEqual([0, 0]);
  expect(emails).toHaveLength(4);
  const links = emails.map(
    (email) =>
      /^List-Unsubscribe: <(https:\/\/post\.example\/api\/newsletter\/leave\?token=[^>]+)>/mu.exec(email.replaceAll("\r\n ", " "))?.[1] ??
      "",
  );
  expect(new Set(links).size).toBe(4);
  for (const [at, email] of emails.entries()) expect(email.split(links[at] ?? "none").length).toBeGreaterThan(3);
  expect(said.at(-1)).toBe("2026-11-30: 3 letters sent.");
  expect(await send({}, { now: NOW + 86_400_000 })).toBe(0);
  expect(said.at(-1)).toBe("2026-12-01: nothing new was published, so there is no letter.");
  expect(emails).toHaveLength(4);
});

it("has in the second letter what appeared after its date, and nothing that the first has or had no room for", async () => {
  const { content, build, send, emails } = await paper();
  writeFileSync(join(content, "newsletter.json"), JSON.stringify({ count: 1 }));
  await send();
  const story = (headline: string, fields: string) =>
    writeFileSync(join(content, "articles", `${headline.toLowerCase()}.md`), `---\nheadline: ${headline}\n${fields}---\n\nThe text.\n`);
  story("Untimed", "date: 2026-11-30\n");
  story("Embargoed", "date: 2026-11-29\nembargo: 2026-11-30T12:00:00Z\n");
  story("Older", "date: 2026-05-01\nembargo: 2026-11-30T12:00:00Z\n");
  await build(NOW + 7 * 3_600_000);
  writeFileSync(join(content, "newsletter.json"), "{}");
  await send({}, { now: NOW + 86_400_000 });
  const stories = (email = "") => ["walk", "tide", "untimed", "embargoed", "older"].filter((slug) => email.includes(`/article/${slug}`));
  expect(emails.map(stories)).toEqual([
    ...Array.from({ length: 3 }, () => ["walk"]),
    ...Array.from({ length: 3 }, () => ["untimed", "embargoed", "older"]),
  ]);
});

it("is a command whose options are its own", async () => {
  const { content, site, accounts, said, emails } = await paper();
  vi.stubEnv("SMTP_URL", mail?.address);
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  const { program } = await import("#cli/program.ts");
  const options = ["--content", content, "--site", site, "--accounts", accounts];
  await program.parseAsync(["newsletter", "send", "--test", "editor@example.org", ...options], { from: "user" });
  await program.parseAsync(["newsletter", "export", "--accounts", accounts, join(accounts, "out.csv")], { from: "user" });
  expect(said.slice(-2)).toEqual([
    "A letter was sent to editor@example.org; nobody else has it.",
    `3 subscribers in ${join(accounts, "out.csv")}. Whoever has the file has their addresses.`,
  ]);
  expect(emails).toHaveLength(1);
});

it("goes on after a stop with the same stories, but for one that was withdrawn meanwhile", async () => {
  const { content, build, send, emails, said } = await paper();
  const stop = new AbortController();
  const stopped = send({ rate: 60 }, { stop: stop.signal });
  await vi.waitUntil(() => emails.length === 1);
  stop.abort();
  expect(await stopped).toBe(1);
  expect(said.at(-1)).toBe("It was stopped. 2 letters are left: run it again.");
  rmSync(join(content, "articles", "walk.md"));
  await build();
  expect(await send()).toBe(0);
  expect(emails.map((email) => [email.includes("/article/walk"), email.includes("/article/tide")])).toEqual([
    [true, true],
    [false, true],
    [false, true],
  ]);
});

it("says what is missing: a mail server, the accounts", async () => {
  const { send, emails } = await paper();
  await expect(send({}, { env: {} })).rejects.toThrow("SMTP_URL is not set");
  await expect(send({ accounts: temporaryFolder() })).rejects.toThrow("There are no accounts in");
  expect(emails).toEqual([]);
});
