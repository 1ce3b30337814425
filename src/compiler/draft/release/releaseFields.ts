import { nearestName } from "../../text/nearestName.ts";

/**
 * What the value of a field that can keep a story back means:
 * - `release`: the moment from which it is public, or a switch that says whether it is;
 * - `embargo`: the moment until which nobody may publish it;
 * - `expiry`: the moment from which it is no longer public;
 * - `status`: a word for its state; only a few mean that it is published;
 * - `stage`: the same, in fields that also have other uses: only words for unpublished states count;
 * - `audience`: who may read it, which must be everybody;
 * - `hides` and `shows`: a switch that must be off, or on; `flags`: a field that also has other uses, in which only "yes" counts;
 * - `grants`: a field that also has other uses, in which only "no" counts;
 * - `locks`: what readers need in order to read it, such as a password;
 * - `robots`: instructions to search engines;
 * - `build`: Hugo's switches for what is built from it;
 * - `sitemap`, `address`: settings in which only a "no" counts.
 */
export type Meaning = (typeof MEANINGS)[number];

export const MEANINGS = [
  "release",
  "embargo",
  "expiry",
  "status",
  "stage",
  "audience",
  "hides",
  "shows",
  "flags",
  "grants",
  "locks",
  "robots",
  "build",
  "sitemap",
  "address",
] as const;

/**
 * The names of these fields in Broadsheet, Hugo and its themes, Jekyll, Eleventy, Astro, Hexo,
 * Zola, Quartz, Docusaurus, VitePress, Nuxt, Grav, Statamic, Lektor, Obsidian and its Digital Garden, Qiita, Zenn, Hashnode, Buttondown,
 * WordPress, Ghost, Substack, Drupal, Joomla, Wagtail,
 * GOV.UK, IPTC's formats, PRISM and schema.org. Case, "-", "_" and "." make no
 * difference. Add any field with such a meaning that is missing.
 */
const WRITTEN: Record<Meaning, string> = {
  release: `date datePublished publishDate publishedDate publicationDate pubDate publish published publishAt publishedAt
    publishOn publishedOn publishFrom publishTime publishingDate publishUp schedule scheduled scheduledAt scheduledFor
    scheduledDate scheduleDate scheduledTime publishingScheduledAt visibleFrom visibleAfter visibleAt availableFrom
    availableAt availableOn availabilityStarts releaseDate releaseAt releaseOn released releasedAt goLive goLiveAt
    liveFrom liveAt liveDate notBefore showFrom showAfter startPublishing dateRelease firstPublicAt firstPublishedAt postDate postDateGmt issued validFrom onSaleDate`,
  embargo: `embargo embargoed embargoUntil embargoedUntil embargoDate embargoEnd embargoEnds embargoEndDate embargoTime
    holdUntil heldUntil withholdUntil underEmbargo prismEmbargoDate sperrfrist`,
  expiry: `expiry expires expire expired expireAt expiresAt expiresOn expireDate expiryDate expirationDate expiration
    expirationTime dateExpire unpublishDate unpublishAt unpublishedAt unpublishOn unpublish publishUntil publishDown
    visibleUntil availableUntil availableThrough availabilityEnds showUntil notAfter removeAt removeOn removeAfter takeDown
    takeDownAt takeDownDate endPublishing articleExpirationTime prismExpirationDate unavailableAfter validUntil validThrough killDate
    offSaleDate`,
  status: `status postStatus pubStatus publicationStatus publicationState publishStatus publishingStatus publishState
    managementStatus moderationState workflowState workflowStatus editorialStatus creativeWorkStatus articleStatus
    contentStatus storyStatus`,
  stage: "state stage phase workflow review reviewStatus classification sensitivity permission permissions",
  audience: `visibility visibleTo visibleFor audience access accessLevel contentVisibility contentTier articleContentTier
    restrictedTo restriction
    membership membershipLevel membershipTier memberLevel memberTier subscription subscriptionLevel subscriptionTier accessTier requiredTier
    postVisibility contentAccess requiredRole requiredRoles allowedRoles privacy emailType`,
  hides: `draft isDraft saveAsDraft private isPrivate hidden isHidden unlisted isUnlisted noindex noIndex isNoindex robotsNoIndex secret
    confidential isConfidential internal isInternal internalOnly restricted isRestricted withheld withhold hold onHold held unpublished isUnpublished
    trashed isTrashed trash deleted isDeleted archived isArchived disabled isDisabled wip workInProgress
    killed spiked cancelled canceled membersOnly memberOnly subscribersOnly subscriberOnly subscriberExclusive
    isMembersOnly paidOnly isPaid premiumOnly isPremium paywall paywalled isPaywalled behindPaywall gated emailOnly newsletterOnly
    sendAsEmailOnly requiresLogin requireLogin siteLogin loginRequired authRequired requiresAuth requireAuth requiresSubscription
    subscriptionRequired requiresMembership membershipRequired registrationRequired ignorePublish ignorePost
    sitemapExclude excludeFromSitemap hideFromSitemap sitemapIgnore sitemapDisable disableSitemap
    eleventyExcludeFromCollections excludeFromCollections excludeFromCollection excludeFromSearch searchExclude
    excludeSearch searchHidden hiddenFromSearch hideFromSearch bookSearchExclude excludeFromIndex hideFromIndex hiddenInHomeList
    hideFromHome hiddenFromHomePage hideFromHomePage hiddenFromHome hiddenFromFeed hiddenFromRss hideFromFeed bookHidden geekdocHidden dgHide headless accessLimited notPublic nonPublic unreleased`,
  flags:
    "entwurf brouillon borrador bozza rascunho 草稿 下書き superseded subscribers auth noRobots hide members paid premium ignore ignored skip exclude excluded withdrawn retracted removed classified legalHold isHeld awaitingReview needsReview block blocked",
  shows: `public isPublic isPublished visible isVisible listed isListed indexed indexable live isLive enabled isEnabled
    searchable inSearchIndex showInSitemap inSitemap isAccessibleForFree dgPublish routable discoverable`,
  // In R Markdown, `output` is a format.
  grants:
    "veröffentlicht öffentlich publié publicado pubblicato 公開 readyToPublish publishReady showOnSite showOnWeb visibleOnWeb output publishable isPublishable online isOnline approved isApproved free isFree active isActive ready isReady",
  locks: "password passwords passwordProtected postPassword passphrase protected isProtected encrypt encrypted protect accessCode tiers",
  robots: "robots robot googlebot metaRobots robotsMeta xRobotsTag googlebotNews bingbot slurp",
  build: "build",
  sitemap: "sitemap index indexing render list search pagefind",
  address: "permalink",
};

