import * as v from "valibot";
import type { SLOT_NAMES } from "#content/slots.ts";

const pixels = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2000));

/** What a slot may be told. `height` is what is kept free for it, in CSS pixels. */
const place = { height: v.optional(pixels), consent: v.optional(v.boolean(), false) };

const PlaceSchema = v.optional(v.strictObject(place));

/** `slots` of edition.json. */
export const SlotSettingsSchema = v.strictObject({
  head: v.optional(v.strictObject({ consent: place.consent })),
  "masthead-end": PlaceSchema,
  "before-story": PlaceSchema,
  /** `after` is the paragraph after which it stands. */
  "in-story": v.optional(
    v.strictObject({ ...place, after: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 3) }),
  ),
  "after-story": PlaceSchema,
  sidebar: PlaceSchema,
  footer: PlaceSchema,
} satisfies Record<(typeof SLOT_NAMES)[number], v.GenericSchema>);

const ORIGIN = /^https:\/\/[a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d{1,5})?$/u;

const OriginsOf = v.optional(
  v.array(v.pipe(v.string(), v.regex(ORIGIN, "must be an origin such as https://stats.example.org, without a path"))),
);

/** `origins` of edition.json: what slots may load from elsewhere, by the directives of the Content-Security-Policy. */
export const OriginsSchema = v.strictObject({
  "script-src": OriginsOf,
  "connect-src": OriginsOf,
  "frame-src": OriginsOf,
  "form-action": OriginsOf,
  "img-src": OriginsOf,
});
