import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { BLOCKS } from "#content/blocks/block.ts";
import type { ComponentScript } from "#content/blocks/customBlock.ts";
import { nearestName } from "../../text/nearestName.ts";
import type { Report } from "../../draft/problem.ts";
import { CertainFieldSchema } from "../../draft/release/certainFields.ts";
import { digest } from "../../state/digest.ts";
import { bundleComponent, bundleForNode } from "./bundle.ts";
import { isGame } from "../../reading/article/readBlocks.ts";
import type { BlockExtension, Extensions } from "../../reading/custom/extension.ts";
import { messageOf } from "../../text/errorMessage.ts";

/** Loads a component and returns a function that renders it. Both throw what the component throws. */
export type DrawerOf = (component: ComponentScript) => Promise<NonNullable<BlockExtension["draw"]>>;

type Context = {
  content: string;
  report: Report;
  drawerOf: DrawerOf | undefined;
  /** The file extensions that built-in sources read. */
  taken: ReadonlySet<string>;
};

/**
 * Reads the extensions of a paper from the folders `blocks`, `sources` and `refine`.
 * Broken ones are left out and reported.
 * @returns undefined for a paper without extensions
 */
export async function readExtensions(context: Context): Promise<Extensions | undefined> {
  const blocks = await Promise.all(foldersIn(context.content, "blocks").map((name) => readBlock(name, context)));
  const sources = await Promise.all(modulesIn(context.content, "sources").map((file) => readModule(file, "source", context)));
  const steps = await Promise.all(modulesIn(context.content, "refine").map((file) => readModule(file, "step", context)));
  for (const file of modulesIn(context.content, "blocks"))
    report(context, file, `A block is a folder, so ${file} is left out.`, "Move it to a folder of its own: blocks/NAME/block.ts.");
  if (blocks.length + sources.length + steps.length === 0) return undefined;
  const scripts = blocks.flatMap((block) => block?.component ?? []);
  const codes = [blocks, sources, steps].map((modules) => modules.map((module) => module?.code));
  return {
    blocks: new Map(blocks.flatMap((block) => (block ? [[block.extension.name, block.extension]] : []))),
    sources: sources.flatMap((read) => (read && isFree(read, context) ? [{ name: nameOf(read.file), ...read.definition }] : [])),
    steps: steps.flatMap((read) => (read ? [{ file: read.file, ...read.definition }] : [])),
    scripts,
    digest: digest(JSON.stringify([codes, scripts])),
  };
}

const MODULE = /\.(?:ts|js)$/u;

const namesIn = (folder: string, isWanted: (entry: { isDirectory: () => boolean; name: string }) => boolean): string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(isWanted)
      .map(({ name }) => name)
      .toSorted();
  } catch {
    return [];
  }
};

const modulesIn = (content: string, folder: string): string[] =>
  namesIn(join(content, folder), (entry) => !entry.isDirectory() && MODULE.test(entry.name) && !entry.name.endsWith(".d.ts")).map(
    (name) => `${folder}/${name}`,
  );

/** The subfolders that contain code. Others are left alone: a paper may keep stories in a folder of this name. */
const foldersIn = (content: string, folder: string): string[] =>
  namesIn(join(content, folder), (entry) => entry.isDirectory()).filter(
    (name) => namesIn(join(content, folder, name), (entry) => /\.[jt]sx?$/u.test(entry.name)).length > 0,
  );

const nameOf = (file: string): string => file.replace(/^.*\/|\.\w+$/gu, "");

function report({ report: tell }: Context, file: string, message: string, remedy: string, more: { line?: number; nearest?: string } = {}) {
  const { line = 1, nearest } = more;
  tell({ severity: "warning", file, place: `line ${line}`, message, remedy, ...(nearest !== undefined && { nearest }) });
}

const NAME = /^[a-z][a-z\d-]*$/u;

type ReadBlock = { extension: BlockExtension; component: ComponentScript | undefined; code: string };

async function readBlock(name: string, context: Context): Promise<ReadBlock | undefined> {
  const folder = `blocks/${name}`;
  const files = namesIn(join(context.content, folder), (entry) => !entry.isDirectory());
  const file = files.find((each) => /^block\.[jt]s$/u.test(each));
  const unknown = files.find((each) => /\.[jt]sx?$/u.test(each) && !/^(?:block\.[jt]s|component\.[jt]sx?)$/u.test(each));
  if (file === undefined) {
    const nearest = unknown === undefined ? undefined : nearestName(nameOf(unknown), ["block", "component"]);
    report(context, `${folder}/${unknown ?? files[0]}`, `There is no ${folder}/block.ts, so there is no block ${name}.`, FILES, {
      ...(nearest !== undefined && { nearest: `${nearest}.ts` }),
    });
    return undefined;
  }
  // Papers had blocks of these names before Broadsheet did: theirs go first.
  const fault =
    Object.hasOwn(BLOCKS, name) && !isGame(name)
      ? "is the name of a block that every paper has"
      : NAME.test(name)
        ? undefined
        : "is not a valid block name";
  if (fault !== undefined) {
    report(context, `${folder}/${file}`, `"${name}" ${fault}, so it is left out.`, "Give its folder a name such as poll or quick-poll.");
    return undefined;
  }
  const read = await readModule(`${folder}/${file}`, "block", context);
  if (!read) return undefined;
  const component = files.find((each) => /^component\.[jt]sx?$/u.test(each));
  const misnamed = component === undefined ? files.find((each) => /\.[jt]sx$/u.test(each)) : undefined;
  if (misnamed !== undefined)
    report(context, `${folder}/${misnamed}`, `It is not read, so the block ${name} is shown as text only.`, FILES);
  const drawn = component === undefined ? undefined : await readComponent(name, `${folder}/${component}`, context);
  const { draw, ...script } = drawn ?? {};
  return {
    extension: { name, ...read.definition, ...(drawn && { script: drawn.script }), ...(draw && { draw }) },
    component: "script" in script ? script : undefined,
    code: read.code,
  };
}

