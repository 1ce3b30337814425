import * as v from "valibot";
import { nearestName } from "../text/nearestName.ts";
import { described, TextSchema } from "./settingSchemas.ts";

/** The properties of schema.org types that a property of an item may stand for; a dot leads to an inner one. */
const SCHEMA_PROPERTIES = {
  Event: [
    "startDate",
    "endDate",
    "doorTime",
    "location.name",
    "location.address",
    "organizer.name",
    "performer.name",
    "offers.price",
    "offers.url",
    "eventStatus",
  ],
  Recipe: [
    "prepTime",
    "cookTime",
    "totalTime",
    "recipeYield",
    "recipeIngredient",
    "recipeCategory",
    "recipeCuisine",
    "nutrition.calories",
    "suitableForDiet",
  ],
  Review: ["itemReviewed.name", "itemReviewed.url", "reviewRating.ratingValue"],
  JobPosting: ["hiringOrganization.name", "jobLocation.address", "employmentType", "baseSalary.value", "validThrough", "url"],
  Person: ["birthDate", "deathDate", "birthPlace", "deathPlace", "jobTitle", "sameAs"],
} as const;

const TYPES = ["Event", "Recipe", "Review", "JobPosting", "Person"] as const satisfies (keyof typeof SCHEMA_PROPERTIES)[];

const PropertySchema = v.strictObject({
  title: v.optional(described(TextSchema, "What pages call it; by default its name.", "Doors open")),
  type: v.optional(
    described(v.picklist(["string", "number", "array"]), "`array` is a list of texts, such as the ingredients of a recipe."),
    "string",
  ),
  format: v.optional(
    described(
      v.picklist(["date", "date-time", "uri", "picture", "text"]),
      "What a string is: a day, a day with a time, a web address, a picture’s file, or a text of several lines. By default one line.",
    ),
  ),
  enum: v.optional(described(v.pipe(v.array(TextSchema), v.minLength(1)), "The only values that it may have, in their order.")),
  currency: v.optional(
    described(
      v.pipe(v.string(), v.regex(/^[A-Z]{3}$/u, "must be a code such as EUR")),
      "Of a number: it is a price in this currency.",
      "EUR",
    ),
  ),
  unit: v.optional(described(TextSchema, "Of a number: what follows it.", "minutes")),
  schema: v.optional(described(TextSchema, "The property of the schema.org type that it is.", ...Object.values(SCHEMA_PROPERTIES).flat())),
});

const PropertyNameSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z][\w-]{0,59}$/u, "must be a name of letters and digits without spaces, such as startTime"),
  v.check((name) => !(name in {}), "must be another name, since every JavaScript object has this one"),
);

const names = (description: string) => v.optional(described(v.array(TextSchema), description));

const FieldsSchema = v.strictObject({
  $schema: v.optional(v.string()),
  name: described(
    v.strictObject({
      singular: described(TextSchema, "One item.", "Event"),
      plural: described(TextSchema, "All of them: the title of the list.", "Events"),
    }),
    "What it is called.",
  ),
  description: v.optional(described(TextSchema, "A sentence below the title of the list.")),
  path: v.optional(
    described(
      v.pipe(v.string(), v.regex(/^[\p{Ll}\p{N}]+(?:-[\p{Ll}\p{N}]+)*$/u, "must be one part of an address, such as events")),
      "Its address; by default the name of its folder.",
      "whats-on",
    ),
  ),
  properties: described(v.record(PropertyNameSchema, PropertySchema), "The fields of an item besides those that every story has."),
  required: v.optional(described(v.array(TextSchema), "The properties that every item must have."), []),
  schema: v.optional(described(v.picklist(TYPES), "What an item is for search engines: its schema.org type.")),
  reviewed: v.optional(
    described(TextSchema, "Of reviews: the schema.org type of what is reviewed.", "Book", "Movie", "Restaurant"),
    "CreativeWork",
  ),
  show: v.optional(
    described(
      v.strictObject({
        line: names("On one line below a title, in lists and in “More”."),
        page: names("On the item’s own page; by default all."),
      }),
      "Which properties are shown, in this order.",
    ),
    {},
  ),
  order: v.optional(
    described(
      v.strictObject({
        by: described(TextSchema, "A property, `title`, or `date`: the date of publication."),
        descending: v.optional(described(v.boolean(), "Whether the last comes first."), false),
      }),
      "The order of the list; by default the newest first, and with a calendar the next first.",
    ),
  ),
  group: v.optional(
    described(
      TextSchema,
      "The property by which the list is divided, or `date`. A date divides it by months; with a calendar it is by days.",
      "course",
    ),
  ),
  calendar: v.optional(
    described(
      v.strictObject({
        start: described(TextSchema, "The property that says when an item begins."),
        end: v.optional(described(TextSchema, "The property that says when it ends.")),
      }),
      "Items take place: what is to come is first, what is past has pages of its own, and readers can add items to their calendars.",
    ),
  ),
  feed: v.optional(described(v.boolean(), "Whether it has a feed."), true),
  menu: v.optional(
    described(v.union([v.boolean(), TextSchema], "must be true, false or a name"), "Whether menus have its list, or under which name."),
    false,
  ),
});

