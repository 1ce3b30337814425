/**
 * Why an expected value cannot be derived from the feed's file alone, for values that have been examined; undefined for others.
 * @param kept why the item is kept out of the paper, if it is
 */
export function notComparable({ file, of, expected, kept = "" }: Value): string | undefined {
  if (KEPT.test(kept))
    return `The item states that it is not for all readers: other parsers only read it, and we keep it out of the paper. ${kept}`;
  return NOT_COMPARABLE.find(({ files, field, expected: value }) => files.test(file) && of.endsWith(field) && value.test(expected))?.reason;
}

type Value = { file: string; of: string; expected: string; kept?: string | undefined };

/** Reasons that an item itself states; that it cannot be read is not one of them. */
const KEPT = /^It is (?:marked as a draft|marked as not public|not for everybody|not known to be public) \(/u;

type NotComparable = { files: RegExp; field: "title" | "link" | "date"; expected: RegExp; reason: string };

const NOT_COMPARABLE: NotComparable[] = [
  {
    files: /\/(?:rdf|rss)_(?:channel_|item_|channel_item_)?links\.xml$|_links_-_(?:rss|rdf)_channel_(?:item_)?links\.xml$/u,
    field: "link",
    expected: /^http:\/\/example3\.org$/u,
    reason: "A channel or item of RSS has one link, and the file has three: gofeed takes the last, feedsmith and we the first.",
  },
  {
    files: /^base\/http_(?:channel|item)_link_base_(?:content_location|docuri)\.xml$/u,
    field: "link",
    expected: /relative\/uri$/u,
    reason: "The link is relative to the feed's address or a header of the response (Content-Location), which a file does not have.",
  },
  {
    files: /^parser\/atom\/atom10_feed_title_xhtml_(?:escaped|inline)_markup\.xml$/u,
    field: "title",
    expected: /Feed Title/u,
    reason:
      "The file is not XML: <title> is closed by </subtitle>. gofeed ignores that, feedsmith finds no title, and we report the error.",
  },
];
