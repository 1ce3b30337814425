import type { Form } from "./forms.ts";

/**
 * A text without the marks of Markdown and of template languages, so that words and HTML remain. It only deletes, with simple
 * patterns, because it checks the parsers of these languages: see lostWords.ts. None reads beyond the next start of its kind.
 */
export const withoutMarks = (text: string, form: Form | undefined): string =>
  [...(form === "mdx" ? PROGRAM : []), ...TEMPLATE, ...(form === "html" ? [] : MARKDOWN)].reduce(
    (rest, pattern) => rest.replace(pattern, ""),
    text,
  );

/** In MDX. Braces may be nested twice. */
const PROGRAM = [/^(?:import|export)\b(?:[^\n]|\n(?![ \t]*\n))*/gmu, /\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/gu];

/** Tags and comments, which are replaced or reported. */
const TEMPLATE = [
  /\{%-?\s{0,9}comment\s{0,9}-?%\}(?:(?!\{%-?\s{0,9}(?:end)?comment)[^])*\{%-?\s{0,9}endcomment\s{0,9}-?%\}/gu,
  /\{%(?:(?!\{%|%\})[^])*%\}/gu,
  /\{\{(?:(?!\{\{|\}\})[^])*\}\}/gu,
  /\{#(?:(?!\{#|#\})[^])*#\}/gu,
  /\{>>(?:(?!\{>>|<<\})[^])*<<\}/gu,
  /\{::comment\}(?:(?!\{::comment\}|\{:\/)[^])*\{:\/(?:comment)?\}/gu,
  /\{[:#][^{}\n]*\}/gu,
];

const MARKDOWN = [
  /(?<![\\`])%%[^]*?%%/gu,
  // Games, whose solutions are in no text.
  /^[ \t>]*:{3,} *quiz *\n(?:(?![ \t>]*:{3,})[^\n]*\n)*[ \t>]*:{3,}[ \t]*$/gmu,
  // The name and the fields of a block; the information about a listing.
  /^[ \t>]*:{3,}[^\n]*\n(?:[ \t]*(?:- )?(?:\w+:|\{)[^\n]*\n)*/gmu,
  /^[ \t>]*(?:!!!|\?\?\?\+?|===)[ \t]+[\w -]+/gmu,
  /^[ \t>]*(?:`{3,}|~{3,}) *chart\b(?:(?!\n[ \t>]*(?:`{3,}|~{3,}) *chart\b)[^])*?\n[ \t>]*(?:`{3,}|~{3,})[ \t]*$/gmu,
  /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:`{3,}|~{3,})[^\n`]*$/gmu,
  // Pictures, what links lead to, and their definitions.
  /!\[(?:[^[\]\\]|\\.|\[[^[\]]*\])*\](?:\((?:[^()\\]|\\.|\([^()]*\))*\)|\[[^[\]]*\])?/gu,
  /\]\((?:[^()\\]|\\.|\([^()]*\))*\)|\]\[[^[\]]*\]/gu,
  /^[ \t>]*\[\^?[^\]\n]+\]:(?:[ \t]+<?(?:https?:|\/|\.|#|mailto:)\S*[^\n]*)?|\[\^[^[\]\s]+\]|^\*\[[^\]\n]+\]:[^\n]*/gmu,
  /!?\[\[[^[\]|\n]*\||#\^[\w-]+(?=\]\])|(?:^|(?<![ \t])[ \t]+)\^[\w-]+$/gmu,
  /<(?:https?|mailto|ftp):[^<>\s]*>/gu,
  // Numbers and boxes of lists, kinds of callouts, captions of tables, formulas.
  /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+(?:\[[ xX]\][ \t])?/gmu,
  /^[ \t>]*\[![\w-]+\][+-]?|^Table: /gmu,
  /\$\$[^$]+\$\$|(?<![\\$])\$[^$\n]+\$|\\\((?:(?!\\[()])[^\n])*\\\)|\\\[(?:(?!\\[[\]])[^])*\\\]/gu,
];
