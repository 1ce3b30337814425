import * as v from "valibot";
import type { Problem, Report } from "../draft/problem.ts";
import { editionNamed, editionsOf } from "./editionSettings.ts";
import type { LastGood } from "./lastGood.ts";
import { readBy } from "./readSettings.ts";
import type { Settings } from "./settings.ts";
import { filesByLanguage, settingsFiles } from "./settingsFile.ts";
import { count, described, TextSchema } from "./settingSchemas.ts";

/** What a part of an issue lists: exactly one of these. */
const SUBJECTS = ["section", "topic", "place", "author", "thread"] as const;

const subject = (description: string) => v.optional(described(TextSchema, description));

const PartSchema = v.pipe(
  v.strictObject({
    section: subject("A section, by its name or slug."),
    topic: subject("A topic, by its name or slug."),
    place: subject("A place, by its name or slug."),
    author: subject("A person or desk, by name or slug."),
    thread: subject("A thread, by its slug."),
    name: v.optional(described(TextSchema, "The heading of the part, if not the name of its subject.")),
    count: count(5, 1, 20, "How many stories it has at most."),
  }),
  v.check((part) => SUBJECTS.filter((kind) => part[kind] !== undefined).length === 1, `must have one of ${SUBJECTS.join(", ")}`),
);

const NoteSchema = v.strictObject({
  text: described(TextSchema, "In Markdown: paragraphs, links, emphasis, lists."),
  day: v.optional(
    described(
      v.pipe(v.string(), v.isoDate("must be a day such as 2026-11-30")),
      "The only day on which the note is sent, so that tomorrow’s letter does not repeat it. Without it, each letter has the note.",
    ),
  ),
});

/** The file `newsletter.json` of a content folder. A paper without the file has no newsletter; an empty object is a valid one. */
export const NewsletterSettingsSchema = v.strictObject({
  $schema: v.optional(v.string()),
  name: v.optional(described(TextSchema, "What the newsletter is called, if not like the paper.", "The Harbour Letter")),
  every: v.optional(
    described(v.picklist(["day", "week"]), "How far an issue reaches back, and how often readers are told that it comes."),
    "day",
  ),
  count: count(10, 1, 50, "How many stories an issue without `parts` has at most: in the order of the front page, then the newest."),
  parts: v.optional(
    described(
      v.pipe(v.array(PartSchema), v.minLength(1, "must have a part")),
      "The parts of an issue, each the newest stories of a subject. No story is in two.",
      [{ section: "World", count: 3 }, { topic: "Delta Works" }],
    ),
  ),
  note: v.optional(
    described(NoteSchema, "The editor’s note above the stories.", { text: "Good morning from the harbour.", day: "2026-11-30" }),
  ),
  pictures: v.optional(described(v.boolean(), "Whether stories have their pictures."), true),
  imprint: v.optional(
    described(
      TextSchema,
      "Who sends the letter, with a postal address, which the law of many countries asks for.",
      "Harbour Post, Quay 1, Delft",
    ),
  ),
  unsubscribe: v.optional(
    described(
      TextSchema,
      "What your mailing service replaces by the address that unsubscribes, in the files that are written.",
      "*|UNSUB|*",
    ),
  ),
});

export type NewsletterSettings = v.InferOutput<typeof NewsletterSettingsSchema>;
export type NewsletterPart = NonNullable<NewsletterSettings["parts"]>[number];

export const NEWSLETTER_FILE = "newsletter.json";

/** The kind of a part's subject, and its name or slug as written. */
export function subjectOf(part: NewsletterPart): { kind: (typeof SUBJECTS)[number]; name: string } {
  const kind = SUBJECTS.find((each) => part[each] !== undefined) ?? "section";
  return { kind, name: part[kind] ?? "" };
}

/** The newsletter of an edition, and the file that names its parts. */
export type Newsletter = { settings: NewsletterSettings; file: string };

/** The newsletter of each edition, by its prefix; that of the main one first. */
export type Newsletters = ReadonlyMap<string, Newsletter>;

/**
 * Reads `newsletter.json` (or `.jsonc`, `.yaml`), and files such as `newsletter.nl.json` for editions in other languages.
 * @param good with it, the last good version of a file with a fault is read
 * @returns no newsletters for a paper without one, or whose `newsletter.json` has a fault
 */
export async function readNewsletters(
  content: string,
  settings: Settings,
  good?: LastGood,
): Promise<{ newsletters?: Newsletters; problems: Problem[] }> {
  const read = { remedy: NOT_SENT, good };
  const files = filesByLanguage(content, ["newsletter"]);
  if (settingsFiles(content, NEWSLETTER_FILE).length === 0)
    return {
      problems: files.map(({ file }) => ({ severity: "warning", file, message: ALONE, remedy: "Add newsletter.json; {} is enough." })),
    };
  const main = await readBy(NewsletterSettingsSchema, content, NEWSLETTER_FILE, read);
  if (!("value" in main)) return main;
  const [, ...others] = editionsOf(settings);
  const newsletters = new Map<string, Newsletter>([["", { settings: main.value, file: NEWSLETTER_FILE }]]);
  for (const { prefix } of others) newsletters.set(prefix, { settings: inherited(main.value), file: NEWSLETTER_FILE });
  const problems: Problem[] = [];
  for (const { file, tag } of files) {
    const edition = editionNamed(tag, file, settings, NEWSLETTER_FILE);
    const own = "problem" in edition ? { problems: [edition.problem] } : await readBy(OwnSchema, content, file, read);
    if ("problems" in own) problems.push(...own.problems);
    else if ("prefix" in edition) {
      const of = own.value.parts ? file : NEWSLETTER_FILE;
      newsletters.set(edition.prefix, { settings: Object.assign(inherited(main.value), own.value), file: of });
    }
  }
  return { newsletters, problems };
}

const ALONE = "It changes what newsletter.json says for one edition, and there is no newsletter.json, so the paper has no newsletter.";

/** What an edition has of its own: what is not there has no default. */
const OwnSchema = v.partial(NewsletterSettingsSchema);

/** What an edition in another language has of the main one: nothing that is words. */
function inherited({ note: _note, parts, ...all }: NewsletterSettings): NewsletterSettings {
  return { ...all, ...(parts && { parts: parts.map(({ name: _name, ...part }) => part) }) };
}

/** Reads the newsletters for a build, which needs them only for the server's pages: a file with a fault is reported. */
export async function readLetters(content: string, settings: Settings, report: Report, good?: LastGood): Promise<Newsletters | undefined> {
  const { newsletters, problems } = await readNewsletters(content, settings, good);
  for (const problem of problems) report(problem.severity === "error" ? { ...problem, severity: "warning", remedy: NOT_SENT } : problem);
  return newsletters;
}

const NOT_SENT = "Correct it; no newsletter is made until then.";
