import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { pictures } from "../../../src/compiler/draft/pictures.ts";
import { unsafeSvg } from "../../../src/compiler/draft/unsafeSvg.ts";

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 75"><rect width="120" height="75" fill="url(#sky)"/></svg>';

/** A new site with these files; the content is in content/posts. */
function site(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
  folders.push(folder);
  for (const [name, content] of Object.entries({ "content/posts/story.md": "", ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const inSite = (folder: string, assets: string[] = []) => pictures(join(folder, "content/posts"), { assets });

test.each([
  "../../assets/blog/x.svg",
  "/assets/blog/x.svg",
  "assets/blog/x.svg",
  "/blog/x.svg",
  "/assets/blog/x.svg?v=2",
  "/assets/blog%2Fx.svg",
])("%s is found among the assets two levels above the content", (reference) => {
  const found = inSite(site({ "assets/blog/x.svg": SVG })).find(reference, "story.md");
  expect(found).toMatchObject({ picture: { width: 120, height: 75, sources: [] } });
});

test("a picture is found beside its article, in the content folder and in the settings' folders", () => {
  const all = inSite(site({ "content/posts/2024/a.svg": SVG, "content/posts/b.svg": SVG, "photos/c.svg": SVG }), ["../../photos"]);
  for (const reference of ["a.svg", "/b.svg", "b.svg", "c.svg", "/photos/c.svg"])
    expect(all.find(reference, "2024/story.md")).toHaveProperty("picture");
});

test("the address holds the name and the content's hash", () => {
  const all = inSite(site({ "content/posts/Old Bridge.svg": SVG, "content/posts/copy.svg": SVG }));
  const first = all.find("Old Bridge.svg", "story.md");
  expect(first).toMatchObject({ picture: { url: expect.stringMatching(/^\/pictures\/old-bridge-[0-9a-f]{8}\.svg$/u) } });
  expect(all.find("./Old%20Bridge.svg", "story.md")).toEqual(first);
  expect(all.files()).toHaveLength(1);
});

test("nothing outside the folders is read, neither by dots nor by a symbolic link", () => {
  const folder = site({ "secret/x.svg": SVG });
  symlinkSync(join(folder, "secret/x.svg"), join(folder, "content/posts/link.svg"));
  const all = inSite(folder);
  for (const reference of [
    "../../secret/x.svg",
    "/../../secret/x.svg",
    join(folder, "secret/x.svg"),
    "link.svg",
    "..%2F..%2Fsecret/x.svg",
    "\0",
  ])
    expect(all.find(reference, "story.md")).toEqual({ reason: "is not there" });
});

test("a picture that is elsewhere, broken or of another kind says why it is not shown", () => {
  const all = inSite(site({ "content/posts/broken.jpg": "no picture", "content/posts/x.svg": '<svg width="9" height="9"><g></svg>' }));
  const reason = (reference: string) => all.find(reference, "story.md");
  expect(reason("https://example.org/x.jpg")).toEqual({ reason: "is on another site" });
  expect(reason("//example.org/x.jpg")).toEqual({ reason: "is on another site" });
  expect(reason("data:image/png;base64,AAAA")).toEqual({ reason: "is not a file" });
  expect(reason("broken.jpg")).toEqual({ reason: "cannot be measured and may be broken" });
  expect(reason("x.svg")).toEqual({ reason: "is not a well-formed drawing" });
  expect(reason("posts")).toEqual({ reason: "is not there" });
});

test.each([
  "<script>x</script>",
  '<x:script xmlns:x="http://www.w3.org/2000/svg">x</x:script>',
  "<foreignObject/>",
  '<a href="https://evil.example/">x</a>',
  '<a xlink:href="&#106;avascript:x">x</a>',
  '<image href="https://evil.example/x.png"/>',
  '<image href="data:image/svg+xml;base64,AAAA"/>',
  '<use href="other.svg#a"/>',
  "<style>@import 'x.css'</style>",
  "<style>rect{fill:u\\72l(https://evil.example)}</style>",
  '<rect fill="url(https://evil.example/#a)"/>',
  '<rect fill="&#117;rl(https://evil.example/#a)"/>',
  '<animate attributeName="href" values="x"/>',
  "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
])("a drawing that holds %s is known to be unsafe", (inner) => {
  expect(unsafeSvg(`<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`)).toBeTypeOf("string");
});

test("a drawing with gradients, references to itself, a bitmap and typographic characters passes", () => {
  const inner = `<title>L&#x2019;été</title><defs><linearGradient id="a"/></defs><rect fill="url(#a)"/><use href="#b"/>
    <style>.x{fill:url('#a')}</style><image href="data:image/png;base64,AAAA"/>`;
  expect(unsafeSvg(`<?xml version="1.0" encoding="UTF-8"?><svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`)).toBeUndefined();
});
