import { RESTRICTED_CLASSES } from "./postClasses.ts";
import { isRecord, type Raw, scalarText } from "../../text/jsonRecord.ts";
import { type CertainField, certainFields } from "../../draft/release/certainFields.ts";
import { isForSome } from "../../draft/release/fieldReaders.ts";
import { meaningOf } from "../../draft/release/releaseFields.ts";

/** `part` is the key of the value in a list that PHP serialised. The field counts only if another, in that list or of the post, has a value. */
type PostField = CertainField & { part?: string; when?: [name: string, value: RegExp] };

/** The custom fields in which plugins of WordPress store who may read a post, and whether search engines may list it, by plugin. */
const FIELDS: Record<string, PostField> = {
  // Yoast SEO: 0 is the default of the site.
  "_yoast_wpseo_meta-robots-noindex": { publishes: ["0", "2"], withholds: ["1"] },
  "_yoast_wpseo_newssitemap-robots-index": { publishes: ["0", "index"], withholds: ["1", "noindex"] },
  // Rank Math
  rank_math_robots: { publishes: ["index", "nofollow", "noarchive", "noimageindex", "nosnippet"], withholds: ["noindex"] },
  // All in One SEO, to version 3
  _aioseop_noindex: { publishes: ["off", "0"], withholds: ["on", "1"] },
  _aioseop_sitemap_exclude: { publishes: ["off", "0"], withholds: ["on", "1"] },
  // SEOPress: a tick at "do not show this page in search results"
  _seopress_robots_index: { publishes: ["no", "0"], withholds: ["yes", "1"] },
  // Slim SEO
  slim_seo: { part: "noindex", publishes: ["0", "false"], withholds: ["1", "true"] },
  // The SEO Framework, Genesis: -1 is "index".
  _genesis_noindex: { publishes: ["0", "-1"], withholds: ["1"] },
  exclude_local_search: { publishes: ["0"], withholds: ["1"] },
  exclude_from_archive: { publishes: ["0"], withholds: ["1"] },
  // SmartCrawl
  "_wds_meta-robots-noindex": { publishes: ["0"], withholds: ["1"] },
  // Robots Meta, Platinum SEO
  robotsmeta: { means: "robots" },
  // Thesis
  thesis_robots: { part: "noindex", publishes: ["0"], withholds: ["1"] },
  // Members
  _members_access_role: { publishes: [] },
  // Restrict Content Pro, Restrict Content
  _is_paid: { publishes: ["0", "false", "no"], withholds: ["1", "true", "yes"] },
  rcp_subscription_level: { publishes: [], withholds: ["any", "any-paid"] },
  rcp_access_level: { publishes: ["0", "none"] },
  rcp_user_level: { publishes: ["all", "none"], withholds: ["administrator", "editor", "author", "contributor", "subscriber"] },
  rcUserLevel: { publishes: ["all", "none"], withholds: ["administrator", "editor", "author", "contributor", "subscriber"] },
  // WooCommerce Memberships: what the rules of the shop restrict is not in an export, only which posts they do not apply to.
  _wc_memberships_force_public: { publishes: ["yes"] },
  // Ultimate Member: 0 is everybody, 1 those who are not logged in.
  um_content_restriction: {
    part: "_um_accessible",
    when: ["_um_custom_access_settings", /^(?:1|true)$/u],
    publishes: ["0", "1"],
    withholds: ["2"],
  },
  _um_accessible: { when: ["_um_custom_access_settings", /^(?:1|true)$/u], publishes: ["0", "1"], withholds: ["2"] },
  // Leaky Paywall: by default everybody may read some posts.
  _issuem_leaky_paywall_visibility: { part: "visibility_type", publishes: ["default", "always"], withholds: ["only", "onlyalways"] },
  // Jetpack
  _jetpack_newsletter_access: {
    publishes: ["everybody"],
    withholds: ["subscribers", "paid_subscribers", "paid_subscribers_all_tiers"],
  },
  // Paid Member Subscriptions, Profile Builder
  "pms-content-restrict-user-status": { publishes: ["loggedout"], withholds: ["loggedin"] },
  "pms-content-restrict-subscription-plan": { publishes: [] },
  "pms-content-restrict-all-subscription-plans": { publishes: [], withholds: ["all"] },
  "wppb-content-restrict-user-status": { publishes: ["loggedout"], withholds: ["loggedin"] },
  "wppb-content-restrict-user-role": { publishes: [] },
  // WP-Members
  _wpmem_block: { publishes: ["0"], withholds: ["1", "2"] },
  // Ultimate Membership Pro
  ihc_mb_who: { publishes: [] },
  // ARMember
  arm_access_plan: { publishes: [] },
  // Groups
  "groups-read": { publishes: [] },
  "groups-groups_read_post": { publishes: [] },
  // Memberful
  memberful_acl: { publishes: [] },
  memberful_available_to_any_registered_user: { publishes: ["0"], withholds: ["1"] },
  memberful_available_to_anybody_subscribed_to_a_plan: { publishes: ["0"], withholds: ["1"] },
  // Patreon: an amount in dollars
  "patreon-level": { publishes: ["0"] },
  "patreon-active-patrons-only": { publishes: ["0"], withholds: ["1"] },
  // LaterPay
  laterpay_post_prices: { part: "price", publishes: ["0", "0.0", "0.00"] },
  // PublishPress Future and Content Scheduler keep dates that were switched off again.
  "_expiration-date": { when: ["_expiration-date-status", /./u], means: "expiry" },
  "_cs-expire-date": { when: ["_cs-enable-schedule", /^enable$/iu], means: "expiry" },
};

