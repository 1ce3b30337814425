import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { adminConfig, type DeskParts } from "#compiler/features/admin/adminConfig.ts";
import { JsonSchemaSchema } from "#compiler/features/admin/schemaFields.ts";

const schema = (name: string) => v.parse(JsonSchemaSchema, JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8")));

const parts: DeskParts = {
  name: "The Ostmark Courier",
  admin: { repository: "ostmark/paper", backend: "github" },
  folder: "content",
  url: "https://courier.example/paper/",
  base: "/paper/",
  schemas: { edition: schema("edition"), front: schema("front"), threads: schema("threads") },
  settingsFiles: { edition: "edition.json", front: "front.json", threads: "threads.json" },
  threadQuestions: [],
  sections: [{ slug: "world", name: "World" }],
  timeZone: "Europe/Amsterdam",
};

type Form = { name?: string | undefined; fields?: { name: string; fields?: object[] }[] | undefined; files?: Form[] | undefined };

/** A form of the configuration: each field by its name. */
function formOf(name: string, given = parts) {
  const collections: Form[] = adminConfig(given).collections ?? [];
  const form = collections.flatMap((each) => [each, ...(each.files ?? [])]).find((each) => each.name === name);
  return Object.fromEntries(form?.fields?.map((field) => [field.name, field]) ?? []);
}

describe("adminConfig", () => {
  it("is a configuration by the schema that the CMS itself ships", () => {
    const shipped = JSON.parse(readFileSync("node_modules/@sveltia/cms/schema/sveltia-cms.json", "utf8"));
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(shipped);
    for (const backend of ["github", "gitlab", "gitea"] as const) {
      validate(JSON.parse(JSON.stringify(adminConfig({ ...parts, admin: { ...parts.admin, backend, server: "https://git.example/" } }))));
      expect(validate.errors).toBeNull();
    }
  });

  it("finds the folders in a repository that is the paper alone, or has it in a folder", () => {
    expect(adminConfig(parts)).toMatchObject({
      media_folder: "content/pictures",
      collections: [{ folder: "content/articles" }, { folder: "content/pages" }, {}],
    });
    expect(adminConfig({ ...parts, folder: "" })).toMatchObject({
      media_folder: "pictures",
      collections: [{ folder: "articles" }, { folder: "pages" }, {}],
    });
  });

  it("writes settings in the form in which they are, and leaves those with comments in JSON alone", () => {
    const files = (edition: string, front: string, threads: string) =>
      adminConfig({ ...parts, settingsFiles: { edition, front, threads } }).collections?.flatMap((each) =>
        "files" in each ? each.files : [],
      );
    expect(files("edition.yaml", "front.json", "threads.yaml")).toMatchObject([
      { name: "front", file: "content/front.json", format: "json" },
      { name: "threads", file: "content/threads.yaml", format: "yaml" },
      { name: "edition", file: "content/edition.yaml", format: "yaml" },
    ]);
    expect(files("edition.jsonc", "front.jsonc", "threads.jsonc")).toEqual([]);
  });

  it("offers the sections there are, and a text where there is none", () => {
    expect(formOf("articles")["section"]).toMatchObject({ widget: "select", options: [{ label: "World", value: "world" }] });
    expect(formOf("articles", { ...parts, sections: [] })["section"]).toMatchObject({ widget: "string" });
  });

  it("enters moments in the time zone of the edition, and writes them with a zone", () => {
    for (const name of ["datePublished", "publishDate", "embargo", "expires"])
      expect(formOf("articles")[name]).toMatchObject({ widget: "datetime", input_timezone: "Europe/Amsterdam", output_utc: true });
  });

  it("signs in by token alone, at the server that is named", () => {
    const admin = { ...parts.admin, backend: "gitlab" as const, server: "https://git.example/", branch: "press" };
    expect(adminConfig({ ...parts, admin }).backend).toEqual({
      name: "gitlab",
      repo: "ostmark/paper",
      branch: "press",
      auth_methods: ["token"],
      base_url: "https://git.example",
      api_root: "https://git.example/api/v4",
    });
  });

  it("has a control for every setting of edition.json but its $schema and its languages, with what holds without it", () => {
    const form = formOf("edition");
    // Settings by language are a form in a form, which the desk does not have: it leaves them as they are.
    const inFile = ["$schema", "languages"];
    expect(Object.keys(form)).toEqual(Object.keys(parts.schemas.edition.properties ?? {}).filter((name) => !inFile.includes(name)));
    expect(form["trending"]?.fields).toMatchObject([
      {
        name: "days",
        label: "Days",
        widget: "number",
        min: 1,
        max: 3650,
        hint: "The number of days over which topics are counted, up to the newest story. Default: 14.",
      },
      { name: "count" },
    ]);
    expect(form["sections"]).toMatchObject({ widget: "list", summary: "{{name}}", required: false });
    expect(form["sections"]?.fields).toContainEqual(
      expect.objectContaining({ name: "name", label: "Name", widget: "string", required: true }),
    );
    expect(form["search"]?.fields).toMatchObject([{ name: "synonyms", widget: "list", field: { widget: "list" } }]);
    expect(form["admin"]?.fields).toContainEqual(
      expect.objectContaining({ name: "backend", widget: "select", options: ["github", "gitlab", "gitea"] }),
    );
  });

  it("lets stories of the front page be chosen by their headlines, and layouts from a list", () => {
    const form = formOf("front");
    expect(form["lead"]).toMatchObject({ widget: "relation", collection: "articles", value_field: "{{slug}}", required: false });
    expect(form["top"]).toMatchObject({ widget: "relation", multiple: true });
    expect(form["sections"]?.fields).toContainEqual(
      expect.objectContaining({ name: "layout", options: ["row", "grid", "headlines", "feature"] }),
    );
  });

  it("asks what the build is unsure of in threads, with the entry to write as each answer", () => {
    expect(formOf("threads")).not.toHaveProperty("suggested");
    const question = { headlines: ["A ferry sinks", "A ferry is raised"], slug: "a-ferry-sinks", others: ["a-ferry-is-raised"] };
    const form = formOf("threads", { ...parts, threadQuestions: [question] });
    expect(form["suggested"]?.fields).toMatchObject([
      {
        name: "question1",
        label: "“A ferry sinks” · “A ferry is raised”",
        widget: "select",
        required: false,
        options: [
          { label: "One thread", value: '{"slug":"a-ferry-sinks","stories":["a-ferry-is-raised"]}' },
          { label: "Not one thread", value: '{"slug":"a-ferry-sinks","without":["a-ferry-is-raised"]}' },
        ],
      },
    ]);
  });

  it("edits every field of a thread but its turning points, of which an empty list has a meaning", () => {
    const names = formOf("threads")["threads"]?.fields?.map((field) => "name" in field && field.name);
    expect(names).toEqual(["slug", "name", "description", "stories", "without", "join", "formerly", "closed"]);
  });

  it("never writes a switch that nobody touched", () => {
    const widgets = [...JSON.stringify(adminConfig(parts)).matchAll(/"widget":"(\w+)"/gu)].map(([, widget]) => widget);
    expect(widgets).toContain("select");
    expect(widgets).not.toContain("boolean");
  });
});
