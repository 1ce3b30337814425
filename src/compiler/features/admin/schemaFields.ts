import type { VisibleField } from "@sveltia/cms";
import * as v from "valibot";
import { choice, type Control, fieldsOf } from "./controls.ts";

/** The parts of a JSON Schema (draft 7) that are used here, as `npm run schema` writes it. */
export type JsonSchema = {
  type?: string | undefined;
  properties?: Record<string, JsonSchema> | undefined;
  required?: string[] | undefined;
  items?: JsonSchema | undefined;
  enum?: (string | number | boolean)[] | undefined;
  anyOf?: JsonSchema[] | undefined;
  default?: unknown;
  description?: string | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
};

export const JsonSchemaSchema: v.GenericSchema<JsonSchema> = v.object({
  type: v.optional(v.string()),
  properties: v.optional(
    v.record(
      v.string(),
      v.lazy(() => JsonSchemaSchema),
    ),
  ),
  required: v.optional(v.array(v.string())),
  items: v.optional(v.lazy(() => JsonSchemaSchema)),
  enum: v.optional(v.array(v.union([v.string(), v.number(), v.boolean()]))),
  anyOf: v.optional(v.array(v.lazy(() => JsonSchemaSchema))),
  default: v.optional(v.unknown()),
  description: v.optional(v.string()),
  minimum: v.optional(v.number()),
  maximum: v.optional(v.number()),
});

/** Controls that replace those made from the schema, by property name, at any depth; undefined for none. */
export type ControlOverrides = Record<string, (label: string) => Control | undefined>;

/**
 * The form of a JSON file, made from its schema. A property that no control can
 * edit has none and stays in the file as it is, and so does `$schema`.
 */
export function schemaFields({ properties = {}, required = [] }: JsonSchema, special: ControlOverrides = {}): VisibleField[] {
  const controls = Object.entries(properties).flatMap(([name, schema]): [string, Control][] => {
    const label = labelOf(name);
    const control = special[name] ? special[name](label) : controlOf(schema, label, special);
    return control === undefined || name === "$schema" ? [] : [[name, { ...control, required: required.includes(name) }]];
  });
  return fieldsOf(Object.fromEntries(controls));
}

function controlOf(schema: JsonSchema, label: string, special: ControlOverrides): Control | undefined {
  const hint = hintOf(schema);
  const named = { label, ...(hint !== undefined && { hint }) };
  if (schema.enum) return { ...named, widget: "select", options: schema.enum };
  switch (schema.type ?? "") {
    case "string":
      return { ...named, widget: "string" };
    case "boolean":
      return choice(label, hint);
    case "number":
    case "integer":
      return { ...named, widget: "number", value_type: schema.type === "integer" ? "int" : "float", ...limits(schema) };
    case "object":
      return schema.properties && { ...named, widget: "object", collapsed: "auto", fields: schemaFields(schema, special) };
    case "array":
      return schema.items && listOf(schema.items, named, special);
    default:
      return undefined;
  }
}

function listOf(items: JsonSchema, named: { label: string; hint?: string }, special: ControlOverrides): Control | undefined {
  if (items.type === "string") return { ...named, widget: "list" };
  if (items.type === "object")
    return { ...named, widget: "list", collapsed: true, ...summaryOf(items), fields: schemaFields(items, special) };
  const item = controlOf(items, named.label, special);
  const [field] = item ? fieldsOf({ item }) : [];
  return field && { ...named, widget: "list", field };
}

/** The label of an item while it is collapsed. A name that not every item has is none: the CMS then shows the first field. */
function summaryOf({ properties = {}, required = [] }: JsonSchema): { summary?: string } {
  const name = ["name", "title", "section"].find((candidate) => candidate in properties && required.includes(candidate));
  return name === undefined ? {} : { summary: `{{${name}}}` };
}

const limits = ({ minimum, maximum }: JsonSchema) => ({
  ...(minimum !== undefined && { min: minimum }),
  ...(maximum !== undefined && { max: maximum }),
});

function hintOf({ description, default: fallback }: JsonSchema): string | undefined {
  const isShown = ["string", "number", "boolean"].includes(typeof fallback) && fallback !== "";
  const parts = [...(description === undefined ? [] : [description]), ...(isShown ? [`Default: ${String(fallback)}.`] : [])];
  return parts.length === 0 ? undefined : parts.join(" ");
}

/** "timeZone" becomes "Time zone". */
function labelOf(name: string): string {
  const words = name.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
