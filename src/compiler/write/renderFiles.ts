import type { Page, PageKind } from "#content/pages/pages.ts";
import type { FeedFormat } from "#content/paths.ts";
import type { Feed } from "./feeds/feed.ts";
import type { Redirect } from "#content/site.ts";
import type { Output } from "../output/output.ts";

/**
 * Files to be made. This is plain data, so that it can be passed to another
 * thread: a page's value is the text of its JSON, which is written as it is.
 */
export type Work =
  PageWork | { type: "feeds"; feed: Feed; files: { format: FeedFormat; file: string }[] } | { type: "others"; redirects: Redirect[] };

/** `data` and `html` are the paths of the files to be made. */
export type PageWork = { type: "page"; kind: PageKind; path: string; json: string; data: string | undefined; html: string | undefined };

/** Makes the HTML of pages, and of files that are no pages of the edition: the 404 page, the search, pages at old addresses. */
export type PageRenderer = {
  render: (page: Page, json: string) => Promise<string>;
  others?: (redirects: Redirect[]) => AsyncIterable<{ file: string; html: string }>;
};

/** Makes files and puts them into the site, in this thread or in others. */
export type Renderer = {
  /** What the HTML of a kind of page depends on besides the page's value, as a text. Undefined if no HTML is made. */
  dependsOn: (kind: PageKind) => string | undefined;
  /** The files that belong to no page. */
  otherFiles: (redirects: Redirect[]) => string[];
  /** Takes on work. Resolves when more can be taken, which may be long before this is done. */
  take: (work: Work) => Promise<void>;
  /** Resolves when all work is done and settled with the output. */
  finish: () => Promise<void>;
};

/** Makes the files in this thread. */
export function renderInThisThread(
  output: Pick<Output, "put">,
  pageRenderer?: PageRenderer & Pick<Renderer, "dependsOn"> & Partial<Pick<Renderer, "otherFiles">>,
): Renderer {
  return {
    dependsOn: (kind) => pageRenderer?.dependsOn(kind),
    otherFiles: (redirects) => pageRenderer?.otherFiles?.(redirects) ?? [],
    take: async (work) => {
      for await (const { file, text } of textsOf(work, pageRenderer)) output.put(file, text);
    },
    finish: () => Promise.resolve(),
  };
}

/** The files of a piece of work, one after another. */
export async function* textsOf(work: Work, pageRenderer: PageRenderer | undefined): AsyncGenerator<{ file: string; text: string }> {
  switch (work.type) {
    case "page": {
      const { data, html, json, kind, path } = work;
      if (data !== undefined) yield { file: data, text: json };
      if (html !== undefined && pageRenderer) yield { file: html, text: await pageRenderer.render(pageOf(path, kind, json), json) };
      break;
    }
    case "feeds": {
      // Loaded only here: if other threads make the feeds, this one does not need the module.
      const { feedText } = await import("./feeds/feedText.ts");
      for (const { format, file } of work.files) yield { file, text: feedText(work.feed, format) };
      break;
    }
    case "others":
      for await (const { file, html } of pageRenderer?.others?.(work.redirects) ?? []) yield { file, text: html };
  }
}

function pageOf(path: string, kind: PageKind, json: string): Page {
  return { path, kind, value: JSON.parse(json) };
}
