import { recordingType } from "../../text/recordingName.ts";
import { isPictureName } from "../../text/isPictureName.ts";
import type { MarkdownIt } from "markdown-it";
import { slug } from "#content/slug.ts";
import { wikiAddress } from "../../text/wikiAddress.ts";

/**
 * Links by name, as in Obsidian and wikis: [[Name]], [[Name|words]],
 * [[Name#Heading]], [[Name#^block]], ![[picture.png]] and ![[talk.mp3]]. Names are resolved once all articles
 * are known. One that is defined as a link label (CommonMark 6.3), or is only a
 * number as in Wikipedia's notes, is not a name.
 */
export function wikiLinks(markdown: MarkdownIt): void {
  markdown.inline.ruler.before("link", "wiki-link", (state, silent) => {
    WIKI_LINK.lastIndex = state.pos;
    const [all, mark, name = "", heading = "", words = ""] = WIKI_LINK.exec(state.src) ?? [];
    if (all === undefined || state.linkLevel > 0 || /^\s*(?:\^.*|\d*)\s*$/u.test(name + heading) || isLabel(name, state.env)) return false;
    if (!silent && mark === "!" && (isPictureName(name) || recordingType(name) !== undefined)) {
      const image = state.push("image", "img", 0);
      image.attrs = [
        ["src", encodeURI(name.trim())],
        ["alt", ""],
      ];
      image.children = [];
      // In Obsidian, a number alone is the width.
      image.content = /^\s*\d+(?:x\d+)?\s*$/u.test(words) ? "" : words.trim();
    } else if (!silent && name.trim() === "" && heading.startsWith("#^")) {
      state.push("text", "", 0).content = words.trim();
    } else if (!silent) {
      const link = state.push("link_open", "a", 1);
      // Blocks have no addresses here.
      const part = heading.startsWith("#^") ? "" : heading.slice(1).trim();
      const anchor = part === "" ? "" : `#${slug(part)}`;
      link.attrs = [["href", `${name.trim() === "" ? "" : wikiAddress(name)}${anchor}`]];
      if (mark === "!") link.meta = { inclusion: state.pos };
      state.push("text", "", 0).content = words.trim() || [name.trim(), part].filter((part) => part !== "").join(" > ");
      state.push("link_close", "a", -1);
    }
    state.pos += all.length;
    return true;
  });

  markdown.core.ruler.after("inline", "block-ids", ({ tokens }) => {
    for (const { type, children } of tokens) {
      const last = type === "inline" ? children?.at(-1) : undefined;
      if (last?.type === "text") last.content = last.content.replace(BLOCK_ID, "");
    }
  });

  const isLabel = (name: string, env: { references?: unknown }): boolean =>
    typeof env.references === "object" && env.references !== null && markdown.utils.normalizeReference(name) in env.references;
}

/** The name by which links find a block, at its end: "Words. ^a1b2c3". */
const BLOCK_ID = /(?:^|(?<![ \t])[ \t]+)\^(?=[\w-]*[A-Za-z])[A-Za-z\d-]{2,}$/u;

const WIKI_LINK = /(!?)\[\[([^[\]|#\n]*)(#[^[\]|\n]*)?(?:\|([^[\]\n]*))?\]\](?!\()/uy;
