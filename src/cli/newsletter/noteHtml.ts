import MarkdownIt from "markdown-it";

const markdown = new MarkdownIt({ linkify: true });
// Only addresses with a scheme become links, as in stories.
markdown.linkify.set({ fuzzyLink: false });
// A picture of a note could be one that counts who opens the letter.
markdown.disable("image");

/** The editor's note as HTML. Tags in it are text. */
export const noteHtml = (text: string): string => markdown.render(text);
