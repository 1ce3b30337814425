import * as v from "valibot";
import { reason } from "#content/parse.ts";
import { isRecord } from "../../text/jsonRecord.ts";
import { parseJson } from "../../text/parseJson.ts";
import { type Ring, signedArea, withWinding } from "./rings.ts";

/** An area of a map: its polygons in degrees, each with its outer ring first and then those around its holes. */
export type Area = { key: string; name: string; polygons: Ring[][] };

/** The maximum size of a file with areas, in characters; the drawing has only a few thousand. */
const MOST_CHARACTERS = 8_000_000;

const PositionSchema = v.pipe(v.array(v.number()), v.minLength(2));
const PolygonSchema = v.array(v.pipe(v.array(PositionSchema), v.minLength(4)));
const GeometrySchema = v.variant("type", [
  v.object({ type: v.literal("Polygon"), coordinates: PolygonSchema }),
  v.object({ type: v.literal("MultiPolygon"), coordinates: v.array(PolygonSchema) }),
]);
const FeatureSchema = v.object({
  type: v.literal("Feature"),
  id: v.optional(v.union([v.string(), v.number()])),
  properties: v.nullish(v.record(v.string(), v.unknown())),
  geometry: v.nullable(GeometrySchema),
});
const CollectionSchema = v.object({ type: v.literal("FeatureCollection"), features: v.pipe(v.array(FeatureSchema), v.minLength(1)) });

type Feature = v.InferOutput<typeof FeatureSchema>;

/**
 * Reads the areas of a GeoJSON file (RFC 7946): a FeatureCollection of polygons. Rings may run in either direction.
 * Features without a shape are left out.
 * @param wanted the property that holds the key of an area, by default its id; and its name, by default "name", or else the key
 * @returns the areas; or a `reason` that completes a sentence whose subject is the file
 */
export function mapAreas(text: string, wanted: { key?: string | undefined; name?: string | undefined }): Area[] | { reason: string } {
  if (text.length > MOST_CHARACTERS)
    return {
      reason: `has ${text.length} characters, and at most ${MOST_CHARACTERS} are allowed; leave out detail, for instance with mapshaper`,
    };
  const json = parseJson(text);
  if ("error" in json) return { reason: `is not JSON: ${json.error} (${json.place})` };
  if (isRecord(json.value) && json.value["type"] === "Topology")
    return { reason: "is TopoJSON, not GeoJSON; topo2geo from the package topojson-client converts it" };
  const read = v.safeParse(CollectionSchema, json.value);
  if (!read.success) {
    const [issue] = read.issues;
    return { reason: `is not GeoJSON with polygons: ${v.getDotPath(issue) ?? "its content"} ${reason(issue)}` };
  }
  const { features } = read.output;
  const key = (feature: Feature): string => textOf(wanted.key === undefined ? feature.id : feature.properties?.[wanted.key]);
  if (features.every((feature) => key(feature) === "")) {
    const known = [...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))].join(", ");
    const properties = known === "" ? "they have no properties" : `their properties are ${known}`;
    return { reason: `has no ${wanted.key === undefined ? "ids of its areas" : `property "${wanted.key}"`}; ${properties}` };
  }
  const metres = features
    .flatMap(({ geometry }) => polygonsOf(geometry).flat(2))
    .find(([x = 0, y = 0]) => Math.abs(x) > 360 || Math.abs(y) > 90);
  if (metres)
    return {
      reason: `is not in degrees (WGS 84): a place in it is at ${metres.slice(0, 2).join(", ")}; mapshaper converts it with -proj wgs84`,
    };
  const areas = features.flatMap((feature): Area[] => {
    const polygons = polygonsOf(feature.geometry).filter(([outer]) => outer && signedArea(outer) !== 0);
    if (polygons.length === 0) return [];
    const name = textOf(feature.properties?.[wanted.name ?? "name"]) || key(feature);
    return [{ key: key(feature), name, polygons: polygons.map((rings) => rings.map((ring, at) => withWinding(ring, at === 0))) }];
  });
  return areas.length > 0 ? areas : { reason: "has no area with a shape" };
}

function polygonsOf(geometry: Feature["geometry"]): Ring[][] {
  if (geometry === null) return [];
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

const textOf = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value).trim() : "");
