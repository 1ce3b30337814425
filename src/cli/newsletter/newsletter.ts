import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import MailComposer from "nodemailer/lib/mail-composer/index.js";
import { counted } from "#compiler/text/counted.ts";
import { instantOf } from "#compiler/text/instantOf.ts";
import { CliError } from "../CliError.ts";
import { printable } from "../terminal/printable.ts";
import { issueHtml } from "./IssueMail.tsx";
import { issueOf, nameOf, spanUntil } from "./issueOf.ts";
import { issueText } from "./issueText.ts";
import { editionIn, openPaper, type PaperOptions } from "./openPaper.ts";
import { previewHtml } from "./previewHtml.ts";

export type NewsletterOptions = PaperOptions & { out: string; since?: string; edition?: string };

/**
 * Writes the issue of this moment as files for any mailing service, and a preview.
 * @param now in milliseconds
 * @param from the sender in the .eml file, by default the paper's name at no address that takes replies
 */
export async function newsletter(options: NewsletterOptions, now = Date.now(), from = process.env["MAIL_FROM"]): Promise<void> {
  const paper = await openPaper(options);
  const edition = editionIn(paper, options.edition);
  const { id, day } = nameOf(edition, now);
  const span = spanUntil(now, edition, sinceOf(options.since, paper.timeZone));
  const made = await issueOf(edition, span, day);
  if (made === undefined) return console.log(nothingNew(span.since, paper.timeZone));
  const { issue, subject } = made;
  const leave = edition.newsletter.settings.unsubscribe;
  const [html, text] = [issueHtml(issue, leave), issueText(issue, leave)];
  const sender = { name: issue.paper, address: from ?? `no-reply@${new URL(paper.address).hostname}` };
  const eml = await new MailComposer({
    from: from?.includes("<") ? from : sender,
    subject,
    text,
    html,
    date: new Date(now),
    // Mail programs open it as a draft.
    headers: { "X-Unsent": "1", "Content-Language": issue.language },
  })
    .compile()
    .build();
  const name = edition.prefix === "" ? id : `${id}-${edition.prefix.slice(1)}`;
  mkdirSync(options.out, { recursive: true });
  const files = {
    [`${name}.html`]: html,
    [`${name}.txt`]: text,
    [`${name}.eml`]: eml,
    "preview.html": previewHtml({ subject, html, text }),
  };
  for (const [file, content] of Object.entries(files)) writeFileSync(join(options.out, file), content);
  console.log(printable(subject));
  console.log(
    printable(`${counted(issue.parts.flatMap(({ stories }) => stories).length, "story", "stories")}, ${kilobytes(html)} kB of HTML.`),
  );
  console.log(printable(`The letter is ${join(options.out, name)}.html, .txt and .eml; see it in ${join(options.out, "preview.html")}.`));
  if (Buffer.byteLength(html) > CLIPPED) console.error(TOO_LONG);
}

/** Gmail shows no more bytes of a letter than this. */
const CLIPPED = 102 * 1024;
const TOO_LONG = "Gmail cuts letters off after 102 kB: name fewer stories with count.";

const kilobytes = (text: string): number => Math.ceil(Buffer.byteLength(text) / 1024);

function sinceOf(written: string | undefined, timeZone: string): number | undefined {
  if (written === undefined) return undefined;
  const instant = instantOf(written, timeZone);
  if (instant === undefined) throw new CliError(`--since ${written} is not a day or a time. Write it as 2026-11-30 or 2026-11-30T07:00.`);
  return Date.parse(instant);
}

/** What to say if there is no issue to make. */
const nothingNew = (since: number, timeZone: string): string =>
  `Nothing was published since ${new Date(since).toLocaleString("en-GB", { timeZone, dateStyle: "medium", timeStyle: "short" })}, so there is no letter.`;
