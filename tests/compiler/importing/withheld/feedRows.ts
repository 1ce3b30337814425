import type { Row } from "./row.ts";

/** @param fields elements of the item */
const rss = (field: string, value: string, fields: string, isPublic?: true): Row => ({
  system: "RSS",
  field,
  value,
  ...(isPublic && { isPublic }),
  make: (word) => ({
    [`${word}.xml`]: `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed</title><item><title>The ${word}</title><guid>${word}</guid>
<description>Words of ${word}.</description><pubDate>Mon, 22 Apr 2024 07:10:00 GMT</pubDate>${fields}</item></channel></rss>`,
  }),
});

/** Feeds, newsletters and saved pages, by the documentation of each system. */
export const FEED_ROWS: Row[] = [rss("category", "Private equity", "<category>Private equity</category>", true)];
