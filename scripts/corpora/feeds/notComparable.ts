/**
 * Why what a test expects of a feed cannot be expected of its file alone, for those that have been looked at; undefined for any other.
 * @param kept why the item is kept out of the paper, where it is
 */
export function notComparable({ file, of, expected, kept = "" }: Value): string | undefined {
  if (KEPT.test(kept))
    return `The item says of itself that it is not for all readers: other parsers only read it, and we keep it out of the paper. ${kept}`;
  return NOT_COMPARABLE.find(({ files, field, expected: value }) => files.test(file) && of.endsWith(field) && value.test(expected))?.reason;
}

type Value = { file: string; of: string; expected: string; kept?: string | undefined };

/** What an item can say of itself; that one cannot be read is no such reason. */
const KEPT = /^It is (?:marked as a draft|not for everybody) \(/u;

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
    reason: "The link counts from the address of the feed or from a header of the answer (Content-Location), which a file does not have.",
  },
  {
    files: /^parser\/atom\/atom10_feed_title_xhtml_(?:escaped|inline)_markup\.xml$/u,
    field: "title",
    expected: /Feed Title/u,
    reason:
      "The file is no XML: <title> is closed by </subtitle>, which gofeed's reader does not look at; feedsmith finds no title, and we tell of the fault.",
  },
];
