import type { Row } from "./row.ts";

/** @param fields elements of the item */
const wxr = (field: string, value: string, fields: string, isPublic?: true): Row => ({
  system: "WordPress",
  field,
  value,
  ...(isPublic && { isPublic }),
  make: (word) => ({
    [`${word}.xml`]: `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>
<item><title>The ${word}</title><guid>${word}</guid><content:encoded><![CDATA[Words of ${word}.]]></content:encoded>
<wp:post_date_gmt>2024-04-22 07:10:00</wp:post_date_gmt><wp:post_type>post</wp:post_type>${fields}</item></channel></rss>`,
  }),
});

const status = (word: string): string => `<wp:status>${word}</wp:status>`;

/** WordPress, by its own documentation and that of its plugins. */
export const WORDPRESS_ROWS: Row[] = [wxr("status", "publish", status("publish"), true), wxr("status", "in-legal", status("in-legal"))];
