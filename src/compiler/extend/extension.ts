import type * as v from "valibot";

/** An element of HTML, as importers of the paper see it. */
export type HtmlElement = { name: string; attributes: Record<string, string>; text: string; children: HtmlElement[] };

/** A kind of block that the paper has. What it calls is the paper's, and may throw. */
export type BlockExtension = {
  name: string;
  schema: v.GenericSchema;
  text: (fields: unknown) => unknown;
  html?: { element: string; class?: string | undefined; read: (element: HtmlElement) => unknown } | undefined;
  /** The script of its component, below the site's base. */
  script?: string;
  /** Draws it once, as pages do. */
  draw?: (props: { fields: unknown; id: string }) => void;
};

/** A format that the paper has. */
export type SourceExtension = {
  name: string;
  extensions: string[];
  read: (file: { path: string; text: string }) => unknown;
};

/** A step that each story of the paper goes through. `file` is its own. */
export type StepExtension = { file: string; refine: (story: unknown, file: string) => unknown };

/** What a paper has of its own besides how it looks. */
export type Extensions = {
  blocks: ReadonlyMap<string, BlockExtension>;
  sources: readonly SourceExtension[];
  steps: readonly StepExtension[];
  /** The scripts of components. */
  scripts: { script: string; code: string }[];
  /** By what all of it is known. */
  digest: string;
};
