import type { GenericSchema, InferOutput } from "valibot";

/** Schemas for the fields of blocks, in the version of valibot that Broadsheet itself has. */
export * as v from "valibot";

/** A block of a story, in the form of article JSON (docs/article.md): `{ type: "list", items: ["a", "b"] }`. */
export type StoryBlock = { type: string; [field: string]: unknown };

/** A text is a paragraph. */
export type StoryText = string | StoryBlock | readonly (string | StoryBlock)[];

/** An element of HTML, as an importer sees it. */
export type HtmlElement = {
  /** In lower case. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** All text in it, in one line. */
  text: string;
  /** The elements in it. */
  children: readonly HtmlElement[];
};

/** A kind of block: `blocks/NAME/block.ts` of a paper. */
export type BlockDefinition<Schema extends GenericSchema = GenericSchema> = {
  /** The fields that stories give it. What it makes of them must be JSON. */
  schema: Schema;
  /** What the block says in words: for the search, feeds, reading aloud, and where there is no JavaScript. */
  text: (fields: InferOutput<Schema>) => StoryText;
  /** The elements of HTML that are such a block, and the fields that one says; undefined for one that is none after all. */
  html?: { element: string; class?: string; read: (element: HtmlElement) => unknown };
};

/** What the component in `blocks/NAME/component.tsx` is given. */
export type BlockProps<Definition extends { schema: GenericSchema }> = {
  fields: InferOutput<Definition["schema"]>;
  /** The same as long as the fields are, so that a device can keep something by it. */
  id: string;
};

/** A story in the form of article JSON (docs/article.md). */
export type Story = { [field: string]: unknown };

/** A format of files: `sources/NAME.ts` of a paper. */
export type SourceDefinition = {
  /** The ends of the names of its files, without a dot. Those that Broadsheet reads by itself are taken. */
  extensions: readonly string[];
  /** The stories of a file. `html` may stand for `body`. `path` begins in the folder of the paper. */
  read: (file: { path: string; text: string }) => Story | readonly Story[] | Promise<Story | readonly Story[]>;
};

/** A step that each story goes through: `refine/NAME.ts` of a paper, in the order of the names. */
export type RefineStepDefinition = {
  /** The fields to change; null takes one away. `file` names the file of the story. */
  refine: (story: Readonly<Story>, file: string) => Story | undefined | Promise<Story | undefined>;
};

export declare function defineBlock<const Schema extends GenericSchema>(definition: BlockDefinition<Schema>): BlockDefinition<Schema>;
export declare function defineSource(definition: SourceDefinition): SourceDefinition;
export declare function defineRefineStep(definition: RefineStepDefinition): RefineStepDefinition;
