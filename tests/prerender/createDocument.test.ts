import { expect, test } from "vitest";
import { createDocument, type DocumentOptions } from "#prerender/createDocument.ts";
import { policy } from "#prerender/head/policy.ts";
import { PLAIN } from "#content/brand.ts";
import { anEdition } from "../support/anArticle.ts";

const TEMPLATE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8" /><!--head-->
<script type="module" crossorigin src="./assets/main-1.js"></script><link rel="modulepreload" href="./assets/chunk-1.js"><link rel="stylesheet" href="./assets/first-1.css"><link rel="stylesheet" href="./assets/style-1.css"></head>
<body><div id="root"><!--page--></div></body></html>`;

const plain: DocumentOptions = {
  template: TEMPLATE,
  styles: { first: "p{margin:0}", rest: "" },
  fonts: ["assets/text-core-1.woff2", "assets/serif-1.woff2"],
  filesOf: (chunks) => chunks.map((chunk) => `assets/${chunk.replaceAll(" ", "-")}.js`),
  site: { url: "https://example.org/", base: "/", data: "/data/" },
  edition: anEdition,
};

const full: DocumentOptions = {
  ...plain,
  styles: { ...plain.styles, rare: { file: "assets/rare-1.css", text: "" }, typefaces: { file: "assets/typefaces-1.css", text: "" } },
  site: { url: "https://example.org/paper/", base: "/paper/", prefix: "/de", data: "https://data.example/de/" },
  edition: { ...anEdition, language: "ar", direction: "rtl", faults: true, discussionServers: ["https://social.example"] },
  worker: true,
  brand: { frame: PLAIN.frame, icon: "bitmap", typefaces: { text: { families: "Own", file: "assets/own-1.woff2", replaces: true } } },
  slots: {
    slots: [
      { name: "head", html: "<meta name=own>", consent: false, hosts: [] },
      { name: "in-story", html: "<b>in</b>", after: 2, consent: true, hosts: ["a.example", "b.example"] },
      { name: "footer", html: "<b>foot</b>", consent: false, hosts: [] },
    ],
    origins: { "connect-src": ["https://stats.example"], "img-src": ["https://img.example"] },
  },
};

const page = { pictures: "", head: "<title>T</title>", page: '<p class="rare x">Words</p>' };

/** A document, one element on each line, without the script, which is the same in all. */
const written = (options: DocumentOptions, ...asked: Parameters<ReturnType<typeof createDocument>>) =>
  createDocument(options)(...asked)
    .replace(/<script>.*?<\/script>/su, "<script></script>")
    .replaceAll(/sha256-[\w+/=]+/gu, "sha256-…")
    .replaceAll("><", ">\n<");

test("the document of a page without a picture on its first screen", () => {
  expect(written(plain, page, "article")).toBe(`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'sha256-…'; style-src 'self' 'sha256-…'; img-src 'self'; font-src 'self'; media-src 'self' blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src https://www.youtube-nocookie.com https://player.vimeo.com https://platform.twitter.com https://www.instagram.com https://www.tiktok.com https://www.facebook.com https://w.soundcloud.com https://open.spotify.com https://datawrapper.dwcdn.net https://www.google.com https://www.openstreetmap.org; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types 'none'">
<meta name="theme-color" content="#fdfdfb" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#131518" media="(prefers-color-scheme: dark)">
<script>
</script>
<style>p{margin:0}</style>
<meta name="broadsheet-base" content="/">
<meta name="broadsheet-data" content="/data/">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="/icon-192.png">
<link rel="manifest" href="/manifest.webmanifest">
<link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml" title="The Paper">
<title>T</title>
</head>
<body>
<div id="root">
<p class="rare x">Words</p>
</div>
<script data-chunks="app words story" data-fonts="text-core-1 serif-1" type="module" fetchpriority="low" src="/assets/main-1.js">
</script>
<noscript>
<link rel="stylesheet" fetchpriority="low" href="/assets/first-1.css">
</noscript>
<link rel="preload" as="style" fetchpriority="low" href="/assets/style-1.css">
<noscript>
<link rel="stylesheet" fetchpriority="low" href="/assets/style-1.css">
</noscript>
</body>
</html>`);
});

test("the document of a page with a picture of a paper that sets all there is", () => {
  expect(written(full, { ...page, pictures: '<link rel="preload" as="image" href="/a.jpg">' }, "front")).toBe(`<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8" />
