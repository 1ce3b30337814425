import { randomUUID } from "node:crypto";
import * as v from "valibot";
import { ListKindSchema } from "#content/pages/listPage.ts";
import { hashed } from "#server/hashed.ts";
import { issuesSince, keepIssue, lastIssueAt, leftFor, stateOf, storedIssue, type StoredIssue } from "#server/newsletter/issueStore.ts";
import { letterPost, type LetterPost } from "#server/newsletter/letterPost.ts";
import { leaveToken } from "#server/newsletter/newsletterTokens.ts";
import { type Ended, type LetterMaker, sendIssue } from "#server/newsletter/sendIssue.ts";
import type { OpenDatabase } from "#server/database/openDatabase.ts";
import type { ServerSettings } from "#server/serverSettings.ts";
import { counted } from "#compiler/text/counted.ts";
import { CliError } from "../CliError.ts";
import { createProgress } from "../terminal/progress.ts";
import { printable } from "../terminal/printable.ts";
import { chooseStories } from "./chooseStories.ts";
import { issueHtml } from "./IssueMail.tsx";
import { issueText } from "./issueText.ts";
import { nameOf, spanUntil, subjectOf } from "./issueOf.ts";
import { type Edition, makeIssue } from "./makeIssue.ts";
import { type NewsletterPaper, openPaper, type PaperOptions } from "./openPaper.ts";
import { openSubscribers } from "./subscribersCommand.ts";

export type SendOptions = PaperOptions & { accounts: string; rate: number; dryRun?: true; test?: string };

type Run = {
  paper: NewsletterPaper;
  settings: ServerSettings;
  database: OpenDatabase;
  post: LetterPost;
  options: SendOptions;
  now: number;
  stop: AbortSignal;
};

/**
 * Sends the issue of the day or week to the subscribers of each edition. One that was begun is gone on with.
 * @param stop ends the sender after the letter under way
 * @returns the exit code: 1 if letters are left
 */
export async function sendNewsletter(options: SendOptions, stop: AbortSignal, now = Date.now(), env = process.env): Promise<number> {
  const paper = await openPaper(options);
  const { settings, database } = await openSubscribers(options.accounts, paper.address, env);
  try {
    if (settings.smtpUrl === undefined) throw new CliError(NO_SMTP);
    let code = 0;
    for (const edition of paper.editions) {
      const post = letterPost(settings.smtpUrl, settings, edition.settings.name);
      const run = { paper, settings, database, post, options, now, stop };
      code = Math.max(code, await sendEdition(run, edition).finally(post.close));
    }
    return code;
  } finally {
    await database.close();
  }
}

const NO_SMTP = "SMTP_URL is not set, so there is no mail server that could send letters. `broadsheet newsletter` writes them as files.";

async function sendEdition(run: Run, edition: NewsletterPaper["editions"][number]): Promise<number> {
  const { options, stop } = run;
  const { db } = run.database;
  const { id, day } = nameOf(edition, run.now);
  const key = `${id}${edition.prefix}`;
  const issue = (await storedIssue(db, key)) ?? (await newIssue(run, edition, key));
  if (issue === undefined) {
    console.log(printable(`${key}: nothing new was published, so there is no letter.`));
    return 0;
  }
  const letter = letterOf(run, edition, issue, day);
  if (options.test !== undefined) return sendTest(run, letter, options.test);
  const left = await leftFor(db, issue);
  if (options.dryRun) {
    console.log(printable(`${key}: ${counted(left, "letter")} would be sent. ${(await letter())?.("").subject ?? ""}`));
    return 0;
  }
  const { progress, stop: endProgress } = await createProgress();
  const ended = await sendIssue({
    db,
    issue: await keepIssue(db, issue),
    letter,
    post: run.post,
    rate: options.rate,
    sender: randomUUID(),
    stop,
    onProgress: (still) => progress("Letters", left - still, left),
  }).finally(endProgress);
  await tell(run, issue, ended);
  return ended === undefined ? 0 : 1;
}

