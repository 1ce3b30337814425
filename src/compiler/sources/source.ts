import type { Draft } from "../draft/draft.ts";
import type { Pictures } from "../draft/pictures.ts";
import type { LossCause, Problem, Report } from "../draft/problem.ts";
import type { Recordings } from "../draft/recordings.ts";
import type { Inherited } from "../draft/release/release.ts";
import type { Say } from "../draft/say.ts";
import type { Extensions } from "../extend/extension.ts";
import type { Settings } from "../settings/settings.ts";

/** A file of the content folder: its path there, with "/", and its text with "\n" as line ends. */
export type SourceFile = { path: string; text: string };

/** What a source needs besides the file. */
export type SourceContext = {
  settings: Settings;
  pictures: Pictures;
  /** Missing where files that a story names do not lie beside it. */
  recordings?: Pick<Recordings, "find" | "cues">;
  report: Report;
  /** What other files say of when readers may see the stories of a file. */
  inherited: (file: string) => Inherited[];
  /** Reports a problem the first time that its key comes up in the edition: for what is the same in a thousand files. */
  once: (key: string, problem: Problem) => void;
  /** Whether a file that says no date will be given one. */
  isDated?: (file: string) => boolean;
  /** The file of the story of which a file may be a post, if that is a live blog. */
  storyOf?: (file: string) => string | undefined;
  /** Whether a dated text without a headline is called by its first words, as an import does: short posts have none. */
  namesUntitled?: true;
  /** Whether a file that has no date is a page of its site, such as one about the paper, since posts have a folder of their own. */
  isPage?: (file: string) => boolean;
  /** The fields that a file of data beside a story holds for it. */
  fieldsBeside?: (file: string) => Promise<Readonly<Record<string, unknown>> | undefined>;
  /** Whether this is the folder of a paper, with pages of its own and links to files beside it. An archive that is imported may have such a folder for stories. */
  hasPages?: true;
  /** What a build writes into stories; without it, in the reader's words. */
  say?: Say | undefined;
  /** What the paper has of its own. */
  extensions?: Extensions | undefined;
  /** Says that something in the file will not be an article, and why, as a full sentence; "meant" where nobody lost it. */
  skip: (reason: string, cause?: LossCause | "meant") => void;
};

/** One input format. */
export type Source = {
  name: string;
  /** The ends of the file names that may be of this format, without a dot. */
  extensions: string[];
  /** Whether this file is of the format. A broken file of the format is: it will be reported by `read`. */
  reads: (file: SourceFile) => boolean;
  /** The articles of a file. Each one that is in the file comes out as a draft or is skipped with a reason; bad input never throws. */
  read: (file: SourceFile, context: SourceContext) => Promise<Draft[]>;
};
