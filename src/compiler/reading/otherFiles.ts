import { isPictureName } from "../text/isPictureName.ts";
import type { Problem } from "../draft/problem.ts";
import { recordingType } from "../text/recordingName.ts";
import { extensionOf } from "../text/fileName.ts";
import { isMarkdown } from "./markdown/forms.ts";

/** One problem for each kind of file in a content folder that nothing reads. Pictures and recordings do not count: stories show them. */
export function otherFiles(others: string[], links: string[]): Problem[] {
  const kinds = new Map<string, { kind: Kind; files: string[] }>();
  for (const file of others) {
    const extension = extensionOf(file);
    const kind = kindOf(file, extension);
    if (kind === undefined) continue;
    const known = kinds.get(`${kind.severity} ${extension}`) ?? { kind, files: [] };
    known.files.push(file);
    kinds.set(`${kind.severity} ${extension}`, known);
  }
  const linked = links.length === 0 ? [] : [named(links, "symbolic link", { severity: "warning", remedy: FOLLOWED })];
  return [...linked, ...[...kinds].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, { kind, files }]) => ofKind(files, kind))];
}

/** Whether a file that nothing reads is certainly a document. HTML and plain text may be anything. */
export const isUnreadText = (file: string): boolean =>
  /^(?:docx?|odt|rtf|rst|adoc|asciidoc|org|textile|wiki|qmd|rmd)$/u.test(extensionOf(file));

type Kind = Pick<Problem, "severity" | "remedy">;

const FOLLOWED = "Links are not followed, since they may lead out of the folder. Put what they lead to in their place.";

function kindOf(file: string, extension: string): Kind | undefined {
  if (isPictureName(file) || recordingType(file) !== undefined || /^(?:vtt|srt)$/u.test(extension)) return undefined;
  if (extension === "json" || isMarkdown(file))
    return { severity: "warning", remedy: "The folder pictures/ holds no stories. Move it if it is one." };
  if (OF_BUILDER.test(file)) return PART_OF_BUILDER;
  if (/(?:^|\/)(?:static|public|assets)\//iu.test(file))
    return { severity: "notice", remedy: "Only pictures, recordings and other files that stories name are read from such a folder." };
  const [, remedy] = WRITTEN.find(([pattern]) => pattern.test(extension)) ?? [];
  if (remedy !== undefined) return { severity: "warning", remedy };
  // The programs that draw pictures are kept beside them.
  if (PROGRAM.test(extension)) return file.startsWith("pictures/") ? undefined : PART_OF_BUILDER;
  return { severity: "warning", remedy: "If it is a story, save it as Markdown (.md); if not, move it out of this folder." };
}

const PART_OF_BUILDER: Kind = {
  severity: "notice",
  remedy: "It is taken for a part of a program or of a site builder; move it if it is in the way.",
};

const OF_BUILDER = /(?:^|\/)(?:_layouts|_includes|_sass|layouts|archetypes|themes)\//iu;

/** Files with words, pictures or data that a publisher may miss, and how to get them in. */
const WRITTEN: [RegExp, string][] = [
  [/^(?:qmd|rmd)$/u, "Rename it to .md; components and code in it are not run."],
  [/^(?:txt|text)$/u, "If it is a story, put headline and date above the text as front matter (docs/article.md)."],
  [
    /^(?:html?|xhtml|shtml)$/u,
    "If it is a story, bring it in with `broadsheet import FOLDER --from page`, or give it front matter with title and date.",
  ],
  [
    /^(?:adoc|asciidoc|asc)$/u,
    "Run `npm install @asciidoctor/core` and import it again, or save it as Markdown (`asciidoctor -b docbook FILE`, `pandoc -f docbook FILE.xml -o FILE.md`).",
  ],
  [
    /^(?:rst|rest)$/u,
    "Install Docutils for Python (`pip install docutils`) and import it again, or save it as Markdown (`pandoc FILE -o FILE.md`).",
  ],
  [/^(?:docx?|odt|rtf|pages|wpd|org|textile|tex|wiki|epub)$/u, "Save it as Markdown (pandoc can: `pandoc FILE -o FILE.md`)."],
  [/^(?:xml|rss|atom)$/u, "If it is a feed or an export, bring it in with `broadsheet import`."],
  [/^(?:csv|tsv|xlsx?|ods|numbers)$/u, "Put the table into the story that it belongs to, or draw it in a chart (docs/writing.md)."],
  [/^(?:pdf|pptx?|odp|key)$/u, "Such files are not published. Put it on another host and link to it from a story."],
  [/^(?:tiff?|hei[cf]|bmp|psd|raw|dng|eps|ai|jp2|jxl)$/u, "Browsers do not show it. Save it as JPEG, PNG, WebP or AVIF."],
  [/^(?:avi|mkv|wmv|wma|aiff?)$/u, "Browsers do not play it. Save it as MP3, M4A, MP4 or WebM, and name it in its story (docs/audio.md)."],
  [/^(?:zip|gz|tgz|tar|bz2|xz|7z|rar)$/u, "Unpack it; an export comes in with `broadsheet import`."],
];

const PROGRAM =
  /^(?:css|scss|sass|less|[cm]?jsx?|[cm]?tsx?|vue|svelte|astro|njk|liquid|hbs|ejs|pug|haml|erb|tmpl|rb|py|php|sh|ya?ml|toml|ini|lock|map|log|ico|woff2?|ttf|otf|eot|webmanifest|jsonl|ndjson|bib)$/u;

function ofKind(files: string[], kind: Kind): Problem {
  const extension = extensionOf(files[0] ?? "");
  return extension === ""
    ? named(files, "file without an extension", kind, "files without an extension")
    : named(files, `.${extension} file`, kind);
}

const SHOWN = 10;

function named(files: string[], one: string, { severity, remedy }: Kind, many = `${one}s`): Problem {
  const which = `${files.slice(0, SHOWN).join(", ")}${files.length > SHOWN ? ` and ${files.length - SHOWN} more` : ""}`;
  const message =
    files.length === 1
      ? `A ${one} is not read as an article, and was left out.`
      : `${files.length} ${many} are not read as articles, and were left out: ${which}.`;
  return { severity, file: files[0] ?? ".", message, ...(remedy !== undefined && { remedy }) };
}
