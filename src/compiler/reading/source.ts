import type { Draft } from "../draft/draft.ts";
import type { Pictures } from "../draft/pictures.ts";
import type { LossCause, Problem, Report } from "../draft/problem.ts";
import type { Recordings } from "../draft/recordings.ts";
import type { Inherited } from "../draft/release/release.ts";
import type { ReleaseValues } from "../draft/release/releaseValues.ts";
import type { Say } from "../text/say.ts";
import type { Extensions } from "./custom/extension.ts";
import type { Settings } from "../settings/settings.ts";

/** A file of the content folder: its path there, with "/", and its text, with "\n" at line ends. */
export type SourceFile = { path: string; text: string };

/** What a source needs besides the file. */
export type SourceContext = {
  settings: Settings;
  pictures: Pictures;
  /** Missing if the files that a story names are not beside it. */
  recordings?: Pick<Recordings, "find" | "cues">;
  report: Report;
  /** Receives the text of each file, apart from its fields and what is not for everybody. */
  seen?: ((source: string) => void) | undefined;
  /** What other files say about the stories of a file, such as when readers may see them. */
  inherited: (file: string) => Inherited[];
  /** Reports a problem only the first time that its key comes up in the edition, since a thousand files may have the same one. */
  once: (key: string, problem: Problem) => void;
  /** Whether a file without a date will be given one. */
  isDated?: (file: string) => boolean;
  /** The file of the story that a file may be a post of, if that story is a live blog. */
  storyOf?: (file: string) => string | undefined;
  /** Whether the first words of a dated text without a headline become its headline, as in an import: short posts have none. */
  namesUntitled?: true;
  /** Whether files are named with their headlines, as in Obsidian. */
  namesAreHeadlines?: true;
  /** Whether a file without a date is a page of its site, such as one about the paper, since posts have a folder of their own. */
  isPage?: (file: string) => boolean;
  /** The fields in a data file beside a story. */
  fieldsBeside?: (file: string) => Promise<Readonly<Record<string, unknown>> | undefined>;
  /** Whether this is a paper's folder, with its pages and with links that leave it. In an imported archive, pages/ may hold stories. */
  hasPages?: true;
  /** Wording that a build writes into stories; Broadsheet's own by default. */
  say?: Say | undefined;
  /** The paper's own extensions. */
  extensions?: Extensions | undefined;
  /** What the import of an archive knows about the values of release fields; without it, a file can be corrected. */
  values?: ReleaseValues;
  /** Reports that something in the file does not become an article, and why, as a full sentence; `cause` is "meant" if that is intended. */
  skip: (reason: string, cause?: LossCause | "meant") => void;
};

/** What an archive says about the publication it comes from; becomes the edition's settings if it has none yet. */
export type Publication = Partial<Pick<Settings, "name" | "tagline" | "language" | "timeZone" | "url" | "people" | "sections" | "origins">>;

/** One input format. */
export type Source = {
  name: string;
  /** The extensions of files that may be of this format, without a dot. */
  extensions: string[];
  /** Whether this file is of the format. A broken one counts too: `read` reports it. */
  reads: (file: SourceFile) => boolean;
  /** The articles of a file. Each one in the file becomes a draft or is skipped with a reason; bad input never throws. */
  read: (file: SourceFile, context: SourceContext) => Promise<Draft[]>;
};