/** The issue of what was published since the last one and is in none, or of the last day or week; not stored yet. */
async function newIssue({ database, now }: Run, edition: Edition & { prefix: string }, key: string): Promise<StoredIssue | undefined> {
  const last = await lastIssueAt(database.db, edition.prefix);
  const { since, until } = spanUntil(now, edition);
  const length = until - since;
  // A story may appear after its date: by an embargo, a date without a time or a late build. So a letter reaches back beyond the last one.
  const span = last === undefined ? { since, until } : { since: (until - last < 2 * length ? last : since) - length, until };
  const issues = await issuesSince(database.db, edition.prefix, span.since);
  const earlier = new Set(issues.flatMap(({ chosen }) => choiceIn(chosen)).flatMap(({ slugs, passed = [] }) => [...slugs, ...passed]));
  const chosen = await chooseStories(edition.served, edition.prefix, edition.newsletter, { ...span, earlier });
  return chosen.length === 0 ? undefined : { key, edition: edition.prefix, chosen: JSON.stringify(chosen), madeAt: now };
}

const ChosenSchema = v.array(
  v.object({
    name: v.optional(v.string()),
    path: v.optional(v.object({ kind: ListKindSchema, slug: v.string() })),
    slugs: v.array(v.string()),
    passed: v.optional(v.array(v.string())),
  }),
);

const choiceIn = (chosen: string) => v.parse(ChosenSchema, JSON.parse(chosen));

/** Made of what is published when it is asked for: a story that was withdrawn since the choice is left out, a corrected one is as it is now. */
function letterOf({ settings }: Run, edition: Edition & { prefix: string }, { key, chosen }: StoredIssue, day: string): LetterMaker {
  const choice = choiceIn(chosen).map(({ name, path, slugs }) => ({ slugs, ...(name !== undefined && { name }), ...(path && { path }) }));
  return async () => {
    const issue = await makeIssue(edition, choice, day);
    if (issue.parts.length === 0) return undefined;
    const [subject, language] = [subjectOf(issue), issue.language];
    const [html, text] = [issueHtml(issue, LEAVE), issueText(issue, LEAVE)];
    const { host } = new URL(settings.address);
    return (email) => {
      const query = new URLSearchParams({
        token: leaveToken(settings.secret, email),
        ...(edition.prefix !== "" && { edition: edition.prefix }),
      });
      const leave = `${settings.address}api/newsletter/leave?${query.toString()}`;
      const id = `<${key.replace("/", ".")}.${hashed(email)}@${host}>`;
      const own = (part: string, address: string) => part.replaceAll(LEAVE, address);
      return { to: email, subject, language, leave, id, html: own(html, leave.replaceAll("&", "&amp;")), text: own(text, leave) };
    };
  };
}

/** Stands in a letter for the address that unsubscribes, which is each reader's own. */
const LEAVE = "https://leave.invalid/";

async function sendTest({ post }: Run, letter: LetterMaker, to: string): Promise<number> {
  const made = await letter();
  const outcome = made === undefined ? "refused" : await post.send(made(to));
  console.log(
    printable(outcome === "sent" ? `A letter was sent to ${to}; nobody else has it.` : `The letter to ${to} was not sent: ${outcome}.`),
  );
  return outcome === "sent" ? 0 : 1;
}

/** How many addresses of which nobody knows whether their letter arrived are named. */
const NAMED = 20;

const ENDED: Record<Ended, string> = {
  stopped: "It was stopped.",
  down: "The mail server does not answer.",
  refused: "The mail server refuses every letter; its log says why.",
  withdrawn: "None of its stories is published any more.",
};

async function tell({ database: { db } }: Run, issue: StoredIssue, ended: Ended | undefined): Promise<void> {
  const { counts, uncertain } = await stateOf(db, issue);
  const { sent = 0, bounced = 0, refused = 0 } = counts;
  const more = [bounced > 0 && `${bounced} addresses do not exist`, refused > 0 && `${refused} were refused`].filter(
    (each) => each !== false,
  );
  console.log(printable(`${issue.key}: ${counted(sent, "letter")} sent${more.map((each) => `, ${each}`).join("")}.`));
  if (uncertain.length > 0) {
    console.error(
      printable(
        `${counted(uncertain.length, "letter")} may have arrived or not, as a sender ended or lost its connection while sending, or is at it now. They are not sent again: ${uncertain.slice(0, NAMED).join(", ")}${uncertain.length > NAMED ? " …" : ""}`,
      ),
    );
  }
  if (ended !== undefined)
    console.error(printable(`${ENDED[ended]} ${counted(await leftFor(db, issue), "letter")} are left: run it again.`));
}
