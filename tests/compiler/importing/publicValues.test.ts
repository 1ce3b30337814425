import { expect, it } from "vitest";
import { certainFields } from "../../../src/compiler/draft/release/certainFields.ts";
import { releaseOf } from "../../../src/compiler/draft/release/release.ts";
import { PublicValues } from "../../../src/compiler/importing/publicValues.ts";
import { folderOf, tryImport } from "../../support/importing.ts";

const item = (id: number, fields: object): object => ({
  uri: `urn:${id}`,
  type: "text",
  versioncreated: "2024-04-22T07:10:00Z",
  headline: `Story ${id}`,
  body_html: "<p>Words.</p>",
  ...fields,
});

it("names a value that nobody knows once, with the number of its items and how to call it public", async () => {
  const items = [item(1, { pubstatus: "in-legal" }), item(2, { pubstatus: "In legal" }), item(3, { pubstatus: "withheld" })];
  const archive = folderOf({ "n.json": JSON.stringify([...items, item(4, { pubstatus: "usable" })]) });
  const { counts, problems } = await tryImport(archive);
  expect(counts?.published).toBe(1);
  expect(problems.filter(({ message }) => message.includes("in-legal"))).toEqual([
    {
      severity: "warning",
      file: "n.json",
      message: "2 items were left out, since nobody knows whether “in-legal” as “pubstatus” means that readers may see it.",
      remedy: 'If they may, add "public": {"pubstatus": ["in-legal"]} to this archive in import.json, and import it again.',
    },
  ]);
  const mapped = await tryImport(archive, { publicValues: { pubstatus: ["in-legal"] } });
  expect(mapped.counts?.published).toBe(3);
  expect(mapped.problems).toEqual([]);
});

it("can call items public whose status is missing", async () => {
  const archive = folderOf({
    "w.xml": `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version><item><title>A claim</title><guid>a</guid><content:encoded>Words.</content:encoded><wp:post_id>1</wp:post_id><wp:post_date_gmt>2024-04-22 07:10:00</wp:post_date_gmt></item></channel></rss>`,
  });
  const { problems } = await tryImport(archive);
  expect(problems.map(({ remedy }) => remedy)).toContain(
    'If they may, add "public": {"status": ["…"]} to this archive in import.json, and import it again.',
  );
  const mapped = await tryImport(archive, { publicValues: { status: ["…"] } });
  expect(mapped.counts?.published).toBe(1);
});

it("names an entry that fits no item", async () => {
  const archive = folderOf({ "n.json": JSON.stringify([item(1, { pubstatus: "in-legal" }), item(2, {})]) });
  const { problems } = await tryImport(archive, { publicValues: { pubstatsu: ["in-legal"] } });
  expect(problems).toContainEqual(expect.objectContaining({ file: "import.json", nearest: "pubstatus" }));
});

it("reads a certain field by its table alone", () => {
  const values = new PublicValues({ edition: ["9"] });
  const certain = certainFields({
    stage: { publishes: ["2"] },
    channels: { publishes: ["web"], any: true },
    is_out: { publishes: ["true"], withholds: ["false"], isRequired: true },
    edition: { publishes: [] },
    "box.valid": { means: "expiry" },
  });
  const held = (fields: Record<string, unknown>) => releaseOf(fields, { timeZone: "UTC", certain, values: values.of("a") }).held;
  expect([{ stage: 2 }, { channels: ["print", "web"] }, { is_out: true }, { is_out: undefined }, { edition: "9" }].map(held)).toEqual([undefined, undefined, undefined, undefined, undefined]); // prettier-ignore
  expect(held({ stage: "3" })).toBe("It is not known to be public (stage: 3).");
  expect(held({ channels: ["print"] })).toContain("channels: print");
  expect(held({ is_out: "" })).toBe("It is not known to be public (is_out: …).");
  expect(held({ is_out: "false" })).toBe("It is marked as not public (is_out: false).");
  expect(held({ edition: "8" })).toContain("edition: 8");
  expect(releaseOf({ "box.valid": "2030-01-01" }, { timeZone: "UTC", certain }).moments).toMatchObject([{ type: "expiry" }]);
});
