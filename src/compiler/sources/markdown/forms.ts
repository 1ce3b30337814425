import { extensionOf } from "../contentFiles.ts";

export type Form = "markdown" | "mdx" | "html";

/** Each ending of a file name, and the form of the text below the front matter. */
const FORMS: Record<string, Form> = {
  md: "markdown",
  markdown: "markdown",
  mdown: "markdown",
  mkd: "markdown",
  mkdn: "markdown",
  mdwn: "markdown",
  mdx: "mdx",
  txt: "markdown",
  html: "html",
  htm: "html",
};

/** The endings of files that may be stories. */
export const EXTENSIONS = Object.keys(FORMS);

/** The form of a file's text; undefined for a file that is none of these. */
export const formOf = (path: string): Form | undefined => FORMS[extensionOf(path)];

/** A file of Markdown or MDX: a story by its name alone. */
export const isMarkdown = (path: string): boolean => formOf(path) !== undefined && !needsFrontMatter(path);

/**
 * A file in the folder for pages of the paper, such as pages/about.md. Whatever date it says, it is no story.
 * @param folder as the settings name it; "." for the whole content folder
 */
export const isOfPages = (path: string, folder: string): boolean => (folder === "." || path.startsWith(`${folder}/`)) && isMarkdown(path);

/** A file that is a story only with front matter: site builders take HTML and plain text so. */
export const needsFrontMatter = (path: string): boolean => formOf(path) === "html" || extensionOf(path) === "txt";
