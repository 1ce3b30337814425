import { folded, meaningOf, RELEASE_NAMES } from "../../draft/release/releaseFields.ts";

/**
 * The names of front matter fields: ours first, then those of Hugo, Jekyll,
 * Eleventy, Astro and their themes, in the order in which they take precedence
 * if a file has several. Case, "-" and "_" make no difference.
 */
export const FIELD_NAMES = {
  id: ["id", "guid", "uuid"],
  slug: ["slug"],
  headline: ["headline", "title"],
  standfirst: ["standfirst", "description", "summary", "excerpt", "lead", "lede", "dek", "subtitle", "abstract"],
  section: ["section", "category", "categories"],
  authors: ["authors", "author", "byline", "by"],
  datePublished: [
    "datePublished",
    "date",
    "pubDate",
    "publishDate",
    "published",
    "publishedAt",
    "published_at",
    "created",
    "dateCreated",
    "createdAt",
  ],
  dateModified: ["dateModified", "updated", "lastmod", "modified", "updatedDate", "last_modified_at", "updatedAt", "lastUpdated"],
  dateline: ["dateline"],
  topics: ["topics", "tags", "tag", "keywords"],
  places: ["places", "place", "locations", "location"],
  image: [
    "image",
    "cover",
    "hero",
    "heroImage",
    "cover_image",
    "coverImage",
    "featured_image",
    "featuredImage",
    "feature_image",
    "images",
    "thumbnail",
    "banner",
    "og_image",
    "previewimage",
  ],
  imageAlt: ["imageAlt", "image_alt", "heroImageAlt", "heroAlt", "coverAlt", "featured_image_alt", "feature_image_alt", "thumbnailAlt"],
  imageCaption: ["imageCaption", "image_caption", "image_figcaption", "figcaption", "heroCaption", "coverCaption", "feature_image_caption"],
  imageCredit: ["imageCredit", "image_credit", "photo_credit", "image_attribution", "coverCredit"],
  audio: ["audio", "audio_file", "audioFile", "audio_url", "audioUrl"],
  type: ["type"],
  coverageStartTime: ["coverageStartTime"],
  ended: ["ended", "coverageEndTime"],
  key: ["key", "keyEvent"],
  pinned: ["pinned"],
  inLanguage: ["inLanguage", "lang", "language", "locale"],
  translationOf: ["translationOf"],
  translationKey: ["translationKey", "lang-ref"],
  direction: ["direction", "dir"],
  sponsor: ["sponsor", "sponsored", "sponsoredBy", "advertorial"],
  ai: ["ai", "aiDisclosure"],
  kind: ["kind"],
  genre: ["genre"],
  series: ["series"],
  part: ["part", "seriesPart", "seriesOrder", "series_order", "series_index"],
  urgency: ["urgency"],
  corrections: ["corrections", "correction"],
  citations: ["citations", "citation", "sources"],
  discussion: ["discussion", "discussionUrl"],
  about: ["external_url", "external_link", "source_url", "link_url", "linked_url", "link"],
  url: ["canonical", "canonical_url", "canonicalURL", "original_url"],
  oldUrls: [
    "oldUrls",
    "permalink",
    "url",
    "path",
    "redirect_from",
    "aliases",
    "alias",
    "tumblr_url",
    "wordpress_url",
    "old_url",
    "save_as",
  ],
} as const;

export type FieldName = keyof typeof FIELD_NAMES;

const isField = (name: string): name is FieldName => Object.hasOwn(FIELD_NAMES, name);

/** The names that one of our fields may have in a file. */
export const namesOf = (field: string): string[] => [...(isField(field) ? FIELD_NAMES[field] : []), field];

/** Fields that other programs use for their templates and options, which have no meaning here. */
const WITHOUT_MEANING = (
  "layout weight toc math comments comment share featured pinned sticky template cascade outputs markup schema " +
  "eleventyNavigation templateEngineOverride extra params taxonomies translation hidetitle nocomments pretty_url has_math"
).split(" ");

/** The name of every field that means something here. */
export const NAMES: ReadonlySet<string> = new Set([...Object.values(FIELD_NAMES).flat(), ...RELEASE_NAMES]);

const KNOWN = new Set([...Object.values(FIELD_NAMES).flat(), ...WITHOUT_MEANING].map(folded));

export const isKnown = (name: string): boolean => KNOWN.has(folded(name)) || meaningOf(name) !== undefined;
