import { expect, it } from "vitest";
import { settingsReference } from "../../../scripts/schemas/settingsReference.ts";

it("each setting has a heading, what it is, its default and its fields, and an example", async () => {
  const text = await settingsReference({
    properties: {
      name: { type: "string", description: "The name.", default: "Paper", examples: ["Post"] },
      feeds: {
        type: "object",
        description: "The feeds.",
        default: {},
        examples: [{ items: 5 }],
        properties: { items: { type: "number", description: "How many.", default: 30 } },
      },
    },
  });
  expect(text.split("\n## ").slice(1)).toEqual([
    '`name`\n\nThe name.\n\nDefault: `"Paper"`\n\n```json\n{ "name": "Post" }\n```\n',
    '`feeds`\n\nThe feeds.\n\n| in it   | what it is | default |\n| ------- | ---------- | ------- |\n| `items` | How many.  | `30`    |\n\n```json\n{ "feeds": { "items": 5 } }\n```\n',
  ]);
});

it("fails for a setting, or a field of one, of which nothing is said", async () => {
  const example = { description: "The feeds.", examples: [{}] };
  await expect(settingsReference({ properties: { name: { examples: ["Post"] } } })).rejects.toThrow("The setting name has no description");
  await expect(settingsReference({ properties: { name: { description: "The name." } } })).rejects.toThrow(
    "The setting name has no example",
  );
  const items = { type: "array", items: { properties: { role: {} } }, ...example };
  await expect(settingsReference({ properties: { people: items } })).rejects.toThrow("The setting people.role has no description");
});
