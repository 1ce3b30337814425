import type { Draft } from "../../draft/draft.ts";
import { readXml } from "../../xml/readXml.ts";
import { type ArchiveFormat, type ArchiveContext, type ArchiveFile, archiveTime } from "../archiveFormat.ts";
import { nitfDraft, nitfId } from "./nitfDraft.ts";
import { nitfRelease } from "./nitfRelease.ts";

/** NITF 2.x and 3.x (https://iptc.org/standards/nitf/), one document per file, as used by news agencies and newspaper archives. */
export const nitfArchive: ArchiveFormat = {
  name: "nitf",
  title: "IPTC NITF",
  detects: ({ head }) => START.test(head),
  read,
};

/** Each part can match in only one way: with two, a file that starts with thirty comments would take minutes to detect. */
const START =
  /^\uFEFF?(?:\s|<\?[^>]*\?>|<!--(?:[^-]|-(?!->))*-->)*(?:<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>(?:\s|<\?[^>]*\?>|<!--(?:[^-]|-(?!->))*-->)*)?<(?:[\w.-]+:)?nitf[\s>]/u;

async function* read(file: ArchiveFile, context: ArchiveContext): AsyncGenerator<Draft> {
  const where = { file: file.path, place: "nitf" };
  for await (const nitf of readXml(file, { paths: ["nitf"], report: context.report, lenient: true })) {
    const { held, moments } = nitfRelease(nitf, archiveTime(context));
    if (held === undefined) yield { ...nitfDraft(nitf, where, context), moments };
    else context.skip(where, held, { id: nitfId(nitf) });
  }
}
