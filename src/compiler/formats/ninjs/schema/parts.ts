import * as v from "valibot";

/** The parts that the fields of an item consist of. Dates and addresses are any text, as in the standard's own test suite. */
export const text = v.string("must be a text");
export const number = v.number("must be a number");
const percent = v.pipe(v.number("must be a number from 0 to 100"), v.integer("must be a whole number"), v.minValue(0), v.maxValue(100));

export const oneOf = (...values: string[]) => v.picklist(values, `must be one of ${values.join(", ")}`);

export const listOf = <T extends v.GenericSchema>(item: T) => v.array(item, "must be a list");

type Entries = Record<string, v.GenericSchema>;

/** An object of these fields and no others; none of them is required. */
export const object = (entries: Entries) =>
  v.strictObject(
    Object.fromEntries(Object.entries(entries).map(([name, schema]) => [name, v.exactOptional(schema)])),
    "must be an object of known fields",
  );

const address = object({ lines: listOf(text), locality: text, area: text, postalcode: text, country: text });

const contact = v.pipe(
  object({ type: text, role: text, lang: text, name: text, value: text, address }),
  v.check((given) => "value" in given !== "address" in given, "must have either a value or an address"),
);

const symbols = listOf(object({ ticker: text, exchange: text, symboltype: text, symbol: text }));

/** A name from a list of names. Lines 1 and 2 differ in how they refer to it. */
function named(pointer: Entries) {
  const plain = { name: text, rel: text, ...pointer };
  return {
    plain: listOf(object(plain)),
    person: listOf(object({ ...plain, contactinfo: listOf(contact) })),
    organisation: listOf(object({ ...plain, symbols, contactinfo: listOf(contact) })),
    subject: listOf(object({ ...plain, creator: text, relevance: percent, confidence: percent })),
    contactinfo: listOf(contact),
    entries: plain,
  };
}

export const coded = named({ scheme: text, code: text });
export const addressed = named({ uri: text, literal: text });
export { contact };

export const rendition = { href: text, title: text, height: number, width: number, sizeinbytes: number, duration: number, format: text };

export const rights = v.pipe(
  v.looseObject(
    { langid: v.exactOptional(text), linkedrights: v.exactOptional(text), encodedrights: v.exactOptional(text) },
    "must be an object",
  ),
  v.check((given) => "linkedrights" in given !== "encodedrights" in given, "must have either linkedrights or encodedrights"),
);

export const standard = object({ name: text, version: text, schema: text });
export const digitalSource = object({ name: text, uri: text, literal: text });

const code = v.looseObject({ code: text }, "must be an object with a code");
export const advices = listOf(
  v.looseObject({
    role: v.exactOptional(text),
    importance: v.exactOptional(code),
    lifetime: v.exactOptional(code),
    environments: v.exactOptional(listOf(v.looseObject({}))),
  }),
);

const SHAPES = ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"];

/** GeoJSON (RFC 7946). Only the type is checked, and that a shape has coordinates. */
export const geoJson = v.pipe(
  v.looseObject({ type: oneOf(...SHAPES, "GeometryCollection", "Feature", "FeatureCollection") }, "must be GeoJSON"),
  v.check((given) => !SHAPES.includes(given.type) || Array.isArray(given["coordinates"]), "must have coordinates"),
);
