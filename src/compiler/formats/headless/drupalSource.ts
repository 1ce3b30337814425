import { defineSource, type ReleaseField, type SourceItem } from "#extend/extend.js";
import { oneLine } from "../../text/cleanText.ts";
import { isBlankHtml } from "../../text/isBlankHtml.ts";
import { isForEditors, isRecord, listed, type Raw, recordIn, recordsOf, scalarText } from "../../text/jsonRecord.ts";
import { plainTextHtml } from "../../text/plainTextHtml.ts";
import { notAnArticle } from "../../text/notAnArticle.ts";
import { meaningOf } from "../../draft/release/releaseFields.ts";
import { figureHtml } from "../../text/figureHtml.ts";
import { isStoryType, isWithheldPart, lineOf, NAMES, restrictionMark, WITHHELD_PART } from "./documentFields.ts";

/** Of core, Content Moderation, Scheduler and Rabbit Hole. */
const RELEASE: Record<string, ReleaseField> = {
  status: { publishes: ["true", "1"], withholds: ["false", "0"], isRequired: true },
  moderation_state: { publishes: ["published"], withholds: ["draft", "review", "needs_review", "archived", "unpublished"] },
  publish_on: { means: "release" },
  unpublish_on: { means: "expiry" },
  rh_action: { publishes: ["bundle_default", "display_page"], withholds: ["access_denied", "page_not_found", "page_redirect"] },
};

