import type { Row } from "./row.ts";

const story = (word: string, fields: string, text = ""): string =>
  `---\ntitle: The ${word}\ndate: 2024-04-22\ntags: [topic ${word}]\n${fields}\n---\nWords of ${word}.\n${text}\n`;

const row = (system: string, field: string, value: string, isPublic?: true): Row => ({
  system,
  field,
  value,
  ...(isPublic && { isPublic }),
  // The name of a group is that of its field with the value.
  make: (word) => ({ [`${word}.md`]: story(word, `${field.replace(/\..*/u, "")}: ${value}`) }),
});

/** A story with a part in which the word stands. */
const withPart = (field: string, text: string): Row => ({
  system: "Markdown",
  field,
  value: text,
  make: (word) => ({ [`${word}.md`]: story(word, "", text.replaceAll("SECRET", word)) }),
});

const rowsOf = (fields: string, isPublic?: true): Row[] =>
  [...fields.matchAll(/([^|:]+): ([^|]+)/gu)].map(([, field = "", value = ""]) => row("Markdown", field.trim(), value.trimEnd(), isPublic));

/** For each system, its fields with values that withhold a story, and with values that do not. */
const FIELDS: [system: string, withheld: string, open: string][] = [
  ["Broadsheet", "draft: true | status: in-legal | access: gold | membership: gold | embargo: 2999-01-01", "draft: false"],
  [
    "Hugo",
    "draft: true | headless: true | expires: 2001-01-01 | publishDate: 2999-01-01 | build.list: \n  list: never | robots: noindex",
    "weight: 3 | class: members-of-parliament",
  ],
  [
    "themes of Hugo",
    "robotsNoIndex: true | searchHidden: true | hiddenFromSearch: true | hiddenFromHomePage: true | hiddenInHomeList: true | bookHidden: true | bookSearchExclude: true | geekdocHidden: true | excludeSearch: true | password: x",
    "robotsNoIndex: false | toc_hide: true",
  ],
  [
    "Jekyll",
    "published: false | sitemap: false | search: exclude | hidden: true | noindex: true | output: false",
    "state: Bavaria | nav_exclude: true",
  ],
  ["Eleventy", "permalink: false | eleventyExcludeFromCollections: true", "permalink: /old/"],
  [
    "Astro",
    "draft: true | pagefind: false | head: [{tag: meta, attrs: {name: robots, content: noindex}}]",
    "head: [{tag: meta, attrs: {name: author, content: Ada}}]",
  ],
  ["Hexo", "published: false | hide: true | indexing: false | secret: true | encrypt: true", "stage: 2"],
  ["Zola", "render: false | in_search_index: false", ""],
  [
    "Quartz and Obsidian",
    "publish: false | dg-publish: false | dg-hide: true | private: true",
    "status: seedling | status: evergreen | dg-publish: true",
  ],
  ["Docusaurus", "draft: true | unlisted: true", "hide_title: true"],
  [
    "VitePress and VuePress",
    "head: [[meta, {name: robots, content: 'noindex, nofollow'}]] | search: false | sitemap: {exclude: true}",
    "head: [[meta, {name: description, content: noindex}]] | search: true",
  ],
  ["Nuxt", "head: {meta: [{name: robots, content: noindex}]} | robots: false | published: false", "navigation: false"],
  ["Material for MkDocs", "draft: true | search: {exclude: true}", "hide: [navigation, toc] | tags: [private-equity]"],
  ["Pelican and Nikola", "status: draft | status: hidden | status: private | status: skip", "status: published | status: featured"],
  ["Qiita and Zenn", "private: true | ignorePublish: true | published: false", "ignorePublish: false | organization_url_name: null"],
  ["Hashnode and dev.to", "saveAsDraft: true | ignorePost: true | published: false", "saveAsDraft: false"],
  [
    "Ghost and Buttondown",
    "visibility: members | email_only: true | email_type: premium | status: scheduled",
    "visibility: public | email_type: public",
  ],
  ["Front Matter CMS, Decap, Tina, Keystatic", "draft: true | isDraft: true | published: false", "fmContentType: blog"],
  ["Grav and Statamic", "routable: false | visible: false | access: {site.login: true} | protect: logged_in", "routable: true"],
  ["Lektor and Bridgetown", "_hidden: yes | _discoverable: no | published: false", "_discoverable: yes"],
  ["Notion", "Status: Draft | Published: No", "Status: Published"],
  [
    "membership sites",
    "requiresLogin: true | members_only: true | privacy: private | subscriptionLevel: 2 | isFree: false",
    "isFree: true | membership: false | audience: developers | live: 2024-04-22 | status: Published ✅",
  ],
];

