import type { Row } from "./row.ts";

const story = (word: string, fields: string, text = ""): string =>
  `---\ntitle: The ${word}\ndate: 2024-04-22\ntags: [topic ${word}]\n${fields}\n---\nWords of ${word}.\n${text}\n`;

const row = (system: string, field: string, value: string, isPublic?: true): Row => ({
  system,
  field,
  value,
  ...(isPublic && { isPublic }),
  make: (word) => ({ [`${word}.md`]: story(word, `${field}: ${value}`) }),
});

/** A story with a part in which the word stands. */
const withPart = (field: string, text: string): Row => ({
  system: "Markdown",
  field,
  value: text,
  make: (word) => ({ [`${word}.md`]: story(word, "", text.replaceAll("SECRET", word)) }),
});

/** Front matter, by the documentation of each system. */
export const MARKDOWN_ROWS: Row[] = [
  row("Markdown", "draft", "true"),
  row("Markdown", "status", "in-legal"),
  row("Markdown", "access", "gold"),
  row("Markdown", "state", "Bavaria", true),
  row("Markdown", "stage", "2", true),
  row("Markdown", "class", "members-of-parliament", true),
  row("Markdown", "tags", "[private-equity]", true),
  ...[
    ["restrict", "[restrict]SECRET[/restrict]"],
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
  ["{#- ", " -#}"],
  ["<!-- ", " -->"],
  ["%% ", " %%"],
  ["[//]: # (", ")"],
];
