import type { Row } from "./row.ts";

const ninjs = (field: string, value: string, isPublic?: true): Row => ({
  system: "ninjs",
  field,
  value,
  ...(isPublic && { isPublic }),
  make: (word) => ({
    [`${word}.json`]: JSON.stringify({
      uri: `urn:${word}`,
      type: "text",
      versioncreated: "2024-04-22T07:10:00Z",
      headline: `The ${word}`,
      body_html: `<p>Words of ${word}.</p>`,
      [field]: value,
    }),
  }),
});

/** The formats of agencies and newsrooms, by the documentation of each system. */
export const AGENCY_ROWS: Row[] = [ninjs("pubstatus", "usable", true), ninjs("pubstatus", "in-legal")];
