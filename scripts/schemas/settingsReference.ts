import { format } from "prettier";

/** The parts of a JSON Schema that the schema of settings uses. */
type JsonSchema = {
  type?: unknown;
  description?: string | undefined;
  default?: unknown;
  examples?: unknown;
  enum?: unknown;
  properties?: Record<string, unknown> | undefined;
  items?: unknown;
  additionalProperties?: unknown;
};

const OPENING = `# Settings

The settings in \`edition.json\` of a paper's folder. The file may be missing: every setting has a default. It may be JSON with comments (\`edition.jsonc\`) or YAML (\`edition.yaml\`) instead. An unknown name is reported with the nearest known one, and nothing is built until it is corrected. An editor that knows JSON Schema completes and explains each setting if the file names its schema as [\`$schema\`](#schema).

This page is made from the schema with which the program itself reads the file.
`;

/** The text of docs/settings.md. Throws if a setting has no description or example. */
export async function settingsReference(schema: JsonSchema): Promise<string> {
  const parts = Object.entries(schema.properties ?? {}).map(([name, setting]) => partOf(name, asSchema(setting)));
  return format([OPENING, ...parts].join("\n"), { parser: "markdown", printWidth: 140, proseWrap: "preserve" });
}

function partOf(name: string, setting: JsonSchema): string {
  const [example] = Array.isArray(setting.examples) ? (setting.examples as unknown[]) : [];
  if (example === undefined) throw new Error(`The setting ${name} has no example: src/compiler/settings/`);
  const of = setting.type === "array" ? asSchema(setting.items) : setting.properties ? setting : asSchema(setting.additionalProperties);
  const fields = Object.entries(of.properties ?? {}).map(([field, each]) => row(field, asSchema(each), name));
  const table = fields.length === 0 ? [] : ["| in it | what it is | default |", "| --- | --- | --- |", ...fields, ""];
  return [
    `## \`${name}\``,
    "",
    descriptionOf(setting, name),
    "",
    ...(defaultOf(setting) === "" ? [] : [`Default: ${defaultOf(setting)}`, ""]),
    ...table,
    "```json",
    JSON.stringify({ [name]: example }),
    "```",
    "",
  ].join("\n");
}

const row = (name: string, field: JsonSchema, of: string): string =>
  `| \`${name}\` | ${descriptionOf(field, `${of}.${name}`).replaceAll("|", "\\|")} | ${defaultOf(field)} |`;

function descriptionOf({ description, enum: values }: JsonSchema, name: string): string {
  if (description === undefined) throw new Error(`The setting ${name} has no description: src/compiler/settings/`);
  return Array.isArray(values) ? `${description} One of ${values.map((value) => `\`${String(value)}\``).join(", ")}.` : description;
}

/** Empty objects and lists are not shown as defaults. */
function defaultOf({ default: value }: JsonSchema): string {
  if (value === undefined || (typeof value === "object" && value !== null && Object.keys(value).length === 0)) return "";
  return `\`${JSON.stringify(value)}\``;
}

const asSchema = (value: unknown): JsonSchema => (typeof value === "object" && value !== null ? value : {});
