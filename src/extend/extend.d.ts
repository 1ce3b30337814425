import type { GenericSchema, InferOutput } from "valibot";

/** Schemas for the fields of blocks, in the version of valibot that Broadsheet itself uses. */
export * as v from "valibot";

/** A block of a story, in the form of article JSON (docs/article.md): `{ type: "list", items: ["a", "b"] }`. */
export type StoryBlock = { type: string; [field: string]: unknown };

/** A string is a paragraph. */
export type StoryText = string | StoryBlock | readonly (string | StoryBlock)[];

/** An HTML element, as an importer sees it. */
export type HtmlElement = {
  /** In lower case. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** All text in it, on one line. */
  text: string;
  /** Its child elements. */
  children: readonly HtmlElement[];
};

/** A kind of block: `blocks/NAME/block.ts` of a paper. */
export type BlockDefinition<Schema extends GenericSchema = GenericSchema> = {
  /** The fields that stories give it. The schema's output must be JSON. */
  schema: Schema;
  /** The block as text, for search, feeds, reading aloud, and pages without JavaScript. */
  text: (fields: InferOutput<Schema>) => StoryText;
  /** The HTML elements that become such a block. `read` returns the fields of one; undefined if it is no such block after all. */
  html?: { element: string; class?: string; read: (element: HtmlElement) => unknown };
};

/** The props of the component in `blocks/NAME/component.tsx`. */
export type BlockProps<Definition extends { schema: GenericSchema }> = {
  fields: InferOutput<Definition["schema"]>;
  /** Stays the same as long as the fields do, so that a device can store something under it. */
  id: string;
};

/** A story in the form of article JSON (docs/article.md). */
export type Story = { [field: string]: unknown };

/** A file format: `sources/NAME.ts` of a paper. */
export type SourceDefinition = {
  /** The extensions of its files, without a dot. Those that Broadsheet itself reads are taken. */
  extensions: readonly string[];
  /** Returns the stories of a file. A story may have `html` instead of `body`. `path` is relative to the paper's folder. */
  read: (file: { path: string; text: string }) => Story | readonly Story[] | Promise<Story | readonly Story[]>;
};

/** A step applied to each story: `refine/NAME.ts` of a paper. Steps run in the order of their names. */
export type RefineStepDefinition = {
  /** Returns the fields to change; null removes one. `file` is the name of the story's file. */
  refine: (story: Readonly<Story>, file: string) => Story | undefined | Promise<Story | undefined>;
};

export declare function defineBlock<const Schema extends GenericSchema>(definition: BlockDefinition<Schema>): BlockDefinition<Schema>;
export declare function defineSource(definition: SourceDefinition): SourceDefinition;
export declare function defineRefineStep(definition: RefineStepDefinition): RefineStepDefinition;
