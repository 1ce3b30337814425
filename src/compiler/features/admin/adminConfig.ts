import type { CmsConfig, Collection, Field, GitBackend } from "@sveltia/cms";
import type { AdminSettings } from "../../settings/settings.ts";
import { articleFields, type Choices } from "./articleFields.ts";
import type { Control } from "./controls.ts";
import { pageFields } from "./pageFields.ts";
import { type JsonSchema, schemaFields, type ControlOverrides } from "./schemaFields.ts";
import type { ThreadQuestion } from "../../settings/threadSettings.ts";
import { threadFields } from "./threadFields.ts";

/** The data from which the configuration of the desk is made. */
export type DeskParts = Choices & {
  name: string;
  admin: AdminSettings;
  /** The path of the content folder in its repository; "" if it is the whole repository. */
  folder: string;
  /** The public address of the site, if it has one. */
  url: string | undefined;
  /** The path of the site on its host. */
  base: string;
  /** The schemas of edition.json, front.json and threads.json. */
  schemas: { edition: JsonSchema; front: JsonSchema; threads: JsonSchema };
  /** The names of those files, which may be JSON, JSON with comments or YAML. */
  settingsFiles: { edition: string; front: string; threads: string };
  /** What the build asks about threads. */
  threadQuestions: readonly ThreadQuestion[];
};

/**
 * The configuration of Sveltia CMS, in the format that Decap CMS also reads: forms for
 * the stories and settings of an edition, and the repository that holds them.
 * https://sveltiacms.app/en/docs/config-basics
 */
export function adminConfig({ name, admin, folder, url, base, schemas, settingsFiles, threadQuestions, ...choices }: DeskParts): CmsConfig {
  const within = (path: string) => (folder === "" ? path : `${folder}/${path}`);
  return {
    backend: backendOf(admin),
    ...(url !== undefined && { site_url: new URL(url).origin, display_url: url }),
    app_title: name,
    media_folder: within("pictures"),
    public_folder: "/pictures",
    slug: { encoding: "unicode", clean_accents: false },
    // An empty string is neither a valid address nor a valid date, so fields left empty are not written.
    output: { omit_empty_optional_fields: true },
    collections: [
      articles(within("articles"), base, choices),
      pages(within("pages"), base, choices),
      files(within, schemas, settingsFiles, threadFields(schemas.threads, threadQuestions)),
    ],
  };
}

/** Editors sign in with their own access token: any other way goes through a third party's server. */
function backendOf({ backend, repository, server, branch }: AdminSettings): GitBackend {
  const common = { repo: repository, ...(branch !== undefined && { branch }), auth_methods: ["token" as const] };
  const root = server?.replace(/\/+$/u, "");
  switch (backend) {
    case "github":
      return { ...common, name: backend, ...(root !== undefined && { base_url: root, api_root: `${root}/api/v3` }) };
    case "gitlab":
      return { ...common, name: backend, ...(root !== undefined && { base_url: root, api_root: `${root}/api/v4` }) };
    case "gitea":
      return { ...common, name: backend, ...(root !== undefined && { base_url: root, api_root: `${root}/api/v1` }) };
  }
}

function articles(folder: string, base: string, choices: Choices): Collection {
  return {
    name: "articles",
    label: "Stories",
    label_singular: "Story",
    icon: "article",
    folder,
    identifier_field: "headline",
    summary: "{{headline}}",
    extension: "md",
    format: "yaml-frontmatter",
    preview_path: `${base.slice(1)}article/{{slug}}`,
    aliases_field: false,
    thumbnail: "image.file",
    sortable_fields: { fields: ["datePublished", "headline", "section"], default: { field: "datePublished", direction: "descending" } },
    view_filters: [{ label: "Drafts", field: "draft", pattern: true }],
    view_groups: [{ label: "Section", field: "section" }],
    fields: articleFields(choices),
  };
}

/** Pages may be in subfolders. */
function pages(folder: string, base: string, { timeZone }: Choices): Collection {
  return {
    name: "pages",
    label: "Pages",
    label_singular: "Page",
    icon: "description",
    folder,
    nested: { subfolders: false },
    identifier_field: "title",
    summary: "{{title}}",
    extension: "md",
    format: "yaml-frontmatter",
    preview_path: `${base.slice(1)}{{slug}}`,
    aliases_field: false,
    fields: pageFields(timeZone),
  };
}

/** A file with comments gets no form, since saving the form would remove them: it is edited as text. */
function files(
  within: (path: string) => string,
  { edition, front }: DeskParts["schemas"],
  named: DeskParts["settingsFiles"],
  threads: Field[],
): Collection {
  const form = (name: string, label: string, file: string, fields: Field[]) =>
    file.endsWith("jsonc")
      ? []
      : [{ name, label, file: within(file), format: file.endsWith("json") ? "json" : "yaml", editor: { preview: false }, fields } as const];
  return {
    name: "paper",
    label: "Paper",
    icon: "tune",
    files: [
      ...form("front", "Front page", named.front, schemaFields(front, STORIES)),
      ...form("threads", "Threads", named.threads, threads),
      ...form("edition", "Settings", named.edition, schemaFields(edition)),
    ],
  };
}

/** The editor chooses a story by its headline; its file name is what is stored. */
const story = (label: string) =>
  ({
    widget: "relation",
    label,
    collection: "articles",
    value_field: "{{slug}}",
    display_fields: ["headline"],
    search_fields: ["headline"],
  }) satisfies Control;
const stories = (label: string): Control => ({ ...story(label), multiple: true });

/** The fields of front.json that name stories. */
const STORIES: ControlOverrides = { lead: story, longRead: story, also: stories, top: stories, stories };
