import type { Row } from "./row.ts";

/** @param fields elements of the item; @param text what follows the first paragraph; @param items other items */
const wxr = (field: string, value: string, fields: string, isPublic?: true, text = "", items = ""): Row => ({
  system: "WordPress",
  field,
  value,
  ...(isPublic && { isPublic }),
  make: (word) => ({
    [`${word}.xml`]: `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>
<item><title>The ${word}</title><guid>${word}</guid><content:encoded><![CDATA[Words of ${word}.${text}]]></content:encoded>
<wp:post_id>1</wp:post_id><wp:post_date_gmt>2024-04-22 07:10:00</wp:post_date_gmt><wp:post_type>post</wp:post_type>${fields}</item>${items}</channel></rss>`,
  }),
});

const status = (word: string): string => `<wp:status>${word}</wp:status>`;

/** Custom fields of a published post. */
const metas = (fields: Record<string, string>): string =>
  status("publish") +
  Object.entries(fields)
    .map(
      ([key, value]) => `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`,
    )
    .join("");

const meta = (key: string, value: string, isPublic?: true): Row => wxr(key, value, metas({ [key]: value }), isPublic);

const rule = (type: string): string =>
  `<item><title>A rule</title><wp:post_type>${type}</wp:post_type><wp:status>publish</wp:status></item>`;

const member = (settings: number, who: number): string =>
  `a:2:{s:26:"_um_custom_access_settings";s:1:"${settings}";s:14:"_um_accessible";i:${who};}`;

const leaky = (type: string): string => `a:2:{s:15:"visibility_type";s:${type.length}:"${type}";s:12:"only_visible";a:1:{i:0;s:1:"1";}}`;

const WXR_ROWS: Row[] = [
  wxr("status", "publish", status("publish"), true),
  ...["draft", "auto-draft", "pending", "private", "trash", "inherit", "in-legal", "acf-disabled"].map((word) => wxr("status", word, status(word))), // prettier-ignore
  wxr("post_password", "abc", `${status("publish")}<wp:post_password>abc</wp:post_password>`),
  wxr("post_password", "none", `${status("publish")}<wp:post_password>none</wp:post_password>`),
  wxr("status", "empty", status("")),
  wxr("status", "missing", ""),
  wxr("status", "publish, and draft", status("publish") + status("draft")),
  wxr("status", "future", `<wp:status>future</wp:status>`),
  // Search engines
  meta("_yoast_wpseo_meta-robots-noindex", "1"),
  meta("_yoast_wpseo_meta-robots-noindex", "2", true),
  meta("_yoast_wpseo_newssitemap-robots-index", "noindex"),
  meta("rank_math_robots", 'a:2:{i:0;s:7:"noindex";i:1;s:8:"nofollow";}'),
  meta("rank_math_robots", 'a:2:{i:0;s:5:"index";i:1;s:9:"noarchive";}', true),
  meta("_aioseop_noindex", "on"),
  meta("_aioseop_sitemap_exclude", "on"),
  meta("_seopress_robots_index", "yes"),
  meta("_seopress_robots_follow", "yes", true),
  meta("slim_seo", 'a:2:{s:5:"title";s:6:"A — \u201cb\u201d";s:7:"noindex";i:1;}'),
  meta("slim_seo", 'a:1:{s:7:"noindex";b:0;}', true),
  meta("_genesis_noindex", "1"),
  meta("_genesis_noindex", "-1", true),
  meta("exclude_local_search", "1"),
  meta("_wds_meta-robots-noindex", "1"),
  meta("robotsmeta", "noindex,follow"),
  meta("robotsmeta", "index,follow", true),
  meta("thesis_robots", 'a:1:{s:7:"noindex";s:1:"1";}'),
  meta("jetpack_seo_noindex", "1"),
  meta("_su_meta_robots_noindex", "1"),
  // Who may read it
  meta("_members_access_role", "editor"),
  meta("_is_paid", "1"),
  meta("rcp_subscription_level", "any-paid"),
  meta("rcp_subscription_level", 'a:2:{i:0;s:1:"1";i:1;s:1:"3";}'),
  meta("rcp_access_level", "5"),
  meta("rcp_access_level", "None", true),
  meta("rcp_user_level", "Subscriber"),
  meta("rcp_user_level", "All", true),
  meta("rcUserLevel", "Subscriber"),
  meta("_wc_memberships_force_public", "no"),
  meta("_wc_memberships_force_public", "yes", true),
  meta("um_content_restriction", member(1, 2)),
  meta("um_content_restriction", member(0, 2), true),
  meta("um_content_restriction", member(1, 0), true),
  meta("_issuem_leaky_paywall_visibility", leaky("only")),
  meta("_issuem_leaky_paywall_visibility", leaky("default"), true),
  ...["subscribers", "paid_subscribers", "paid_subscribers_all_tiers", "friends"].map((who) => meta("_jetpack_newsletter_access", who)),
  meta("_jetpack_newsletter_access", "everybody", true),
  meta("pms-content-restrict-user-status", "loggedin"),
  meta("pms-content-restrict-subscription-plan", "12"),
  meta("wppb-content-restrict-user-role", "editor"),
  meta("_wpmem_block", "1"),
  meta("_wpmem_block", "0", true),
  meta("ihc_mb_who", "3,reg"),
  meta("arm_access_plan", "2"),
  meta("groups-read", "7"),
  meta("memberful_acl", 'a:1:{i:0;s:5:"12345";}'),
  meta("memberful_acl", "a:0:{}", true),
  meta("patreon-level", "5"),
  meta("patreon-level", "0", true),
  meta("laterpay_post_prices", 'a:2:{s:5:"price";d:0.49;s:4:"type";s:16:"individual price";}'),
  wxr("expire", "_expiration-date", metas({ "_expiration-date": "1000000000", "_expiration-date-status": "saved" })),
  wxr("_expiration-date", "switched off", metas({ "_expiration-date": "1000000000" }), true),
  wxr("expire", "_cs-expire-date", metas({ "_cs-enable-schedule": "Enable", "_cs-expire-date": "1000000000" })),
  ...["memberpressrule", "wc_membership_plan", "cc_restriction", "restriction"].map((type) =>
    wxr("rules", type, status("publish"), undefined, "", rule(type)),
  ),
  wxr("rules", "no rule of wc_membership_plan", metas({ _wc_memberships_force_public: "yes" }), true, "", rule("wc_membership_plan")),
  wxr("rules", "another post type", status("publish"), true, "", rule("job_listing")),
  // A site's own fields
  meta("members_only", "1"),
  wxr("embargo", "embargo_until", metas({ embargo_until: "2999-01-01" })),
  meta("members_only", "field_5f1c", true),
  meta("_post_visibility", "members"),
  meta("steady_paywall_enabled", "1"),
  meta("disable_paywall", "1", true),
  meta("_status", "1", true),
  meta("state", "Bavaria", true),
  meta("_edit_last", "1", true),
  meta("visibility", "high", true),
];

