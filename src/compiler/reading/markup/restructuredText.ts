import { parseFragment, serialize } from "parse5";
import { classesOf, type Element, find, hasClass, isElement, lineOf, type Node, replaceElements, textOf } from "../../body/dom.ts";
import { listed, type Raw, scalarText } from "../../text/jsonRecord.ts";
import { foreignHeader } from "../markdown/foreignHeader.ts";
import { type Field, fieldsIn, isOfRelease } from "./fieldsIn.ts";
import type { Markup } from "./markup.ts";
import { markNotes } from "./markedNotes.ts";
import { runProgram } from "./runProgram.ts";

/** reStructuredText, by Docutils: `pip install docutils`. No text includes a file of this machine; its own HTML is read as any other. */
export const restructuredText: Markup = {
  name: "reStructuredText",
  extensions: ["rst", "rest", "txt"],
  isThere: () =>
    (found ??= python("import docutils", "").then(
      () => true,
      () => false,
    )),
  convert: async (text, warn) => {
    for (const [, name = "include"] of text.matchAll(OF_FILE)) warn(`What the directive “${name}” would insert was left out.`);
    const written = await python(PROGRAM, text);
    const title = scalarText(written["title"]);
    return { fields: { ...fieldsOf(written, text), ...(title !== "" && { title }) }, html: plainHtml(scalarText(written["html"]), warn) };
  },
};

/** What would insert a file. */
const OF_FILE = /^\.\. (?:include::|(raw|csv-table)::[^\n]*(?:\n[ \t]+:[\w-]+:[^\n]*)*?\n[ \t]+:(?:file|url):)/gmu;

let found: Promise<boolean> | undefined;

const python = (program: string, input: string) => runProgram("python3", ["-I", "-c", program], input);

/**
 * Reads a text from its input, and writes its parts: the fields of its header, and "others" that may be fields, in comments (Nikola),
 * further lists and the head of the page. A post of ABlog is a directive. Roles of Sphinx leave their words, and its options of code are
 * read. The limits are those that Docutils recommends for texts of others.
 */
const PROGRAM = `
import html, io, json, re, sys
from docutils import nodes, writers
from docutils.core import publish_doctree, publish_from_doctree
from docutils.parsers.rst import Directive, directives, roles
from docutils.parsers.rst.directives.admonitions import Note
from docutils.parsers.rst.directives.body import CodeBlock
from docutils.parsers.rst.directives.images import Figure
from docutils.parsers.rst.languages import en
fields, others = [], []
class AnyOption(dict):
    def __missing__(self, name):
        return lambda value: value or ""
class Post(Directive):
    has_content, optional_arguments, final_argument_whitespace, option_spec = True, 1, True, AnyOption(title=str)
    def run(self):
        fields.extend([["date", self.arguments[0]], ["postdate", self.arguments[0]]] if self.arguments else [["draft", "true"]])
        fields.extend([name, value] for name, value in self.options.items())
        fields.append(["excerpt", "\\n".join(self.content)])
        return []
directives.register_directive("post", Post)
class Code(CodeBlock):
    option_spec = AnyOption(CodeBlock.option_spec)
    def run(self):
        caption = self.options.get("caption")
        return ([nodes.paragraph("", caption)] if caption else []) + super().run()
for name in ("code", "code-block", "sourcecode"):
    directives.register_directive(name, Code)
directives.register_directive("thumbnail", Figure)
directives.register_directive("seealso", Note)
def words(role, written, text, line, inliner, options={}, content=[]):
    shown = re.sub(r"\\s*<[^<>]*>$", "", text.replace("\\x00", "")).lstrip("!~") or text
    return [(nodes.inline if role in ("ref", "doc", "term", "abbr", "dfn", "numref", "guilabel", "menuselection") else nodes.literal)(written, shown)], []
text = sys.stdin.buffer.read().decode("utf-8")
for name in {name[::-1] for name in re.findall(r"\`:([\\w:+.-]*[A-Za-z]):", text[::-1])}:
    if name.lower() not in en.roles and name.lower() not in roles._role_registry:
        roles.register_local_role(name.lower(), words)
settings = {
    "file_insertion_enabled": False, "_disable_config": True, "halt_level": 6, "report_level": 3, "warning_stream": io.StringIO(),
    "initial_header_level": 2, "syntax_highlight": "none", "math_output": "MathML", "embed_stylesheet": False,
    "footnote_references": "superscript", "line_length_limit": 1000000}
document = publish_doctree(text, settings_overrides=settings)
lists = []
for node in list((getattr(document, "findall", None) or document.traverse)()):
    if node.tagname in ("docinfo", "field_list"):
        lists.append(node)
    elif node.tagname == "comment":
        others.extend(re.findall(r"^([A-Za-z][\\w-]*):[ \\t]+(.*)", node.astext(), re.M))
    elif node.tagname == "meta":
        others.append([node.get("name", ""), node.get("content", "")])
for each in lists:
    for node in each:
        parts = [part.astext() for part in node]
        name, value = parts if node.tagname == "field" else (node.tagname, "; ".join(parts) if node.tagname == "authors" else node.astext())
        (fields if each is lists[0] else others).append([name, value])
writer = writers.get_writer_class("html5")()
publish_from_doctree(document, writer=writer, settings_overrides=settings)
title = html.unescape(re.sub("<[^<>]*>", "", writer.parts["title"]))
sys.stdout.buffer.write(json.dumps({"title": title, "html": writer.parts["body"], "fields": fields, "others": others}).encode("utf-8"))
`;

