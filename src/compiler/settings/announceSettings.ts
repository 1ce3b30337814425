import * as v from "valibot";
import { AddressSchema, described } from "./settingSchemas.ts";

/** The address that hands on what it is told to all search engines that take part. */
const INDEX_NOW = "https://api.indexnow.org/indexnow";

/** Whom a deployment tells of what is new (`announce` of edition.json). */
export const AnnounceSchema = v.optional(
  described(
    v.strictObject({
      indexNow: v.optional(
        described(
          v.strictObject({
            key: described(
              v.pipe(v.string(), v.regex(/^[A-Za-z\d-]{8,128}$/u, "must have 8 to 128 letters, digits and dashes")),
              "A key of your choice, 8 to 128 letters, digits and dashes. The site publishes it as `KEY.txt`, which proves that the addresses are its own.",
            ),
            endpoint: v.optional(described(AddressSchema, "The search engine that is told, which tells the others."), INDEX_NOW),
          }),
          "Search engines are told of new and changed pages by [IndexNow](https://www.indexnow.org/).",
        ),
      ),
      hub: v.optional(
        described(
          AddressSchema,
          "A [WebSub](https://www.w3.org/TR/websub/) hub, which feeds name, and which is told of those that changed.",
        ),
      ),
    }),
    "Whom `broadsheet deploy` and `broadsheet ping` [tell of what is new](hosting.md#telling-search-engines-and-feed-readers). Nobody, by default.",
    { indexNow: { key: "c0ffee00-harbour-post" }, hub: "https://pubsubhubbub.appspot.com/" },
  ),
);
