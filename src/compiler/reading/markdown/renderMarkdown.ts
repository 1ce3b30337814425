import MarkdownIt from "markdown-it";
import abbreviations from "markdown-it-abbr";
import definitions from "markdown-it-deflist";
import footnote from "markdown-it-footnote";
import highlights from "markdown-it-mark";
import { wikiName } from "../../text/wikiAddress.ts";
import { lastUpTo } from "../../text/lastUpTo.ts";
import { codeIn } from "./codeIn.ts";
import { containers } from "./containers.ts";
import { type Directives, directives, directivesEnv } from "./directives.ts";
import { unsetMarks, type UnsetMarks, unsetMarksEnv } from "./unsetMarks.ts";
import { wikiLinks } from "./wikiLinks.ts";

/**
 * CommonMark with GitHub's tables and strikethrough, footnotes, definitions (": "), abbreviations ("*[NATO]: "), "==highlights==", links
 * by name, HTML and bare addresses.
 */
const markdown = new MarkdownIt({ html: true, linkify: true })
  .use(footnote)
  .use(definitions)
  .use(abbreviations)
  .use(highlights)
  .use(wikiLinks)
  .use(unsetMarks)
  .use(directives)
  .use(containers);
// Only addresses with a scheme become links: "README.md" would lead to a site in Moldova.
markdown.linkify.set({ fuzzyLink: false });
// The footnote plugin copies all tokens for each note that it adds, which takes quadratic time.
markdown.core.ruler.before("footnote_tail", "growing-tokens", (state) => {
  if (state.env["footnotes"] !== undefined) state.tokens = Growing.from(state.tokens);
});

// A link by name has no address yet, and stays as written.
const normalized = markdown.normalizeLink.bind(markdown);
markdown.normalizeLink = (url) => (wikiName(url) === undefined ? normalized(url) : url);

/**
 * What asks for line numbers after a fence: "showLineNumbers" (Docusaurus, Starlight, rehype-pretty-code), "{lines}", "linenos" (Hugo,
 * Jekyll), ".numberLines" (Pandoc), ":line-numbers" (VitePress).
 */
const NUMBERED = /(?:^|[\s{,.:])(?:showLineNumbers|lines|linenos|numberLines|line-numbers|lineNumbers)(?![\w-]|=["']?(?:false|none))/u;

markdown.core.ruler.push("line-numbers", ({ tokens }) => {
  for (const token of tokens)
    if (token.type === "fence" && NUMBERED.test(token.info.replace(/^\s*[\w+#-]+/u, ""))) token.attrJoin("class", "line-numbers");
});

/** An array whose `concat` adds to the array itself instead of a copy. */
class Growing<T> extends Array<T> {
  override concat(items: T[]): this {
    for (const item of items) this.push(item);
    return this;
  }
}

type Rendered = { html: string; lineOf: (htmlLine: number) => number; marks: UnsetMarks; broken: Directives["broken"] };

/**
 * Markdown as HTML. `lineOf` maps a line of the HTML to its line in the Markdown, both from 1; `marks` have no form here.
 * @param names of the paper's custom blocks
 */
export function renderMarkdown(source: string, names: readonly string[] = []): Rendered {
  const { env, marks } = unsetMarksEnv(source);
  const broken = directivesEnv(env, names);
  const tokens = markdown.parse(source, env);
  const code = codeIn(tokens);
  /** The lines at which blocks start, in the HTML and in the source. */
  const starts: { html: number[]; source: number[] } = { html: [], source: [] };
  let html = "";
  let htmlLine = 1;
  let from = 0;
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    depth += token.nesting;
    if (depth > 0) continue;
    const isText = token.type === "code_block" && !code.has(token);
    const block = isText
      ? markdown.render(token.content.replace(/^[ \t]+/gmu, ""))
      : markdown.renderer.render(tokens.slice(from, index + 1), markdown.options, env);
    starts.html.push(htmlLine);
    starts.source.push((tokens[from]?.map?.[0] ?? 0) + 1);
    html += block;
    htmlLine += block.split("\n").length - 1;
    from = index + 1;
  }
  return {
    html,
    marks: marks(),
    broken,
    lineOf: (line) => {
      const at = lastUpTo(starts.html, line);
      return (starts.source[at] ?? 1) + line - (starts.html[at] ?? 1);
    },
  };
}

/** One line of Markdown, such as a caption, as HTML. */
export const renderLine = (source: string): string => markdown.renderInline(source);

/** The lines of code blocks, in which nothing is markup. They count from 0; `to` is the first line after the block. */
export function codeLines(source: string): { from: number; to: number }[] {
  const tokens: ReturnType<typeof markdown.parse> = [];
  markdown.block.parse(source, markdown, {}, tokens);
  return [...codeIn(tokens)].flatMap(({ map }) => (map ? [{ from: map[0], to: map[1] }] : []));
}
