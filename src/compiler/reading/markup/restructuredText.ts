import { execFile } from "node:child_process";
import { parseFragment, serialize } from "parse5";
import { find, hasClass, lineOf, textOf } from "../../body/dom.ts";
import { isRecord, type Raw, scalarText } from "../../text/jsonRecord.ts";
import { parseJson } from "../../text/parseJson.ts";
import { isKnown } from "../markdown/fieldNames.ts";
import { foreignHeader } from "../markdown/foreignHeader.ts";
import type { Markup } from "./markup.ts";
import { markNotes, replaceElement } from "./markedNotes.ts";

/** reStructuredText, by Docutils: `pip install docutils`. No text includes a file of this machine, or HTML of its own. */
export const restructuredText: Markup = {
  name: "reStructuredText",
  extensions: ["rst", "rest"],
  isThere: () =>
    (found ??= python("import docutils", "").then(
      () => true,
      () => false,
    )),
  convert: async (text, warn) => {
    for (const [, name = ""] of text.matchAll(/^\.\. (raw|include|csv-table)::[^\n]*/gmu))
      if (name !== "csv-table") warn(`What the directive “${name}” would insert was left out.`);
    const json = parseJson(await python(PROGRAM, text));
    const parts = "value" in json && isRecord(json.value) ? json.value : {};
    const title = scalarText(parts["title"]);
    return { fields: { ...headerFields(text), ...(title !== "" && { title }) }, html: plainHtml(scalarText(parts["html"]), warn) };
  },
};

let found: Promise<boolean> | undefined;

/** Reads a text from its input, and writes its parts. The limits are those that Docutils recommends for texts of others. */
const PROGRAM = `
import html, io, json, re, sys
from docutils.core import publish_parts
text = sys.stdin.buffer.read().decode("utf-8")
parts = publish_parts(text, writer_name="html5", settings_overrides={
    "file_insertion_enabled": False, "raw_enabled": False, "_disable_config": True, "halt_level": 6, "report_level": 3, "warning_stream": io.StringIO(),
    "initial_header_level": 2, "syntax_highlight": "none", "math_output": "MathML", "embed_stylesheet": False,
    "footnote_references": "superscript", "line_length_limit": 1000000})
title = html.unescape(re.sub("<[^<>]*>", "", parts["title"]))
sys.stdout.buffer.write(json.dumps({"title": title, "html": parts["body"]}).encode("utf-8"))
`;

/** In bytes and milliseconds: no article takes longer. */
const [LARGEST, PATIENCE] = [50_000_000, 60_000];

function python(program: string, input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile("python3", ["-I", "-c", program], { maxBuffer: LARGEST, timeout: PATIENCE }, (error, out) => {
      if (error) reject(new Error(error.message.trim().split("\n").at(-1)));
      else resolve(out);
    });
    // A program that is not there closes its input at once.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}

/** Docutils' HTML with notes as in other HTML. Of what it cannot read, such as a directive of Sphinx, it has a message. */
function plainHtml(html: string, warn: (message: string) => void): string {
  const fragment = parseFragment(html);
  for (const message of find(fragment.childNodes, (inner) => hasClass(inner, "system-message"))) {
    const [source] = find(message.childNodes, ({ tagName }) => tagName === "pre").map(({ childNodes }) => textOf(childNodes));
    const [, player = "", video = ""] = /^\.\. (youtube|vimeo):: *([\w-]+)/u.exec(source ?? "") ?? [];
    const line = lineOf(message.childNodes).replace(/^System Message: \w+\/\d \(<string>, (line \d+)[^)]*\)\s*/u, "$1: ");
    if (video === "") warn(`A part was left out (${line.slice(0, 300)}).`);
    const page = player === "vimeo" ? "https://vimeo.com/" : "https://www.youtube.com/watch?v=";
    replaceElement(message, video === "" ? "" : `<iframe src="${page}${video}"></iframe>`);
  }
  const notes = markNotes(fragment.childNodes, {
    isReference: (inner) => hasClass(inner, "footnote-reference"),
    isNote: (inner) => hasClass(inner, "footnote"),
    isBack: (inner) => hasClass(inner, "label", "backrefs"),
  });
  return serialize(fragment) + notes;
}

/** The header of Pelican and Nikola, and the list of fields at the beginning. A list below the title is Docutils' own. */
export function headerFields(text: string): Raw {
  const header = foreignHeader(text)?.fields ?? {};
  const [list = ""] = /(?:^:[\w-][\w -]*:(?:[ \t][^\n]*)?\n(?:[ \t]+\S[^\n]*\n)*)+/mu.exec(`${text.slice(0, 8000)}\n`) ?? [];
  const fields = [...list.matchAll(/^:([\w -]+):[ \t]*(.*)$/gmu)].flatMap(([, name = "", value = ""]): [string, unknown][] =>
    isKnown(name)
      ? [[name.toLowerCase(), /^(?:tags?|keywords|authors)$/iu.test(name) ? value.split(/[,;]/u).map((each) => each.trim()) : value.trim()]]
      : [],
  );
  return { ...Object.fromEntries(fields), ...header };
}