/** What the report names, and a text without front matter. */
const TEXTS: [system: string, field: string, text: string, isPublic?: true][] = [
  ["Pelican", "status", "Title: The WORD\nDate: 2024-04-22\nStatus: draft\n\nWords of WORD.\n"],
  ["Pelican", "status", "title: The WORD\ntags: a,\n    b\nstatus: hidden\n\nWords of WORD.\n"],
  ["Pelican", "status", "title: The WORD\nstatus: published\nsummary: One\n    and more\n\nWords of WORD.\n", true],
  ["Pelican", "status", "Date: 2024-04-22\nCategory: News\n\n# The WORD\n\nWords.\n", true],
  ["Nikola", "status", "<!--\n.. title: The WORD\n.. slug: one\n.. date: 2024-04-22\n.. status: draft\n-->\n\nWords of WORD.\n"],
  ["Pelican", "status", "Title:The WORD\nStatus:draft\n# The WORD\n\nWords.\n"],
  ["Pelican", "status", ":title: The WORD\n:status: draft\n\nWords.\n"],
  ["Nikola", "status", "<!--\n.. has_math: true\n.. status: draft\n-->\n\nWords of WORD.\n"],
  ["Logseq", "public", "public:: false\n\n- Words of WORD.\n"],
  ["none", "draft", "<!-- a comment -->\n---\ntitle: The WORD\ndraft: true\n---\nWords of WORD.\n"],
  ["Nikola", "status", ".. title: The WORD\n.. date: 2024-04-22\n.. tags: a, draft\n\nWords of WORD.\n"],
  ["Nikola", "status", ".. title: The WORD\n.. date: 2024-04-22\n.. status: featured\n\nWords of WORD.\n", true],
  ["Nikola", "status", ".. title: The WORD\n.. date: 2024-04-22\n.. tags: a, Draft\n.. status:\n\nWords of WORD.\n"],
  ["Nikola", "status", ".. title: The WORD\n.. date: 2024-04-22\n.. status: published\n.. tags: draft\n\nWords of WORD.\n"],
  ["Nikola", "status", ".. title: The WORD\n.. date: 2024-04-22\n.. my note: it waits\n.. status: draft\n\nWords of WORD.\n"],
  ["Nikola", "status", "<!--\nA note\n\n.. title: The WORD\n.. status: draft\n-->\nWords of WORD.\n"],
  ["Pelican", "status", "Title: The WORD\n Status: draft\n\nWords of WORD.\n"],
  ["Pelican", "status", "Title: The WORD\nSummary: It says\n    status: draft\n\nWords of WORD.\n", true],
  ["Notion", "Status", "# The WORD\n\nStatus: Draft\nTags: a, b\n\nWords of WORD.\n"],
  ["MDX", "robots", '# The WORD\n\n<head>\n<meta name="robots" content="noindex" />\n</head>\n\nWords of WORD.\n'],
  ["none", "text", "# The WORD\n\nWeather: fine\nAccess: by the gate\n\nWords of WORD.\n", true],
  ["none", "text", '# The WORD\n\nWrite `<meta name="robots" content="noindex">`.\n\nWords of WORD.\n', true],
];

/** Front matter, by the documentation of each system, and parts of a text. */
export const MARKDOWN_ROWS: Row[] = [
  ...FIELDS.flatMap(([, withheld, open]) => [...rowsOf(withheld), ...rowsOf(open, true)]),
  ...TEXTS.map(([system, field, text, isPublic]): Row => ({
    system: "Markdown",
    field,
    value: `${system}: ${text}`,
    ...(isPublic && { isPublic }),
    make: (word) => ({ [`2024-04-22-${word}.md`]: text.replaceAll("WORD", word) }),
  })),
  ...[
    ["restrict", "[restrict]SECRET[/restrict]"],
    ["restrict", "<!--more->\n[restrict]\nSECRET\n[/restrict]\n<!-- end -->\nOutro"],
    ["restrict", "`<!--` begins.\n\n[restrict]SECRET[/restrict]\n\n`-->` ends."],
    ["membership", "[membership level=1]\n\nSECRET\n\n[/membership]"],
    ["mepr-active", '[mepr-active rule="1"]SECRET[/mepr-active]'],
    ["members_only", "[members_only]\n\nSECRET"],
    ["private", "[private]SECRET[/private]"],
    ["paywall", "{{< paywall >}}\n\nSECRET\n\n{{< /paywall >}}"],
    ["members", "{% members %}SECRET{% endmembers %}"],
    ["members-only", "<!--members-only-->\n\nSECRET"],
    ["members-only", '<div class="members-only">\n\nSECRET\n\n</div>'],
  ].map(([field = "", text = ""]) => withPart(field, text)),
  ...[
    ["code", "`[private]`, SECRET and `[/private]`"],
    ["code", "```\n[members_only]\nSECRET\n[/members_only]\n```"],
    ["link", "The [members](https://example.org/), and [private](https://example.org/SECRET)."],
  ].map(([field = "", text = ""]) => ({ ...withPart(field, text), isPublic: true as const })),
];

/** Comments, of which no word is in a site: by what surrounds them. */
export const COMMENTS: [before: string, after: string][] = [
  ["{::comment}", "{:/comment}"],
  ["{::comment}", "{:/}"],
  ["{% comment %}", "{% endcomment %}"],
  ["{%- comment -%}", "{%- endcomment -%}"],
  ["{{% comment %}}", "{{% /comment %}}"],
  ["{{< comment >}}", "{{< /comment >}}"],
  ["{{/* ", " */}}"],
  ["{% if false %}", "{% endif %}"],
  ["{# ", " #}"],
  ["{% # ", " %}"],
  ["{>>", "<<}"],
  ["{/* ", " */}"],
  ["{#- ", " -#}"],
  ["<!-- ", " -->"],
  ["%% ", " %%"],
  ["[//]: # (", ")"],
];
