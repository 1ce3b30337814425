import { Ajv2020, type DefinedError, type ErrorObject } from "ajv/dist/2020.js";
import { isRecord, type Raw } from "../../../text/jsonRecord.ts";
import geoJson from "./iptc/GeoJSON-schema.json" with { type: "json" };
import schema30 from "./iptc/ninjs-schema_3.0.json" with { type: "json" };
import schema31 from "./iptc/ninjs-schema_3.1.json" with { type: "json" };

/** A violation of the standard. `known` says that it is a common, harmless addition by a program. */
export type Fault = { place: string; message: string; known: boolean };

/** Formats are not checked: in the standard's own test suite, dates and addresses are any text. */
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true, verbose: true, schemas: [geoJson] });
const releases = [schema30, schema31].map((schema) => ajv.compile(schema));

/**
 * What is wrong with an item of line 3, by the IPTC's own schema for its release.
 * An item of a later release is only checked for what the newest schema here knows.
 */
export function faultsOfLine3(item: Raw, minor = releases.length): Fault[] {
  const validate = releases[minor] ?? releases.at(-1);
  if (validate === undefined || validate(item)) return [];
  const isLater = minor >= releases.length;
  const faults = (validate.errors ?? []).filter(isOwn).flatMap((error) => faultOf(error, item, isLater) ?? []);
  return [...new Map(faults.map((fault) => [fault.message, fault])).values()];
}

/** Where one of several branches must match, report the choice rather than each branch. */
const isOwn = (error: ErrorObject): error is DefinedError => !/\/(?:oneOf|anyOf)\/\d/u.test(error.schemaPath);

function faultOf(error: DefinedError, item: Raw, isLater: boolean): Fault | undefined {
  const at = error.instancePath.slice(1).replaceAll("/", ".");
  const below = (name: string) => (at === "" ? name : `${at}.${name}`);
  const fault = (message: string, place = at, known = false): Fault => ({ place, message, known });
  if (error.keyword === "required")
    return missing(error.params.missingProperty, below(error.params.missingProperty), typeof item["guid"] === "string");
  if (error.keyword === "additionalProperties" || error.keyword === "unevaluatedProperties") {
    const name = "additionalProperty" in error.params ? error.params.additionalProperty : error.params.unevaluatedProperty;
    return fault(`${below(name)} is not a field of ninjs 3.`, below(name), isLater);
  }
  if (error.keyword === "type") return fault(`${at} must be ${KINDS[error.params.type] ?? error.params.type}.`);
  if (error.keyword === "enum") return fault(`${at} must be one of ${error.params.allowedValues.join(", ")}.`);
  if (error.keyword === "oneOf" || error.keyword === "anyOf") return fault(`${at} ${choice(error.schema)}.`);
  return fault(`${at} ${error.message ?? "does not conform to ninjs"}.`);
}

/** Superdesk's items have a guid instead of the uri. */
function missing(name: string, place: string, hasGuid: boolean): Fault | undefined {
  if (name === "uri" && hasGuid) return undefined;
  return { place, message: name === "uri" ? "There is no uri, which every item must have." : `${place} is missing.`, known: false };
}

const KINDS: Record<string, string> = {
  string: "a text",
  number: "a number",
  integer: "a whole number",
  array: "a list",
  object: "an object",
  boolean: "true or false",
};

/** "must have either value or address", if all the branches do is require fields. */
function choice(branches: unknown): string {
  const names = (Array.isArray(branches) ? branches : []).flatMap((branch) =>
    isRecord(branch) && Array.isArray(branch["required"]) ? [branch["required"].join(" and ")] : [],
  );
  return names.length === 0 ? "does not conform to ninjs" : `must have either ${names.join(" or ")}`;
}