/** Docutils' HTML with notes as in other HTML. Of what it cannot read, such as a directive of Sphinx, it has a message. */
function plainHtml(html: string, warn: (message: string) => void): string {
  const fragment = parseFragment(html);
  const isMessage = (inner: Element) => hasClass(inner, "system-message");
  replaceElements(find(fragment.childNodes, isMessage), (message) => {
    const [source] = find(message.childNodes, ({ tagName }) => tagName === "pre").map(({ childNodes }) => textOf(childNodes));
    const [, player = "", video = ""] = /^\.\. (youtube|vimeo):: *([\w-]+)/u.exec(source ?? "") ?? [];
    const line = lineOf(message.childNodes).replace(/^System Message: \w+\/\d \(<string>, (line \d+)[^)]*\)\s*/u, "$1: ");
    if (video === "") warn(`A part was left out (${line.slice(0, 300)}).`);
    const page = player === "vimeo" ? "https://vimeo.com/" : "https://www.youtube.com/watch?v=";
    return video === "" ? "" : `<iframe src="${page}${video}"></iframe>`;
  });
  const each = (isOne: (element: Element) => boolean, change: (inside: string, element: Element) => string) =>
    replaceElements(find(fragment.childNodes, isOne), (element) => change(serialize(element), element));
  // Messages about words in a line are in a part of their own, whose heading is left.
  each(
    (inner) => hasClass(inner, "system-messages"),
    () => "",
  );
  each(
    (inner) => inner.tagName === "span" && hasClass(inner, "literal"),
    (inside, element) => `<code class="${classesOf(element)}">${inside}</code>`,
  );
  each(
    (inner) => hasClass(inner, "classifier"),
    (inside) => ` (${inside})`,
  );
  each(
    (inner) => hasClass(inner, "line-block"),
    (_, element) => `<p class="${classesOf(element)}">${verse(element.childNodes).join("<br>")}</p>`,
  );
  each(
    (inner) => hasClass(inner, "topic", "sidebar") && !hasClass(inner, "contents"),
    (inside, element) =>
      `<div class="admonition ${classesOf(element)}">${inside.replace(/class="(?:topic|sidebar)-title"/u, 'class="admonition-title"')}</div>`,
  );
  const notes = markNotes(fragment.childNodes, {
    isReference: (inner) => hasClass(inner, "footnote-reference", "citation-reference"),
    isNote: (inner) => hasClass(inner, "footnote", "citation"),
    isBack: (inner) => hasClass(inner, "label", "backrefs"),
  });
  return serialize(fragment) + notes;
}

/** The lines of a line block as HTML; those of blocks in it are indented. */
const verse = (nodes: Node[]): string[] =>
  nodes
    .filter(isElement)
    .flatMap((line) => (hasClass(line, "line-block") ? verse(line.childNodes).map((inner) => `\u2003${inner}`) : [serialize(line)]));

/** The header of Nikola, in comments, and the fields of the text; of what may be fields, those that can keep a story back. */
function fieldsOf(written: Raw, text: string): Raw {
  const header = /^\uFEFF?\s*\.\./u.test(text) ? (foreignHeader(text)?.fields ?? {}) : {};
  const fields = pairsIn(written["fields"]).filter(([name, value]) => !OWN.test(name) && (value !== "" || isOfRelease(name)));
  const others = pairsIn(written["others"]).filter(([name]) => isOfRelease(name));
  const ofHeader = Object.entries(header).map(([name, value]): Field => [name, listed(value).map(scalarText).join(";")]);
  return fieldsIn([...others, ...fields, ...ofHeader]);
}

const pairsIn = (value: unknown): Field[] =>
  listed(value).map((pair) => {
    const [name = "", of = ""] = listed(pair).map(scalarText);
    return [name.toLowerCase(), of.trim()];
  });

/** Fields of Docutils and Sphinx with no meaning here. */
const OWN = /^(?:organization|contact|address|version|revision|copyright|orphan|tocdepth|nocomments)$/u;