/** Parts of a text that are not for everybody, by their names in the report. */
const part = (name: string, text: string, isPublic?: true): Row => wxr(name, text, status("publish"), isPublic, `\n\n${text}`);

const block = (name: string, json = ""): string => `<!-- wp:${name} ${json}--><p>A part.</p><!-- /wp:${name} -->`;

const PART_ROWS: Row[] = [
  part("restrict", "[restrict level=2]A part.[/restrict]"),
  part("membership", '[membership level="1"]A part.[/membership]'),
  part("mepr-active", '[mepr-active rule="4"]A part.[/mepr-active]'),
  part("members_only", "[members_only]A part.[/members_only]"),
  part("private", "[private]A part.[/private]"),
  part("private", "[private] rooms are in brackets, and [membership] too.", true),
  part("private", "[private][gallery]A part.[/private]"),
  part("restrict", '[restrict message="See [here]"]A part.[/restrict]'),
  part("restrict", "[restrict\nlevel=1]A part.[/restrict]"),
  part("groups_member", '[groups_member group="x"]A part.[/groups_member]'),
  part("groups_non_member", "[groups_non_member]A part.[/groups_non_member]", true),
  part("team_member", "[team_member]A part.[/team_member]", true),
  part("mepr-active", "Text [mepr-active]A part."),
  part("disabled", '[et_pb_section disabled="on"]A part.[/et_pb_section]'),
  part("disabled", '[et_pb_section disabled="off"]A part.[/et_pb_section]', true),
  part("disable_element", '[vc_row disable_element="yes"]A part.[/vc_row]'),
  part("llms_visibility", block("paragraph", '{"llms_visibility":"enrolled"} ')),
  part("llms_visibility", block("paragraph", '{"llms_visibility":"all"} '), true),
  part("restrict", "<!--more->\n[restrict]\nA part.\n[/restrict]\n<!-- end -->"),
  part("premium-content/logged-out-view", block("premium-content/logged-out-view"), true),
  part("premium-content/container", block("premium-content/container", '{"planId":1} ')),
  part("premium-content/subscriber-view", block("premium-content/subscriber-view")),
  part("jetpack/paywall", "<!-- wp:jetpack/paywall /--><p>A part.</p>"),
  part("jetpack/paywall", "<!-- wp:jetpack/paywall --><!-- /wp:jetpack/paywall --><p>A part.</p>"),
  part("pmpro/membership", block("pmpro/membership", '{"levels":["1"]} ')),
  part("memberpress/protected-content", block("memberpress/protected-content", '{"rule":4} ')),
  part("woocommerce-memberships/member-content", block("woocommerce-memberships/member-content")),
  part("blockVisibility", block("group", '{"metadata":{"blockVisibility":false}} ')),
  part("blockVisibility", block("group", '{"metadata":{"blockVisibility":{"viewport":{"mobile":false}}}} '), true),
  part("blockVisibility", block("group", '{"blockVisibility":{"hideBlock":true}} ')),
  part("blockPermissionsCondition", block("group", '{"blockPermissionsCondition":"user-role","blockPermissionsRoles":["editor"]} ')),
  part("contentControls", block("group", '{"contentControls":{"enabled":true,"rules":{}}} ')),
  part("contentControls", block("group", '{"contentControls":{"enabled":false}} '), true),
  part("um_is_restrict", block("group", '{"um_is_restrict":true,"um_who_access":"1"} ')),
];

