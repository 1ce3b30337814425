import { certainFields } from "../../draft/release/certainFields.ts";
import type { Raw } from "../../text/jsonRecord.ts";
import { RESTRICTED_CLASSES, classFields } from "../wxr/postClasses.ts";
import { valuesInJsonLd } from "./pageJsonLd.ts";
import { metaOf } from "./metaOf.ts";

/** The names under which search engines look for instructions in `meta`; "robots" is for all of them. */
const ROBOTS = [
  "robots",
  "x-robots-tag",
  "googlebot",
  "googlebot-news",
  "bingbot",
  "msnbot",
  "slurp",
  "yandex",
  "baiduspider",
  "duckduckbot",
];

/** Moments, as PRISM and Dublin Core write them in `meta`. */
const MOMENTS = ["prism.embargodate", "prism.expirationdate", "prism.killdate", "dcterms.available", "article:expiration_time"];

/** What a page says about its release to search engines, to Facebook, in microdata and in the classes that WordPress gives to a post. */
export const PAGE_FIELDS = certainFields({
  ...Object.fromEntries(ROBOTS.map((name) => [name, { means: "robots" }])),
  // Everybody can read "metered" pages, though only a limited number.
  "article:content_tier": { publishes: ["free", "metered"], withholds: ["locked"] },
  // Pages written for Pelican
  "meta.status": { withholds: ["draft", "hidden", "skip", "private", "unpublished"] },
  status: { publishes: ["publish"], withholds: ["draft", "pending", "private", "trash", "future"] },
  post_class: { publishes: [], withholds: [...RESTRICTED_CLASSES] },
});

/** What a page says about who may read it, and until when, for PAGE_FIELDS. */
export function pageRelease(document: Document): Raw {
  const meta = metaOf(document);
  const names = [...ROBOTS, ...MOMENTS, "article:content_tier"];
  const post = document.querySelector("article.hentry, article[class*=status-], .hentry, article");
  const classes = [document.body, post].flatMap((element) => (element?.getAttribute("class") ?? "").split(/\s+/u));
  return {
    ...Object.fromEntries(names.map((name) => [name, meta(name)])),
    "meta.status": meta("status"),
    ...classFields(classes),
    isAccessibleForFree: [...valuesInJsonLd(document, "isAccessibleForFree"), ...microdata(document)].map(plain),
  };
}

/** The values of a property of schema.org in microdata: of an attribute, a link, or the text. */
const microdata = (document: Document): string[] =>
  [...document.querySelectorAll('[itemprop~="isAccessibleForFree"]')].map(
    (element) => element.getAttribute("content") ?? element.getAttribute("href") ?? element.textContent ?? "",
  );

/** "https://schema.org/False" is False. */
const plain = (value: unknown): unknown => (typeof value === "string" ? value.replace(/^.*schema\.org\//u, "") : value);
