import * as v from "valibot";
import { EditionSchema } from "#content/edition/edition.ts";
import { editionOf } from "#content/edition/editions.ts";
import { editionFile, editionFolder } from "#content/paths.ts";
import { MAIL_FILE } from "#content/words/wordFiles.ts";
import type { ServedSite } from "../alerts/servedSite.ts";
import { emailMessages } from "./emailMessages.ts";
import type { Paper } from "./emails.ts";

/** The language of the page that sent a request, as its app says; an older app sends the first language that its reader prefers. */
export const languageOf = (headers: Headers): string => /^[a-z\d-]{2,35}/iu.exec(headers.get("accept-language") ?? "")?.[0] ?? "";

/**
 * The paper as emails in a language name it: the name, the pages and the words of the edition in it, read anew each time, since the site
 * may be built again. Where there is none in it, or its files cannot be read, those of the main edition.
 */
export async function paperIn(language: string, main: Paper, site: ServedSite | undefined): Promise<Paper> {
  const editions = await site?.editions().catch(() => undefined);
  return paperOf(editionOf(editions ?? [], language)?.prefix ?? "", main, site);
}

/** The same for an edition by its prefix. */
export async function paperOf(prefix: string, main: Paper, site: ServedSite | undefined): Promise<Paper> {
  if (site === undefined || prefix === "") return main;
  const read = (file: string) => site.read(editionFolder(prefix) + file).catch(() => undefined);
  const words = v.safeParse(MailWordsSchema, await read(MAIL_FILE));
  const edition = v.safeParse(NamedSchema, await read(editionFile));
  if (!words.success) return main;
  const name = edition.success ? edition.output.name : main.name;
  return { name, address: main.address, home: main.address + prefix.slice(1), messages: emailMessages(words.output) };
}

const SentencesSchema = v.record(v.string(), v.string());
const MailWordsSchema = v.object({
  language: v.string(),
  sentences: v.objectWithRest({ digest: SentencesSchema }, SentencesSchema),
});
const NamedSchema = v.pick(EditionSchema, ["name"]);
