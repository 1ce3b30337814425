import * as v from "valibot";
import {
  addressed,
  advices,
  coded,
  contact,
  digitalSource,
  geoJson,
  listOf,
  number,
  object,
  oneOf,
  rendition,
  rights,
  standard,
  text,
} from "./parts.ts";

/** The fields of an item in one line of ninjs, except associations. */
export type Fields = Record<string, v.GenericSchema>;

const TYPES = ["text", "audio", "video", "picture", "graphic", "composite", "component"];

const shared: Fields = {
  uri: text,
  type: oneOf(...TYPES),
  profile: text,
  version: text,
  firstcreated: text,
  versioncreated: text,
  contentcreated: text,
  embargoed: text,
  expires: text,
  pubstatus: oneOf("usable", "withheld", "canceled"),
  urgency: number,
  copyrightholder: text,
  copyrightnotice: text,
  usageterms: text,
  ednote: text,
  language: text,
  title: text,
  slugline: text,
  located: text,
  rightsinfo: rights,
  digitalsourcetype: digitalSource,
  advices,
};

const trust = { title: text, href: text };

export const LINE_1: Fields = {
  ...shared,
  mimetype: text,
  representationtype: oneOf("complete", "incomplete"),
  person: coded.person,
  organisation: coded.organisation,
  place: listOf(
    v.objectWithRest(
      { ...optional(coded.entries), contactinfo: v.exactOptional(coded.contactinfo) },
      v.record(v.string(), v.unknown(), "must be an object"),
      "must be an object",
    ),
  ),
  subject: coded.subject,
  event: coded.plain,
  object: coded.plain,
  infosource: coded.person,
  byline: text,
  headline: text,
  charcount: number,
  wordcount: number,
  renditions: v.record(
    v.pipe(v.string(), v.regex(/^[a-zA-Z0-9_]+/u, "is not a name of letters and digits")),
    object({ ...rendition, mimetype: text }),
    "must be an object of renditions",
  ),
  altids: v.record(v.string(), v.unknown(), "must be an object of identifiers"),
  trustindicator: listOf(object({ ...trust, scheme: text, code: text })),
  $standard: standard,
  genre: listOf(object({ name: text, scheme: text, code: text })),
};

/** The release of line 1 that introduced a field, if not the first. */
export const SINCE: Record<string, number> = {
  urgency: 1,
  usageterms: 1,
  firstcreated: 2,
  ednote: 2,
  infosource: 2,
  title: 2,
  slugline: 2,
  charcount: 2,
  wordcount: 2,
  altids: 3,
  trustindicator: 3,
  $standard: 3,
  genre: 3,
  contentcreated: 4,
  expires: 4,
  rightsinfo: 4,
  digitalsourcetype: 6,
  advices: 7,
};

/** A text with its role. */
const roled = (more: Fields = {}) =>
  listOf(v.strictObject({ value: text, ...optional({ role: text, contenttype: text, ...more }) }, "must be an object with a value"));

export const LINE_2: Fields = {
  ...shared,
  representationtype: oneOf("full", "partial"),
  descriptions: roled(),
  bodies: roled({ charcount: number, wordcount: number }),
  headlines: roled(),
  people: addressed.person,
  organisations: addressed.organisation,
  places: listOf(object({ ...addressed.entries, contactinfo: addressed.contactinfo, geojson: geoJson })),
  subjects: addressed.subject,
  events: addressed.plain,
  objects: addressed.plain,
  infosources: listOf(object({ name: text, role: text, uri: text, literal: text, contactinfo: listOf(contact) })),
  by: text,
  renditions: listOf(v.strictObject({ name: text, ...optional({ ...rendition, contenttype: text }) }, "must be an object with a name")),
  altids: listOf(object({ role: text, value: text })),
  trustindicators: listOf(object({ ...trust, role: text })),
  standard,
  genres: listOf(object({ name: text, uri: text, literal: text })),
};

function optional(fields: Fields) {
  return Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, v.exactOptional(schema)]));
}