/** The file `collection.json` of a folder in `collections/`. */
export const CollectionSchema = v.pipe(
  FieldsSchema,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const { path, message } of faultsIn(dataset.value)) {
      const steps = path.map((key) => ({ type: "object" as const, origin: "value" as const, input: {}, key, value: undefined }));
      const [first, ...rest] = steps;
      if (first) addIssue({ message, path: [first, ...rest] });
    }
  }),
);

/** `path` is the address of the list, without a slash. */
export type CollectionSettings = v.InferOutput<typeof CollectionSchema> & { path: string };
export type PropertySettings = CollectionSettings["properties"][string];

/**
 * A collection of a paper: `folder` is that in the content folder ("collections/events"). One whose file cannot be used has only a fault:
 * none of its items can be read, and what was published of them stays.
 */
export type Collection = { folder: string } & ({ settings: CollectionSettings } | { fault: string });

/** The collection that a file of the content folder belongs to. */
export const collectionOf = (
  file: string,
  { collections = [] }: { collections?: readonly Collection[] | undefined },
): Collection | undefined => collections.find(({ folder }) => file.startsWith(`${folder}/`));

type Found = { path: string[]; message: string };

/** What no schema of a single field can see: names of properties that there are not, and types that do not fit. */
function faultsIn({ properties, required, show, order, group, calendar, schema }: v.InferOutput<typeof FieldsSchema>): Found[] {
  const all = Object.keys(properties);
  const named = (path: string[], name: string | undefined, also: string[] = []): Found[] => {
    if (name === undefined || all.includes(name) || also.includes(name)) return [];
    const nearest = nearestName(name, [...all, ...also]);
    const meant = nearest === undefined ? ` (there are ${all.join(", ") || "none"})` : ` (did you mean “${nearest}”?)`;
    return [{ path, message: `names “${name}”, which is no property${meant}` }];
  };
  const list = (path: string[], some: string[] = []): Found[] => some.flatMap((name, at) => named([...path, String(at)], name));
  const dated = (path: string[], name: string | undefined): Found[] => {
    const format = name === undefined ? undefined : properties[name]?.format;
    if (name === undefined || !all.includes(name) || format === "date" || format === "date-time") return named(path, name);
    return [{ path, message: `names “${name}”, whose format is neither date nor date-time` }];
  };
  const known: readonly string[] = schema ? SCHEMA_PROPERTIES[schema] : [];
  return [
    ...list(["required"], required),
    ...list(["show", "line"], show.line),
    ...list(["show", "page"], show.page),
    ...named(["order", "by"], order?.by, ["title", "date"]),
    ...named(["group"], group, ["date"]),
    ...dated(["calendar", "start"], calendar?.start),
    ...dated(["calendar", "end"], calendar?.end),
    ...Object.entries(properties).flatMap(([name, property]): Found[] => {
      const at = (field: string, message: string): Found[] => [{ path: ["properties", name, field], message }];
      const isNumber = property.type === "number";
      if (property.format !== undefined && property.type !== "string") return at("format", `is for strings, and “${name}” is none`);
      if (property.enum && property.type === "number") return at("enum", `is for texts, and “${name}” is a number`);
      if (property.currency !== undefined && !isNumber) return at("currency", `is for numbers, and “${name}” is none`);
      if (property.unit !== undefined && !isNumber) return at("unit", `is for numbers, and “${name}” is none`);
      if (property.schema === undefined || known.includes(property.schema)) return [];
      const nearest = nearestName(property.schema, known);
      const meant = nearest === undefined ? known.join(", ") : `did you mean “${nearest}”?`;
      return at("schema", schema ? `is no property of ${schema} that is known here (${meant})` : "needs the schema of the collection too");
    }),
  ];
}
