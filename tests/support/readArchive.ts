import * as v from "valibot";
import { decode } from "../../src/compiler/text/decode.ts";
import type { Problem } from "../../src/compiler/draft/problem.ts";
import type { Draft } from "../../src/compiler/draft/draft.ts";
import { archives } from "../../src/compiler/formats/archives.ts";
import { PublicTexts } from "../../src/compiler/importing/PublicTexts.ts";
import type { Publication } from "../../src/compiler/reading/source.ts";
import { SettingsSchema } from "../../src/compiler/settings/settings.ts";
import { XmlError } from "../../src/compiler/xml/XmlError.ts";
import type { ArchiveFormat, ArchiveContext, ArchiveFile, ArchivePlace } from "../../src/compiler/formats/archiveFormat.ts";

/** Everything that reading one file of an archive yields. */
export type ArchiveReading = {
  detected: boolean;
  drafts: Draft[];
  skipped: (ArchivePlace & { reason: string })[];
  problems: Problem[];
  publication: Publication;
  /** Items that were counted and skipped. */
  leftOut: Record<string, number>;
};

export function archiveNamed(name: string): ArchiveFormat {
  const found = archives.find((each) => each.name === name);
  if (!found) throw new Error(`There is no archive format ${name}.`);
  return found;
}

/** A file of an archive that is in memory. */
export function archiveFile(path: string, content: string | Uint8Array): ArchiveFile {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const { text } = decode(bytes);
  return {
    path,
    size: bytes.length,
    head: text.slice(0, 65_536),
    async *bytes() {
      yield bytes;
    },
    text: async () => text,
  };
}

/**
 * Reads one file in an archive format. Every picture is found and keeps its
 * address, except those with "missing" in their names.
 */
export async function readArchive(
  archive: ArchiveFormat,
  path: string,
  content: string | Uint8Array,
  options: Partial<ArchiveContext["options"]> = {},
  beside?: ArchiveFile["beside"],
  settings: object = {},
): Promise<ArchiveReading> {
  const file = { ...archiveFile(path, content), ...(beside && { beside }) };
  const reading: ArchiveReading = { detected: archive.detects(file), drafts: [], skipped: [], problems: [], publication: {}, leftOut: {} };
  const told = new Set<string>();
  const report = (problem: Problem) => void reading.problems.push(problem);
  const resolved = (reference: string, base?: string) => {
    if (URL.canParse(reference, base)) return new URL(reference, base).href;
    return /^[a-z][a-z0-9+.-]*:/iu.test(reference) ? reference : `/${reference.replace(/^\/+/u, "")}`;
  };
  const picture: ArchiveContext["picture"] = (reference, base) => {
    const url = resolved(reference.trim(), base);
    const isThere = /^(?:https?:|\/)/iu.test(url) && !url.includes("missing");
    return isThere ? { picture: { url, width: 1, height: 1, sources: [] } } : { reason: "is not there" };
  };
  const texts = new PublicTexts(options.cut);
  const context: ArchiveContext = {
    settings: v.parse(SettingsSchema, settings),
    report,
    once: (key, problem) => {
      if (!told.has(key)) report(problem);
      told.add(key);
    },
    skip: (where, reason) => void reading.skipped.push({ ...where, reason }),
    body: (where, base) => ({
      file: where.file,
      report,
      place: () => where.place,
      link: (href) => (href.startsWith("#") || !URL.canParse(href, base) ? href : new URL(href, base).href),
      picture: (reference) => picture(reference, base),
      publicText: (html) => texts.of(html, where),
    }),
    publicText: (html, where) => texts.of(html, where),
    picture,
    publication: (publication) => void Object.assign(reading.publication, publication),
    tally: (name, count) => void (reading.leftOut[name] = (reading.leftOut[name] ?? 0) + count),
    options: { types: [], comments: false, ...options },
  };
  try {
    for await (const draft of archive.read(file, context)) reading.drafts.push(texts.complete(draft, report));
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    report({ severity: "error", file: error.file, place: error.place, message: error.message });
  }
  return reading;
}

/** Without undefined fields, as in JSON, so that it can be compared with a file. */
export const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
