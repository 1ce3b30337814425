import type { Report } from "../../draft/problem.ts";
import { bothReleases, type Release } from "../../draft/release/release.ts";
import type { ReleaseReader } from "../../draft/release/releaseTable.ts";
import { type Raw, scalarText } from "../../text/jsonRecord.ts";
import type { ArchivePlace } from "../archiveFormat.ts";
import { nitfHtml } from "../nitf/nitfHtml.ts";
import { nitfRelease } from "../nitf/nitfRelease.ts";
import { parseNitf } from "../nitf/parseNitf.ts";
import { plainTextHtml } from "../../text/plainTextHtml.ts";
import { byRole, isHtml, isNitf, type Text, textsOf } from "./texts.ts";

/** The text of an item as HTML, from the richest of its bodies: HTML, NITF, plain text; from its description if it has no body. */
export async function bodyHtml(item: Raw, where: ArchivePlace, report: Report): Promise<string> {
  const bodies = textsOf(item, "bodies", "body").filter(({ role }) => role !== "footer");
  const html = bodies.find((each) => isHtml(each) && !isNitf(each));
  const nitf = html === undefined ? bodies.find(isNitf) : undefined;
  const fromNitf = nitf === undefined ? "" : await nitfText(nitf, where, report);
  if (fromNitf !== "") return fromNitf;
  const plain =
    bodies.find(({ type, role }) => type === "text/plain" || (type === "" && role === "text")) ?? bodies.find(({ type }) => type === "");
  const description = bodies.length === 0 ? byRole(textsOf(item, "descriptions", "description"), "main", "text", "html") : undefined;
  const chosen = html ?? plain ?? description;
  return `${chosen === undefined ? "" : asHtml(chosen)}${scalarText(item["body_footer"])}`;
}

/** What NITF bodies say about when they may be published. */
export async function bodyRelease(item: Raw, time: Parameters<ReleaseReader>[1]): Promise<Release> {
  const documents = await Promise.all(
    textsOf(item, "bodies", "body")
      .filter(isNitf)
      .map(({ value }) => parseNitf(value)),
  );
  return documents.reduce<Release>((release, nitf) => ("error" in nitf ? release : bothReleases(release, nitfRelease(nitf, time))), {});
}

const asHtml = (text: Text): string => (isHtml(text) ? text.value : plainTextHtml(text.value));

async function nitfText({ value }: Text, where: ArchivePlace, report: Report): Promise<string> {
  const nitf = await parseNitf(value);
  if (!("error" in nitf)) return nitfHtml(nitf);
  const message = `Its NITF body cannot be read: ${nitf.error} Another form of the text was used if there is one.`;
  report({ severity: "warning", ...where, message });
  return "";
}