/** What WordPress itself and its plugins say about the release of a post; only "publish" is public. */
export const WORDPRESS_FIELDS = certainFields({
  ...FIELDS,
  status: {
    publishes: ["publish"],
    withholds: ["draft", "auto-draft", "pending", "private", "trash", "inherit"],
    waits: ["future"],
    isRequired: true,
  },
  // The post types of rules that may apply to any post
  rules: { publishes: [] },
  // Classes of the post's HTML: those that are given to restricted posts
  post_class: { publishes: [], withholds: [...RESTRICTED_CLASSES] },
});

/**
 * What the custom fields of a post say about who may read it, for WORDPRESS_FIELDS. A field that is not of a known plugin counts if
 * its name says that it keeps something back, and its value is yes.
 * @param metas names and values as WordPress stores them, with lists serialised by PHP, or as its REST API gives them
 */
export function accessFields(metas: readonly (readonly [name: string, value: unknown])[]): Raw {
  const ofPost = Object.fromEntries(metas);
  const fields = new Map<string, string[]>();
  for (const [name, value] of metas) {
    const values = Object.hasOwn(FIELDS, name) ? said(FIELDS[name], value, ofPost) : own(name, value);
    if (values.length > 0) fields.set(name, [...(fields.get(name) ?? []), ...values]);
  }
  return Object.fromEntries(fields);
}

function said(field: PostField | undefined, value: unknown, ofPost: Raw): string[] {
  const list = isRecord(value) ? value : serialised(scalarText(value));
  const [other, needed] = field?.when ?? [];
  if (other !== undefined && needed?.test(scalarText((list ?? ofPost)[other])) !== true) return [];
  if (list === undefined) return [value].flat().map(scalarText);
  return (field?.part === undefined ? Object.values(list) : [list[field.part]]).map(scalarText);
}

/** A password may be any word, such as "none"; PHP takes "0" for none. What it is must not be in a report. */
export const lockOf = (password: string): string => (password.trim() === "" || password === "0" ? "" : "yes");

/** Names such as "hidden" are those of many things; a value of an access field would be yes. */
function own(name: string, value: unknown): string[] {
  const meaning = meaningOf(name);
  const values = [value].flat().map(scalarText);
  if (meaning === "locks" || meaning === "embargo") return values;
  if (meaning === "hides" || meaning === "flags") return values.filter((each) => /^(?:1|yes|true|on)$/iu.test(each));
  return meaning === "audience" ? values.filter(isForSome) : [];
}

/** In characters. A longer value is no setting, and is not understood. */
const LONGEST = 20_000;

/** The values of an array that PHP serialised, by their keys; undefined for any other text. Values in arrays of an array are among them. */
function serialised(text: string): Raw | undefined {
  const [start] = /^a:\d+:\{/u.exec(text) ?? [];
  if (start === undefined || text.length > LONGEST) return undefined;
  const values = [...text.slice(start.length).matchAll(/s:\d+:"([^]*?)";|[bdi]:([^;]*);|a:\d+:(\{)/gu)].map(
    ([, words, number]) => words ?? number,
  );
  const list: Raw = {};
  for (let at = 0; at < values.length; at += 2) list[values[at] ?? ""] = values[at + 1];
  return list;
}
