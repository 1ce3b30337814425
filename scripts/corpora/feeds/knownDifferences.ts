import type { Difference } from "./compareFeeds.ts";

/** Why a difference is right, for those that have been looked at; undefined for any other. */
export function knownDifference({ file, of, expected }: Difference): string | undefined {
  return KNOWN.find(({ files, field, expected: value }) => files.test(file) && of.endsWith(field) && value.test(expected))?.reason;
}

type Known = { files: RegExp; field: "title" | "link" | "date"; expected: RegExp; reason: string };

const KNOWN: Known[] = [
  {
    files: /\/(?:rdf|rss)_(?:channel_|item_|channel_item_)?links\.xml$|_links_-_(?:rss|rdf)_channel_(?:item_)?links\.xml$/u,
    field: "link",
    expected: /^http:\/\/example3\.org$/u,
    reason: "RSS has one link; of three, gofeed takes the last and we the first, as feedsmith does.",
  },
  {
    files: /^atom\/references\/atom-(?:03|10)\.xml$/u,
    field: "link",
    expected: /^\//u,
    reason: "feedsmith leaves a relative link as it is; we resolve it against the xml:base around it (RFC 4287, 2).",
  },
  {
    files: /^base\/http_(?:channel|item)_link_base_(?:content_location|docuri)\.xml$/u,
    field: "link",
    expected: /relative\/uri$/u,
    reason: "The base is the address from which the feed was fetched or a header of the answer, which a file does not have.",
  },
  {
    files: /^parser\/atom\/atom10_feed_title_xhtml_(?:escaped|inline)_markup\.xml$/u,
    field: "title",
    expected: /Feed Title/u,
    reason: "The title is closed by </subtitle>; gofeed's reader does not look at names of closing tags, and feedsmith's finds no title.",
  },
];
