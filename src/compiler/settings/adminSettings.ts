import * as v from "valibot";
import { AddressSchema, described, TextSchema } from "./settingSchemas.ts";

/** `admin` of edition.json: the repository that the desk in the browser writes to. */
export const AdminSchema = v.strictObject({
  repository: described(
    v.pipe(v.string(), v.regex(/^[\w.-]+(?:\/[\w.-]+)+$/u, "must be owner and name of a repository, such as ostmark/paper")),
    "Owner and name of the repository.",
  ),
  backend: v.optional(described(v.picklist(["github", "gitlab", "gitea"]), "Where the repository is hosted."), "github"),
  server: v.optional(described(AddressSchema, "The address of your own server, for GitLab, Gitea or Forgejo.")),
  branch: v.optional(described(TextSchema, "The branch; by default, that of the repository.")),
  folder: v.optional(
    described(
      v.pipe(v.string(), v.regex(/^(?!\.{0,2}\/)[^\\]*$/u, "must be a path in the repository, such as content")),
      "The path of this folder in the repository, if no .git above it shows that.",
    ),
  ),
});
