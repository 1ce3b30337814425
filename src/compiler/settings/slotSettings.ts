import * as v from "valibot";
import type { SLOT_NAMES } from "#content/slots.ts";
import { described } from "./settingSchemas.ts";

const pixels = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2000));

/** The settings of a slot. `height` is the space reserved for it, in CSS pixels. */
const place = { height: v.optional(pixels), consent: v.optional(v.boolean(), false) };

const PlaceSchema = v.strictObject(place);

/** `slots` of edition.json. */
export const SlotSettingsSchema = v.strictObject({
  head: v.optional(described(v.strictObject({ consent: place.consent }), "In the head of every page, which takes no room.")),
  "masthead-end": v.optional(described(PlaceSchema, "Below the sections, on every page.")),
  "before-story": v.optional(described(PlaceSchema, "Above the headline of a story.")),
  "in-story": v.optional(
    described(
      v.strictObject({ ...place, after: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 3) }),
      "Within a story’s text, below the paragraph with the number `after`.",
    ),
  ),
  "after-story": v.optional(described(PlaceSchema, "Below a story.")),
  sidebar: v.optional(described(PlaceSchema, "Beside a story in wide windows, below it in others.")),
  footer: v.optional(described(PlaceSchema, "At the end of every page.")),
} satisfies Record<(typeof SLOT_NAMES)[number], v.GenericSchema>);

const ORIGIN = /^https:\/\/[a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d{1,5})?$/u;

const originsOf = (what: string) =>
  v.optional(
    described(
      v.array(v.pipe(v.string(), v.regex(ORIGIN, "must be an origin such as https://stats.example.org, without a path"))),
      `Where ${what}.`,
    ),
  );

/** `origins` of edition.json: what slots and recordings may load from elsewhere, by the directives of the Content-Security-Policy. */
export const OriginsSchema = v.strictObject({
  "script-src": originsOf("scripts may come from"),
  "connect-src": originsOf("scripts may send requests to"),
  "frame-src": originsOf("frames may come from"),
  "form-action": originsOf("forms may be sent to"),
  "img-src": originsOf("pictures may come from"),
  "media-src": originsOf("recordings in stories may come from, once they are played"),
});
