import { extensionOf } from "../../text/fileName.ts";

export type Form = "markdown" | "mdx" | "html";

/** The form of the text below the front matter, by file extension. */
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

/** The extensions of files that may be stories. */
export const EXTENSIONS = Object.keys(FORMS);

/** The form of a file's text; undefined for any other file. */
export const formOf = (path: string): Form | undefined => FORMS[extensionOf(path)];

/** Whether a file is Markdown or MDX, and so a story by its name alone. */
export const isMarkdown = (path: string): boolean => formOf(path) !== undefined && !needsFrontMatter(path);

/**
 * Whether a file is in the folder for pages of the paper, such as pages/about.md. Even with a date, it is not a story.
 * @param folder as named in the settings; "." for the whole content folder
 */
export const isOfPages = (path: string, folder: string): boolean => (folder === "." || path.startsWith(`${folder}/`)) && isMarkdown(path);

/** Why a file of a site without a date was left out. */
export const UNDATED_PAGE = "It has no date and is not in a folder of posts, which its site has: it is a page.";

/** Whether a file is a story only if it has front matter, as site builders treat HTML and plain text. */
export const needsFrontMatter = (path: string): boolean => formOf(path) === "html" || extensionOf(path) === "txt";