const FILES = "A block is block.ts, which defines it, and component.tsx, if it is interactive (docs/extending.md).";

async function readComponent(
  name: string,
  file: string,
  context: Context,
): Promise<(ComponentScript & { draw?: BlockExtension["draw"] }) | undefined> {
  const bundled = await bundleComponent(join(context.content, file), context.content);
  const leftOut = `so the block ${name} is shown as text only`;
  if ("fault" in bundled) {
    const { line, message } = bundled.fault;
    report(context, bundled.fault.file, `It cannot be compiled, ${leftOut}: ${message}`, "Correct it there.", { line });
    return undefined;
  }
  const script = { script: `assets/block-${name}-${digest(bundled.code).slice(0, 8)}.js`, code: bundled.code };
  if (!context.drawerOf) return script;
  try {
    return { ...script, draw: await context.drawerOf(script) };
  } catch (error) {
    report(
      context,
      file,
      `It cannot be loaded, ${leftOut}: ${messageOf(error)}`,
      "It is also loaded during the build, where there is no window.",
    );
    return undefined;
  }
}

const CallSchema = v.custom<(...args: unknown[]) => unknown>((value) => typeof value === "function", "must be a function");

const ValibotSchema = v.custom<v.GenericSchema>(
  (value) => typeof value === "object" && value !== null && "~run" in value && "async" in value && value.async === false,
  "must be a Valibot schema, such as v.object({ question: v.string() })",
);

const text = v.pipe(v.string(), v.nonEmpty("must not be empty"));

/** The schemas of the definitions that modules export, by kind. */
const DEFINITIONS = {
  block: v.object({
    schema: ValibotSchema,
    text: CallSchema,
    html: v.optional(v.object({ element: text, class: v.optional(text), read: CallSchema })),
  }),
  source: v.object({
    extensions: v.pipe(v.array(text), v.minLength(1, "must name at least one extension")),
    detects: v.optional(CallSchema),
    release: v.optional(v.record(v.string(), CertainFieldSchema)),
    timeZone: v.optional(text),
    read: CallSchema,
  }),
  step: v.object({ refine: CallSchema }),
};

type Kind = keyof typeof DEFINITIONS;
type Definition<K extends Kind> = v.InferOutput<(typeof DEFINITIONS)[K]>;
type ReadModule<K extends Kind> = { file: string; definition: Definition<K>; code: string };

async function readModule<K extends Kind>(file: string, kind: K, context: Context): Promise<ReadModule<K> | undefined> {
  const bundled = await bundleForNode(join(context.content, file), context.content);
  if ("fault" in bundled) {
    const { line, message } = bundled.fault;
    report(context, bundled.fault.file, `It cannot be compiled, so it is left out: ${message}`, "Correct it there.", { line });
    return undefined;
  }
  try {
    const module: { default?: unknown } = await import(`data:text/javascript;base64,${Buffer.from(bundled.code).toString("base64")}`);
    const definition = definitionOf(file, kind, module.default, context);
    return definition && { file, definition, code: bundled.code };
  } catch (error) {
    report(context, file, `It cannot be loaded, so it is left out: ${messageOf(error)}`, "Correct it there.");
    return undefined;
  }
}

function definitionOf<K extends Kind>(file: string, kind: K, given: unknown, context: Context): Definition<K> | undefined {
  if (typeof given !== "object" || given === null) {
    report(context, file, `It has no default export that defines a ${kind}, so it is left out.`, REMEDIES[kind]);
    return undefined;
  }
  const schema: (typeof DEFINITIONS)[K] = DEFINITIONS[kind];
  const known = Object.keys(schema.entries);
  for (const name of Object.keys(given).filter((each) => !known.includes(each))) {
    const nearest = nearestName(name, known);
    report(context, file, `A ${kind} has no field "${name}", so it is not read.`, `Its fields are ${known.join(", ")}.`, {
      line: lineOf(file, name, context),
      ...(nearest !== undefined && { nearest }),
    });
  }
  const result = v.safeParse<v.GenericSchema<unknown, Definition<K>>>(schema, given);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue) ?? "";
  const why = issue.received === "undefined" ? "is missing" : issue.message;
  report(context, file, `The field "${field}" ${why}, so it is left out.`, REMEDIES[kind], { line: lineOf(file, field, context) });
  return undefined;
}

const REMEDIES = {
  block: "export default defineBlock({ schema, text }), see docs/extending.md.",
  source: "export default defineSource({ extensions, read }), see docs/extending.md.",
  step: "export default defineRefineStep({ refine }), see docs/extending.md.",
};

/** The first line that begins with a field's name; 1 if there is none. */
function lineOf(file: string, field: string, { content }: Context): number {
  const name = field.replace(/^.*\./u, "");
  const lines = readFileSync(join(content, file), "utf8").split("\n");
  return (
    Math.max(
      lines.findIndex((line) => line.replace(/^[\s{]*(?:async )?"?/u, "").startsWith(name)),
      0,
    ) + 1
  );
}

/** Whether no built-in source reads its files. */
function isFree({ file, definition }: ReadModule<"source">, context: Context): boolean {
  const extensions = definition.extensions.map((extension) => extension.toLowerCase());
  const taken = definition.detects ? undefined : extensions.find((extension) => context.taken.has(extension));
  const remedy = "Give its files an extension of their own, or tell them from others with detects.";
  if (taken !== undefined) report(context, file, `Files that end in .${taken} are already read, so it is left out.`, remedy);
  return taken === undefined;
}
