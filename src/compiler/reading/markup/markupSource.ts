import { extensionOf } from "../../text/fileName.ts";
import { errorMessage } from "../../text/errorMessage.ts";
import { jbakeHeader } from "../markdown/foreignHeader.ts";
import { frontMatter } from "../markdown/frontMatter.ts";
import { markdownSource } from "../markdown/markdownSource.ts";
import { reportSkipped } from "../reportSkipped.ts";
import type { Source, SourceContext } from "../source.ts";
import { asciidoc } from "./asciidoc.ts";
import { withFields } from "./fieldsIn.ts";
import type { Markup } from "./markup.ts";
import { restructuredText } from "./restructuredText.ts";

const MARKUPS = [asciidoc, restructuredText];

/** The sources of such languages, for imports. */
export const markupSources: Source[] = MARKUPS.map(sourceOf);

/** The source of a file in such a language; undefined if its program is not installed. */
export async function markupSource(path: string): Promise<Source | undefined> {
  const index = MARKUPS.findIndex(({ extensions }) => extensions.includes(extensionOf(path)));
  return (await MARKUPS[index]?.isThere()) === true ? markupSources[index] : undefined;
}

/** Reads the HTML as a story in HTML with front matter. */
function sourceOf({ name, extensions, convert }: Markup): Source {
  const ending = new RegExp(`\\.(?:${extensions.join("|")})$`, "iu");
  return {
    name,
    extensions,
    reads: ({ path }) => ending.test(path),
    read: async ({ path, text }, context) => {
      const matter = jbakeHeader(text) ?? frontMatter(text);
      const inHtml = async (html: string) => {
        const drafts = await markdownSource.read({ path: path.replace(ending, ".html"), text: html }, ofFile(path, context));
        return drafts.map((draft) => ({ ...draft, file: path }));
      };
      if ("error" in matter) return inHtml(text);
      try {
        const warn = (message: string) => context.report({ severity: "warning", file: path, message });
        const { fields, html } = await convert(matter.body, warn);
        const all = JSON.stringify(withFields(fields, matter.fields));
        return await inHtml(`---json\n${all}\n---\n${html}\n`);
      } catch (error) {
        const message = `It cannot be read as ${name}: ${errorMessage(error).split("\n")[0] ?? ""}.`;
        reportSkipped(context, {
          severity: "error",
          file: path,
          message,
          remedy: "Correct it, or save it as Markdown.",
          cause: "unparsed",
        });
        return [];
      }
    },
  };
}

/** The context for the HTML of a file, in which all that is asked or said of it is about the file. */
function ofFile(file: string, context: SourceContext): SourceContext {
  const { isDated, isPage, report, once } = context;
  return {
    ...context,
    report: (problem) => report({ ...problem, file }),
    once: (key, problem) => once(key, { ...problem, file }),
    inherited: () => context.inherited(file),
    ...(isDated && { isDated: () => isDated(file) }),
    ...(isPage && { isPage: () => isPage(file) }),
  };
}
