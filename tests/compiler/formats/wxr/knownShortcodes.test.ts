import { expect, test } from "vitest";
import { knownShortcode } from "#compiler/formats/wxr/knownShortcodes.ts";

type Options = Parameters<typeof knownShortcode>[3];

const file = (id: string, more: object = {}) => ({
  url: `https://old.example/${id}.jpg`,
  alt: "",
  caption: "",
  title: `Title ${id}`,
  ...more,
});

const FILES: Record<string, ReturnType<typeof file>> = {
  "1": file("1", { alt: "Alt & more" }),
  "2": file("2", { caption: "Caption" }),
  "3": file("3"),
};

/** What shortcodes become, and what is said of them. */
function made(...codes: [name: string, attributes: Record<string, string>, inner?: string][]): (string | undefined)[] {
  const said: string[] = [];
  const media: Options["media"] = {
    attachment: (id) => FILES[id],
    uploadedTo: (post) => (post === "9" ? ["1", "2", "3"] : []),
  };
  const options = { media, post: "9", notice: (message: string) => void said.push(message) };
  return [
    ...codes.map(([name, attributes, inner = ""]) => knownShortcode(name, new Map(Object.entries(attributes)), inner, options)),
    ...said,
  ];
}

test("captions are around a picture, with words beside it or in an attribute", () => {
  expect(
    made(
      ["caption", {}, '<a href="/x"><img src="a.jpg" alt="5 > 4"></a> Words'],
      ["wp_caption", { caption: "Old words" }, '<img src="a.jpg">'],
      ["caption", {}, '<img src="a.jpg">'],
      ["caption", {}, "No picture"],
    ),
  ).toEqual([
    '\n\n<figure><a href="/x"><img src="a.jpg" alt="5 > 4"></a><figcaption>Words</figcaption></figure>\n\n',
    '\n\n<figure><img src="a.jpg"><figcaption>Old words</figcaption></figure>\n\n',
    '\n\n<figure><img src="a.jpg"></figure>\n\n',
    "No picture",
  ]);
});

test("galleries and playlists have the files that they name, or all of the post", () => {
  expect(
    made(
      ["gallery", { ids: "2, 1" }],
      ["gallery", { include: "3" }],
      ["gallery", { exclude: "1,3" }],
      ["gallery", { id: "8" }],
      ["gallery", { ids: "1,7,8" }],
      ["playlist", { ids: "1 2" }],
      ["playlist", { type: "video", ids: "3" }],
      ["playlist", { ids: "x" }],
    ),
  ).toEqual([
    '\n\n<div class="gallery"><figure><img src="https://old.example/2.jpg" alt=""><figcaption>Caption</figcaption></figure><figure><img src="https://old.example/1.jpg" alt="Alt &amp; more"></figure></div>\n\n',
    '\n\n<div class="gallery"><figure><img src="https://old.example/3.jpg" alt="Title 3"></figure></div>\n\n',
    '\n\n<div class="gallery"><figure><img src="https://old.example/2.jpg" alt=""><figcaption>Caption</figcaption></figure></div>\n\n',
    '\n\n<div class="gallery"></div>\n\n',
    '\n\n<div class="gallery"><figure><img src="https://old.example/1.jpg" alt="Alt &amp; more"></figure></div>\n\n',
    '\n\n<audio src="https://old.example/1.jpg" title="Title 1"></audio>\n<audio src="https://old.example/2.jpg" title="Title 2"></audio>\n\n',
    '\n\n<video src="https://old.example/3.jpg" title="Title 3"></video>\n\n',
    "",
    "A gallery shows the files that were uploaded to the post, but the export has none.",
    "A gallery lacks files that are not in the export (2).",
    "A gallery shows the files that were uploaded to the post, but the export has none.",
  ]);
});

test("players and services have the address or number that they name", () => {
  expect(
    made(
      ["embed", {}, " https://youtu.be/CWSLSHljQLM "],
      ["embed", { src: "https://youtu.be/CWSLSHljQLM" }],
      ["embed", {}],
      ["audio", { mp3: "https://old.example/a.mp3" }],
      ["audio", { "0": "/a.mp3|title" }],
      ["audio", {}, "https://old.example/b.mp3 more"],
      ["video", { mp4: "a.mp4", poster: "https://old.example/p.jpg" }],
      ["youtube", { "0": "https://youtu.be/CWSLSHljQLM" }],
      ["youtube", { id: "CWSLSHljQLM" }],
      ["youtube", {}, "//youtu.be/CWSLSHljQLM"],
      ["vimeo", { "0": "76979871" }],
      ["instagram", {}, "BnwXF"],
      ["tweet", { id: "57551" }],
      ["twitter", { id: "57551" }],
      ["soundcloud", { id: "57551" }],
      ["youtube", { id: "abc" }],
      ["youtube", { id: "not an id" }],
      ["unknown", {}],
    ),
  ).toEqual([
    '\n\n<iframe src="https://youtu.be/CWSLSHljQLM"></iframe>\n\n',
    '\n\n<iframe src="https://youtu.be/CWSLSHljQLM"></iframe>\n\n',
    "",
    '\n\n<audio src="https://old.example/a.mp3"></audio>\n\n',
    '\n\n<audio src="/a.mp3"></audio>\n\n',
    '\n\n<audio src="https://old.example/b.mp3"></audio>\n\n',
    undefined,
    '\n\n<iframe src="https://youtu.be/CWSLSHljQLM"></iframe>\n\n',
    '\n\n<iframe src="https://www.youtube.com/watch?v=CWSLSHljQLM"></iframe>\n\n',
    '\n\n<iframe src="https://youtu.be/CWSLSHljQLM"></iframe>\n\n',
    '\n\n<iframe src="https://vimeo.com/76979871"></iframe>\n\n',
    '\n\n<iframe src="https://www.instagram.com/p/BnwXF/"></iframe>\n\n',
    '\n\n<iframe src="https://x.com/i/status/57551"></iframe>\n\n',
    '\n\n<iframe src="https://x.com/i/status/57551"></iframe>\n\n',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