/** @param fields of a published post, as the REST API gives it */
const rest = (field: string, value: string, fields: object, isPublic?: true): Row => ({
  system: "WordPress REST API",
  field,
  value,
  ...(isPublic && { isPublic }),
  make: (word) => ({
    [`${word}.json`]: JSON.stringify([
      {
        id: 1,
        date: "2024-04-22T07:10:00",
        date_gmt: "2024-04-22T07:10:00",
        guid: { rendered: `https://w.example/${word}` },
        status: "publish",
        type: "post",
        title: { rendered: `The ${word}` },
        content: { rendered: `<p>Words of ${word}.</p>`, protected: false },
        ...fields,
      },
    ]),
  }),
});

const REST_ROWS: Row[] = [
  rest("status", "publish", {}, true),
  rest("status", "in-legal", { status: "in-legal" }),
  rest("status", "private", { class_list: ["post-1", "type-post", "status-private"] }),
  rest("post_class", "post-password-required", { class_list: { 0: "post-1", 7: "post-password-required" } }),
  rest("post_class", "pmpro-no-access", { class_list: ["post-1", "status-publish", "pmpro-no-access"] }),
  rest("class_list", "status-publish", { class_list: ["post-1", "status-publish", "format-status"] }, true),
  rest("status", "null", { status: null }),
  rest("status", "a list", { status: ["draft"] }),
  rest("status", "private, in a text", { class_list: "post-1 type-post status-private" }),
  rest("protected", "1", { content: { rendered: "<p>Words.</p>", protected: 1 } }),
  rest("visibility", "members", { acf: { options: { visibility: "members" } } }),
  rest("protected", "true", { excerpt: { rendered: "", protected: true } }),
  rest("password", "abc", { password: "abc" }),
  rest("_jetpack_newsletter_access", "subscribers", { meta: { _jetpack_newsletter_access: "subscribers" } }),
  rest("_jetpack_newsletter_access", "", { meta: { _jetpack_newsletter_access: "", jetpack_seo_noindex: false } }, true),
  rest("jetpack_seo_noindex", "true", { meta: { jetpack_seo_noindex: true } }),
  rest("members_only", "true", { acf: { members_only: true } }),
  rest("robots", "yoast_head_json", { yoast_head_json: { robots: { index: "noindex", follow: "follow" } } }),
  rest("robots", "yoast_head", { yoast_head: '<title>A</title>\n<meta content="noindex, follow" name="robots" />' }),
  rest("robots", "yoast_head: index", { yoast_head: '<meta name="robots" content="index" /><script>{"noindex":"noindex"}</script>' }, true),
  rest("robots", "rank_math", { rank_math: { robots: ["noindex", "nofollow"] } }),
  rest("robots", "rank_math: index", { rank_math: { robots: { index: "index", follow: "follow" } } }, true),
  rest("robots", "aioseo_head_json", { aioseo_head_json: { robots: "noindex, max-image-preview:large" } }),
  rest("robots", "aioseo_meta_data", { aioseo_meta_data: { robots_default: false, robots_noindex: true } }),
  rest("robots", "aioseo_meta_data: default", { aioseo_meta_data: { robots_default: true, robots_noindex: true } }, true),
  rest("members_only", "below a wrong end", {
    content: { rendered: "<p>Words.</p>\n<!--more->\n<p>[members_only]A part.[/members_only]</p>\n<!-- end -->" },
  }),
  rest("members_only", "in the text", { content: { rendered: "<p>Words.</p><p>[members_only]A part.[/members_only]</p>" } }),
  rest("robots", "aioseo_head", { aioseo_head: "<meta name='robots' content='noindex'>" }),
];

/** WordPress, by its own documentation and that of its plugins. */
export const WORDPRESS_ROWS: Row[] = [...WXR_ROWS, ...PART_ROWS, ...REST_ROWS];