<link rel="preload" as="image" href="/a.jpg">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'sha256-…'; style-src 'self' 'sha256-…'; img-src 'self' https://data.example https://img.example; font-src 'self'; media-src 'self' blob: https://data.example; connect-src 'self' https://data.example https://stats.example https://social.example; manifest-src 'self'; worker-src 'self'; frame-src https://www.youtube-nocookie.com https://player.vimeo.com https://platform.twitter.com https://www.instagram.com https://www.tiktok.com https://www.facebook.com https://w.soundcloud.com https://open.spotify.com https://datawrapper.dwcdn.net https://www.google.com https://www.openstreetmap.org; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types broadsheet-worker">
<meta name="theme-color" content="#fdfdfb" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#131518" media="(prefers-color-scheme: dark)">
<script>
</script>
<style>p{margin:0}</style>
<meta name="broadsheet-base" content="/paper/">
<meta name="broadsheet-data" content="https://data.example/de/">
<meta name="broadsheet-prefix" content="/de">
<meta name="broadsheet-faults" content="/paper/api/faults">
<meta name="broadsheet-worker" content="/paper/sw.js">
<meta name="broadsheet-theme-colors" data-light="#fdfdfb" data-sepia="#f6ecd8" data-dark="#131518">
<link rel="icon" href="/paper/icon-192.png" type="image/png">
<link rel="apple-touch-icon" href="/paper/icon-192.png">
<link rel="manifest" href="/paper/de/manifest.webmanifest">
<link rel="search" type="application/opensearchdescription+xml" href="/paper/de/opensearch.xml" title="The Paper">
<title>T</title>
<meta name=own>
</head>
<body>
<div id="root">
<p class="rare x">Words</p>
</div>
<template data-slot="in-story" data-after="2" data-consent data-hosts="a.example, b.example">
<b>in</b>
</template>
<template data-slot="footer">
<b>foot</b>
</template>
<script data-chunks="app words lists" data-fonts="text-core-1 serif-1" data-brand type="module" fetchpriority="low" src="/paper/assets/main-1.js">
</script>
<noscript>
<link rel="stylesheet" fetchpriority="low" href="/paper/assets/first-1.css">
</noscript>
<link rel="preload" as="style" fetchpriority="low" href="/paper/assets/style-1.css">
<noscript>
<link rel="stylesheet" fetchpriority="low" href="/paper/assets/style-1.css">
</noscript>
<link rel="stylesheet" fetchpriority="low" href="/paper/assets/rare-1.css">
</body>
</html>`);
});

test("a page loads the rare sheet only if it has a rare block", () => {
  expect(written(full, { ...page, page: "<p>rare</p>" }, "front")).not.toContain("rare-1.css");
});

test.each([
  ["article", "app words story"],
  ["posts", "app words story live"],
  ["static", "app words story page"],
  ["staff", "app words lists page"],
  ["series", "app words lists page"],
  ["versions", "app words more-words updates"],
  ["corrections", "app words more-words updates"],
  ["search", "app words more-words search"],
  ["offline", "app words library"],
  ["library", "app words more-words library"],
  ["account", "app words more-words account"],
  ["nothing", "app words"],
  ["list", "app words lists"],
] as const)("a page of the kind %s is hydrated by %s", (content, chunks) => {
  expect(written(plain, page, content)).toContain(`data-chunks="${chunks}"`);
});

test("the policy allows the edition's own files, what was named, and known frames", () => {
  expect(policy("/data/", { scripts: ["sha256-a"], styles: [] }).split("; ")).toEqual([
    "default-src 'none'",
    "script-src 'self' 'sha256-a'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-src https://www.youtube-nocookie.com https://player.vimeo.com https://platform.twitter.com https://www.instagram.com https://www.tiktok.com https://www.facebook.com https://w.soundcloud.com https://open.spotify.com https://datawrapper.dwcdn.net https://www.google.com https://www.openstreetmap.org",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]);
  const origins = {
    "script-src": ["https://s.example"],
    "connect-src": ["https://c.example"],
    "frame-src": ["https://f.example"],
    "form-action": ["https://o.example"],
    "img-src": ["https://i.example"],
    "media-src": ["https://m.example", "https://n.example"],
  };
  expect(policy("https://data.example/x/", { scripts: [], styles: ["sha256-b"] }, true, origins).split("; ")).toEqual([
    "default-src 'none'",
    "script-src 'self' https://s.example",
    "style-src 'self' 'sha256-b'",
    "img-src 'self' https://data.example https://i.example",
    "font-src 'self'",
    "media-src 'self' blob: https://data.example https://m.example https://n.example",
    "connect-src 'self' https://data.example https://c.example",
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-src https://www.youtube-nocookie.com https://player.vimeo.com https://platform.twitter.com https://www.instagram.com https://www.tiktok.com https://www.facebook.com https://w.soundcloud.com https://open.spotify.com https://datawrapper.dwcdn.net https://www.google.com https://www.openstreetmap.org https://f.example",
    "base-uri 'none'",
    "form-action 'self' https://o.example",
    "require-trusted-types-for 'script'",
    "trusted-types broadsheet-worker",
  ]);
});

test("a page whose pictures have focal points has a rule for each of them, and no other page has one", () => {
  const html = '<img src="a" data-focus="30% 60%"><img src="b" data-focus="0% 0%"><img src="c" data-focus="30% 60%">';
  const rules = '<style>p{margin:0}[data-focus="30% 60%"]{object-position:30% 60%}[data-focus="0% 0%"]{object-position:0% 0%}</style>';
  expect(written(plain, { ...page, page: html }, "article")).toContain(rules.replaceAll("><", ">\n<"));
  expect(written(plain, { ...page, page: '<img data-focus="0%;color:red">' }, "article")).toContain("<style>p{margin:0}</style>");
});

test("the front page has the styles of the stories read most in it if it has their list", () => {
  const options = { ...plain, styles: { ...plain.styles, mostRead: ".most-read{margin:0}" } };
  const list = '<section class="page most-read"></section>';
  expect(written(options, { ...page, page: list }, "front")).toContain("<style>p{margin:0}.most-read{margin:0}</style>");
  expect(written(options, page, "front")).not.toContain("most-read");
});
