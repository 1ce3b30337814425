import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import * as v from "valibot";
import { isAddress } from "#compiler/importing/localInput.ts";
import { CliError } from "../CliError.ts";
import { errorMessage } from "#compiler/text/errorMessage.ts";

/** An imported archive and the options it was imported with. Paths are relative to the content folder. */
const EntrySchema = v.strictObject({
  archive: v.string(),
  from: v.exactOptional(v.string()),
  uploads: v.exactOptional(v.array(v.string())),
  types: v.exactOptional(v.array(v.string())),
  comments: v.exactOptional(v.literal(true)),
  firstTag: v.exactOptional(v.picklist(["section", "topic"])),
  downloadImages: v.exactOptional(v.literal(true)),
  dateFrom: v.exactOptional(v.literal("git")),
  undated: v.exactOptional(v.picklist(["skip", "keep"])),
  /** Values of the archive's fields that mean that readers may see a story, by field. Editors write it by hand. */
  public: v.exactOptional(v.record(v.string(), v.array(v.string()))),
  /** The names of parts of texts that are not for everybody and are cut out. By hand, too. */
  cut: v.exactOptional(v.array(v.string())),
});
const RecordSchema = v.strictObject({ imports: v.array(EntrySchema) });

export type RecordedImport = v.InferOutput<typeof EntrySchema>;

const FILE = "import.json";

/** The earlier imports of a content folder, with paths relative to the working directory. */
export function recordedImports(content: string): RecordedImport[] {
  return entriesIn(content).map((entry) => withPaths(entry, (path) => join(content, path)));
}

/** Where an archive is: two names of it may differ. */
export const placeOf = (archive: string): string => (isAddress(archive) ? archive : resolve(archive));

/** What editors have written into the entries of an archive: the values that are public, and the parts that are cut. */
export function writtenByHand(entries: readonly RecordedImport[]): Pick<RecordedImport, "public" | "cut"> {
  const values = entries.find((entry) => entry.public)?.public;
  const cut = entries.find((entry) => entry.cut)?.cut;
  return { ...(values && { public: values }), ...(cut && { cut }) };
}

/**
 * Records an import in the content folder. It replaces an earlier one of the same archive, except for what editors wrote there by hand.
 * @param replaces the archive of which this one is a newer export, whose place it takes
 */
export function recordImport(content: string, given: RecordedImport, replaces = given.archive): void {
  const fromContent = (path: string) => relative(resolve(content), resolve(path)).split(sep).join("/");
  const { archive, ...choices } = withPaths(given, fromContent);
  const replaced = withPaths({ archive: replaces }, fromContent).archive;
  const before = entriesIn(content);
  const same = before.filter((other) => other.archive === archive || other.archive === replaced);
  const recorded = { archive, ...writtenByHand(same), ...choices };
  const [first] = same;
  const imports = first
    ? before.flatMap((other) => (other === first ? [recorded] : same.includes(other) ? [] : [other]))
    : [...before, recorded];
  const path = join(content, FILE);
  const text = `${JSON.stringify({ imports }, null, 2)}\n`;
  if (existsSync(path) && readFileSync(path, "utf8") === text) return;
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

function entriesIn(content: string): RecordedImport[] {
  const path = join(content, FILE);
  if (!existsSync(path)) return [];
  try {
    return v.parse(RecordSchema, JSON.parse(readFileSync(path, "utf8"))).imports;
  } catch (error) {
    throw new CliError(`${path} cannot be read: ${errorMessage(error)}. Correct it, or remove it.`);
  }
}

const withPaths = (entry: RecordedImport, change: (path: string) => string): RecordedImport => ({
  ...entry,
  archive: isAddress(entry.archive) ? entry.archive : change(entry.archive),
  ...(entry.uploads && { uploads: entry.uploads.map(change) }),
});