/**
 * A name without case and separators, which differ between programs (publish_date, publishDate, date.release), and without what a word
 * processor adds: quotation marks, wide spaces, signs that nobody sees.
 */
export const folded = (name: string): string => name.toLowerCase().replace(/[-_.:\s\p{Cf}\p{Quotation_Mark}]/gu, "");

/** The names of the fields of each meaning. */
export const fieldsOfMeaning = (meaning: Meaning): string[] => WRITTEN[meaning].split(/\s+/u);

const BY_NAME = new Map<string, Meaning>(
  MEANINGS.flatMap((meaning) => fieldsOfMeaning(meaning).map((name): [string, Meaning] => [folded(name), meaning])),
);

/** All names, for recognising misspelt ones. */
export const RELEASE_NAMES: ReadonlySet<string> = new Set(MEANINGS.flatMap(fieldsOfMeaning));

/** For names not listed above: a field name with one of these words is meant to keep something back. */
const BY_PART: [RegExp, Meaning][] = [
  [/^(?:is)?(?:no|not|dont|donot|never)(?:yet)?(?:for|tobe)?publi(?:sh|c)/u, "hides"],
  [/^publish(?:ed)?(?:on|to)?(?:web|website|site|online)$/u, "shows"],
  [/embargo/u, "embargo"],
  [/unpublish|expir[ey]|expiration/u, "expiry"],
  [/noindex/u, "hides"],
  [
    /^(?!.*(?:no|disable|hide|exclude|ignore|skip|free|bypass|show|message|text|comment)).*(?:paywall|(?:members?|subscribers?)only|restrict(?:ed)?(?:content|access|post)|contentgate)/u,
    "flags",
  ],
  [/schedul(?!.*(?:seconds|delay|timezone)$)/u, "release"],
  [/password/u, "locks"],
  [
    /(?:publish(?:ed|ing)?|publication|available|availability|visible|valid|live|online)(?:until|till|through|thru|to|ends?)(?:date|time|at|on)?$/u,
    "expiry",
  ],
  [
    /(?:publish(?:ed|ing)?|publication|pub|releas(?:e|ed)|live|launch|available|availability|visible|online|issued?)(?:(?:date|day|time|stamp)+|at|on|after|from|starts?|begins?)(?:date|time|utc|gmt)*$/u,
    "release",
  ],
  [
    /^(?:dc|dcterms)?date(?:of)?(?:published|publication|release|available|issued|launch)$|^dc(?:terms)?(?:available|issued|valid)$/u,
    "release",
  ],
];

/** Names of fields such as a title, which contain one of those words by chance. */
const OTHERS = /(?:title|text|label|note|notes|reason|by|message|description|version)$/u;

/** The meaning of a field for the release of its story; undefined if it has none. */
export function meaningOf(name: string): Meaning | undefined {
  const plain = plainName(name);
  const known = BY_NAME.get(plain);
  if (known !== undefined) return known;
  return OTHERS.test(plain) ? undefined : BY_PART.find(([part]) => part.test(plain))?.[1];
}

/** Whether a field may keep a story back, so that each of its values counts if it is written twice. Of dates and addresses the last counts. */
export function withholds(name: string): boolean {
  const meaning = meaningOf(name);
  return folded(name) === "tier" || (meaning !== undefined && meaning !== "release" && meaning !== "address");
}

/** Without what Drupal puts before the names of an editor's own fields. */
export const plainName = (name: string): string => folded(name.replace(/^field_/iu, ""));

/** The meaning of an unknown field whose name may be a misspelling of a known one. */
export function misspeltMeaning(name: string): Meaning | undefined {
  const nearest = name.length < SHORTEST ? undefined : nearestName(name, RELEASE_NAMES);
  return nearest === undefined ? undefined : meaningOf(nearest);
}

/** Shorter names are too similar to each other: "live", "list", "line". */
const SHORTEST = 5;

/** Whether a field is a group of other fields: Hugo's `params`, Zola's `extra`, the settings of SEO plugins, JSON Feed's `_extensions`. */
export const isGroup = (name: string): boolean => GROUPS.has(plainName(name)) || (name.startsWith("_") && meaningOf(name) === undefined);

const PROGRAMS =
  "post page story article workflow wp wordpress yoast ghost hashnode devto hugo jekyll cms settings options config head frontmatter custom".split(
    " ",
  );

const GROUPS = new Set([
  "params",
  "extra",
  "seo",
  "meta",
  "metadata",
  "metatag",
  "metatags",
  "robots",
  "publication",
  "publishing",
  "release",
  "access",
  "eleventycomputed",
  ...PROGRAMS,
]);