/** Answers of Drupal's JSON:API (drupal.org/docs/core-modules-and-themes/core-modules/jsonapi-module), with what they include. */
export const drupalSource = defineSource({
  extensions: ["json"],
  detects: ({ head }) => /^\uFEFF?\s*[[{]/u.test(head) && /"type"\s*:\s*"node--/u.test(head) && /"attributes"\s*:/u.test(head),
  timeZone: "UTC",
  release: RELEASE,
  read: async ({ json, types }) => {
    const answers = listed(await json()).filter(isRecord);
    const included = new Map(
      answers
        .flatMap((answer) => [...recordsOf(answer["included"]), ...recordsOf(answer["data"])])
        .map((each) => [scalarText(each["id"]), each]),
    );
    return answers.flatMap((answer) => {
      const site = siteOf(answer);
      return listed(answer["data"])
        .filter(isRecord)
        .map((node) => read(node, { included, site }, types));
    });
  },
});

type Around = { included: ReadonlyMap<string, Raw>; site: string | undefined };

function siteOf(answer: Raw): string | undefined {
  const self = recordIn(answer, "links")["self"];
  const href = isRecord(self) ? scalarText(self["href"]) : scalarText(self);
  return URL.canParse(href) ? new URL(href).origin : undefined;
}

function read(node: Raw, around: Around, types: readonly string[]): SourceItem {
  const id = scalarText(node["id"]);
  const place = id === "" ? "node" : id;
  const type = scalarText(node["type"]).replace(/^node--/u, "");
  if (!isStoryType(type, types)) return { place, story: { id }, skipped: notAnArticle(type) };
  const attributes = recordIn(node, "attributes");
  const body = recordIn(attributes, "body");
  const html = htmlOf(body) || partsHtml(node, around);
  const alias = scalarText(recordIn(attributes, "path")["alias"]);
  const number = scalarText(attributes["drupal_internal__nid"]);
  const paths = [alias, number === "" ? "" : `/node/${number}`].filter((path) => path !== "");
  const image = pictureOf(node, around);
  return {
    place,
    // An answer that was asked for without this field does not say whether the node is published.
    item: { ...releaseFields(node, around), status: attributes["status"] ?? "" },
    base: paths.map((path) => addressOf(path, around)).find((address) => address !== undefined) ?? addressOf("/", around),
    skipped: isBlankHtml(html) ? "It has no text." : undefined,
    story: {
      id,
      slug: alias.split("/").findLast(Boolean),
      headline: oneLine(scalarText(attributes["title"])),
      standfirst: standfirstOf(attributes, body),
      html,
      section: namesIn(node, /section|category/iu, around)[0],
      authors: namesIn(node, /author|byline/iu, around),
      topics: namesIn(node, /(?:tags?|topics?|subjects?|keywords?)(?:_|$)/iu, around),
      datePublished: scalarText(attributes["published_at"] ?? attributes["created"]),
      dateModified: scalarText(attributes["changed"]) || undefined,
      inLanguage: scalarText(attributes["langcode"]) || undefined,
      image: image === "" ? undefined : { type: "html", html: image },
      oldUrls: paths.flatMap((path) => (around.site === undefined ? [path] : (addressOf(path, around) ?? []))),
    },
  };
}

/** The fields of a node or paragraph, with the names of what its fields of release refer to; a reference to what is not in the file is unknown. */
const releaseFields = (node: Raw, around: Around): Raw => ({
  ...recordIn(node, "attributes"),
  metaRobots: Object.values(recordIn(node, "attributes")).flatMap((value) => ROBOTS.exec(scalarText(value))?.[1] ?? []),
  ...Object.fromEntries(
    fieldsOf(node)
      .filter((field) => meaningOf(field) !== undefined)
      .map((field) => [
        field,
        listed(recordIn(recordIn(node, "relationships"), field)["data"]).map((reference) => nameOf(targetOf(reference, around)) ?? "…"),
      ]),
  ),
});

/** The address of a path of the site; undefined if the site is not known, or the path is none. */
const addressOf = (path: string, { site }: Around): string | undefined =>
  site !== undefined && URL.canParse(path, site) ? new URL(path, site).href : undefined;

/** The field of Metatag as it is stored, in JSON or as PHP writes it: `{"robots":"noindex"}`, `a:1:{s:6:"robots";s:7:"noindex";}`. */
const ROBOTS = /^(?:\{|a:\d+:\{)[^]*"robots"(?::|;s:\d+:)"([^"]*)"/u;

/** A formatted text, as readers see it. */
const htmlOf = (field: Raw): string => scalarText(field["processed"]) || scalarText(field["value"]);

function standfirstOf(attributes: Raw, body: Raw): ReturnType<typeof lineOf> | { type: "html"; html: string } {
  const summary = scalarText(body["summary"]);
  return summary === "" ? lineOf(attributes, NAMES.standfirst) : { type: "html", html: summary };
}

const targetOf = (reference: unknown, { included }: Around): Raw | undefined =>
  isRecord(reference) ? included.get(scalarText(reference["id"])) : undefined;

const nameOf = (resource: Raw | undefined): string | undefined =>
  lineOf(recordIn(resource ?? {}, "attributes"), ["name", "title", "label"]);

const isPublished = (resource: Raw | undefined): boolean =>
  !["false", "0"].includes(scalarText(recordIn(resource ?? {}, "attributes")["status"]));

/** The resources that a field refers to, in their order. */
const related = (node: Raw, field: string, around: Around): Raw[] =>
  listed(recordIn(recordIn(node, "relationships"), field)["data"])
    .filter(isRecord)
    .flatMap((reference) => {
      const found = targetOf(reference, around);
      return found === undefined ? [] : [{ ...found, meta: recordIn(reference, "meta") }];
    });

const fieldsOf = (node: Raw): string[] => Object.keys(recordIn(node, "relationships"));

/** The names of the terms and people that the fields of a name refer to. Accounts are left out: they often have a login for a name. */
const namesIn = (node: Raw, name: RegExp, around: Around): string[] =>
  fieldsOf(node)
    .filter((field) => name.test(field))
    .flatMap((field) => related(node, field, around))
    .filter(isPublished)
    .flatMap((each) => nameOf(each) ?? []);

/**
 * The text of a node that is made of paragraphs (the module of that name): each formatted text and picture, in their order.
 * @param seen the paragraphs so far, of which each is part of one text, once
 */
function partsHtml(node: Raw, around: Around, seen = new Set<unknown>(), depth = 0): string {
  const parts = fieldsOf(node)
    .flatMap((field) => related(node, field, around))
    .filter(({ id }) => !seen.has(id) && seen.add(id));
  return parts
    .filter((part) => scalarText(part["type"]).startsWith("paragraph--") && isPublished(part))
    .map((part) => {
      const mark = restrictionMark(scalarText(part["type"]).replace(/^paragraph--/u, ""));
      if (mark === WITHHELD_PART || isWithheldPart(releaseFields(part, around))) return WITHHELD_PART;
      const texts = Object.entries(recordIn(part, "attributes")).flatMap(([name, value]) =>
        isForEditors(name)
          ? []
          : isRecord(value) && "value" in value
            ? [htmlOf(value)]
            : /^field_.*(?:title|heading|text)/u.test(name)
              ? [plainTextHtml(scalarText(value))]
              : [],
      );
      return [mark, ...texts, pictureOf(part, around), depth < 5 ? partsHtml(part, around, seen, depth + 1) : ""]
        .filter((html) => html.startsWith("<!--") || !isBlankHtml(html))
        .join("\n");
    })
    .join("\n");
}

/** The first picture that a field refers to, as a file or as an item of the media library. */
function pictureOf(node: Raw, around: Around): string {
  const fields = fieldsOf(node).filter((field) => /image|media|picture|photo|hero|thumbnail/iu.test(field));
  for (const each of fields.flatMap((field) => related(node, field, around))) {
    const file = scalarText(each["type"]) === "file--file" ? each : related(each, "field_media_image", around)[0];
    const uri = recordIn(recordIn(file ?? {}, "attributes"), "uri");
    const url = scalarText(uri["url"]);
    if (url === "" || ![each, file].every(isPublished) || scalarText(uri["value"]).startsWith("private:")) continue;
    const src = addressOf(url, around) ?? url;
    return figureHtml({ src, alt: scalarText(recordIn(file ?? {}, "meta")["alt"]) });
  }
  return "";
}
