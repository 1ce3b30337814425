import type { Draft } from "../../draft/draft.ts";
import { type AiUse, AiUseSchema, type Kind, KindSchema } from "#content/labels.ts";
import { nearestAmong, nearestName } from "../../text/nearestName.ts";
import { isMissing, isRecord, listed, type Raw, scalarText } from "../../text/jsonRecord.ts";
import { safeUrl } from "../../body/safeUrl.ts";
import { oneLine } from "../../text/cleanText.ts";
import type { ArticleContext } from "./articleContext.ts";
import { readImage } from "./readImage.ts";
import { reportKeys } from "./reportUnknown.ts";

/** The kind of a story: "Press release" is as good as "press-release". A misspelt one is taken for the kind that it resembles. */
export function readKind(value: unknown, { warn }: ArticleContext): Kind | undefined {
  if (isMissing(value)) return undefined;
  const written = scalarText(value).trim();
  const named = written.replace(/([a-z])([A-Z])/gu, "$1-$2").replace(/[\s_]+/gu, "-");
  const known = KindSchema.options.find((kind) => kind === named.toLowerCase());
  if (known) return known;
  const kind = nearestName(named, KindSchema.options);
  const remedy = `The kinds are ${KindSchema.options.join(", ")}; write any other label as genre.`;
  warn("kind", `kind is "${written}", which is none; it was ${kind ? "taken for the nearest" : "left out"}.`, "warning", remedy, kind);
  return kind;
}

/** The field of a story that names its sponsor, also if it is misspelt: an advertisement without its label would deceive readers. */
export const sponsorField = (raw: Raw): string | undefined =>
  "sponsor" in raw ? "sponsor" : Object.keys(raw).find((name) => NEAR_SPONSOR(name) !== undefined);

const NEAR_SPONSOR = nearestAmong(["sponsor", "sponsored", "sponsoredBy", "advertorial"]);

/**
 * The sponsor of a story: a name, or { name, url, logo }. A story with such a field is an advertisement, and is labelled as one
 * whatever is wrong with the field.
 */
export function readSponsor(value: unknown, context: ArticleContext): Draft["sponsor"] {
  if (value === undefined || value === null || /^(?:false|no|none)$/iu.test(scalarText(value))) return undefined;
  const { warn, body } = context;
  const raw = isRecord(value) ? value : { name: value };
  reportKeys(raw, "sponsor", ["name", "url", "logo", "label"], context);
  const names = listed(raw["name"]).map((name) => (typeof name === "boolean" ? "" : oneLine(scalarText(name))));
  const name = names.filter((each) => each !== "").join(", ") || undefined;
  if (name === undefined) warn("sponsor", "sponsor names nobody, so readers are told only that the story is sponsored.", "warning", REMEDY);
  const url = isMissing(raw["url"]) ? undefined : safeUrl(scalarText(raw["url"]), body.link);
  if (url === undefined && !isMissing(raw["url"]))
    warn("sponsor.url", "sponsor.url is not an address that readers may be sent to; it was left out.", "warning", REMEDY);
  const logo = isMissing(raw["logo"]) ? undefined : readImage(raw["logo"], "sponsor.logo", context)?.image;
  return { name, url, ...(logo && { logo }) };
}

const REMEDY = 'Write it as in sponsor: { name: "Acme", url: "https://acme.example/", logo: acme.svg }, or remove it if nobody has paid.';

/**
 * The use of AI in a story: what for, or { for, system, checkedBy }. A story with such a field is labelled, even if the field does not
 * say what AI was used for.
 */
export function readAi(value: unknown, context: ArticleContext): Draft["ai"] {
  if (isMissing(value) || /^(?:false|no|none)$/iu.test(scalarText(value))) return undefined;
  const raw = isRecord(value) ? value : { for: value };
  reportKeys(raw, "ai", ["for", "system", "checkedBy", "label"], context);
  const named = listed(raw["for"]).filter((use) => typeof use !== "boolean");
  const uses = named.flatMap((use) => useOf(oneLine(scalarText(use)), context));
  const [system, checkedBy] = [raw["system"], raw["checkedBy"]].map(
    (each) => oneLine(listed(each).map(scalarText).join(", ")) || undefined,
  );
  return { for: [...new Set(uses)], system, checkedBy };
}

function useOf(written: string, { warn }: ArticleContext): AiUse[] {
  const named = OTHER_NAMES[written.toLowerCase()] ?? written.toLowerCase();
  const use = nearestName(named, AiUseSchema.options);
  if (use !== named.replace(/s$/u, ""))
    warn(
      "ai.for",
      `ai.for has "${written}", which AI is not used for here; it was ${use ? "taken for the nearest" : "left out"}.`,
      "warning",
      `Write ${AiUseSchema.options.join(", ")}.`,
      use,
    );
  return use ? [use] : [];
}

const OTHER_NAMES: Record<string, AiUse> = { writing: "text", image: "picture", images: "picture", audio: "sound", voice: "sound" };
