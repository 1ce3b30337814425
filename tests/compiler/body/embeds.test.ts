import { expect, test } from "vitest";
import { embedOf } from "../../../src/compiler/body/embeds.ts";
import { paragraph, readHtml, text } from "./readHtml.ts";

test.each([
  ["https://www.youtube.com/watch?v=CWSLSHljQLM", "YouTube", "https://www.youtube-nocookie.com/embed/CWSLSHljQLM"],
  ["//www.youtube.com/embed/CWSLSHljQLM?rel=0&start=90", "YouTube", "https://www.youtube-nocookie.com/embed/CWSLSHljQLM?start=90"],
  ["http://youtu.be/6fjn1Zz3lMU?t=1m2s", "YouTube", "https://www.youtube-nocookie.com/embed/6fjn1Zz3lMU?start=62"],
  ["https://vimeo.com/76979871", "Vimeo", "https://player.vimeo.com/video/76979871?dnt=1"],
  ["https://player.vimeo.com/video/76979871?h=8272103f6e", "Vimeo", "https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1"],
  [
    "https://twitter.com/18F/status/575513335103426561?s=20",
    "X",
    "https://platform.twitter.com/embed/Tweet.html?id=575513335103426561&dnt=true",
  ],
  ["https://www.instagram.com/p/BnwXFGKl8j0/", "Instagram", "https://www.instagram.com/p/BnwXFGKl8j0/embed/captioned/"],
  ["https://www.tiktok.com/@nasa/video/7106594312292453675", "TikTok", "https://www.tiktok.com/embed/v2/7106594312292453675"],
  [
    "https://www.facebook.com/NASA/posts/10159",
    "Facebook",
    "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2FNASA%2Fposts%2F10159",
  ],
  [
    "https://soundcloud.com/nasa/apollo-11",
    "SoundCloud",
    "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fnasa%2Fapollo-11",
  ],
  [
    "https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk?si=x",
    "Spotify",
    "https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk",
  ],
  ["https://datawrapper.dwcdn.net/AbC12/3/", "Datawrapper", "https://datawrapper.dwcdn.net/AbC12/"],
  ["https://www.google.com/maps/embed?pb=!1m18", "Google Maps", "https://www.google.com/maps/embed?pb=!1m18"],
  [
    "https://www.openstreetmap.org/export/embed.html?bbox=4.8,52.3,4.9,52.4",
    "OpenStreetMap",
    "https://www.openstreetmap.org/export/embed.html?bbox=4.8,52.3,4.9,52.4",
  ],
])("%s is shown by %s in a frame that sets few cookies", (address, provider, frame) => {
  expect(embedOf(address)).toMatchObject({ provider, frame });
});

test.each([
  [
    "https://www.youtube.com/playlist?list=PL-1_2",
    "https://www.youtube.com/playlist?list=PL-1_2",
    "https://www.youtube-nocookie.com/embed/videoseries?list=PL-1_2",
  ],
  [
    "https://www.youtube.com/embed/videoseries?list=PL1",
    "https://www.youtube.com/playlist?list=PL1",
    "https://www.youtube-nocookie.com/embed/videoseries?list=PL1",
  ],
  [
    "https://www.youtube.com/watch?v=CWSLSHljQLM&list=PL1&t=1h2m3s",
    "https://www.youtube.com/watch?v=CWSLSHljQLM&t=3723",
    "https://www.youtube-nocookie.com/embed/CWSLSHljQLM?start=3723",
  ],
  [
    "https://m.youtube.com/shorts/CWSLSHljQLM",
    "https://www.youtube.com/watch?v=CWSLSHljQLM",
    "https://www.youtube-nocookie.com/embed/CWSLSHljQLM",
  ],
  [
    "https://www.youtube.com/live/CWSLSHljQLM?t=90s",
    "https://www.youtube.com/watch?v=CWSLSHljQLM&t=90",
    "https://www.youtube-nocookie.com/embed/CWSLSHljQLM?start=90",
  ],
  [
    "https://www.youtube.com/v/CWSLSHljQLM?t=soon",
    "https://www.youtube.com/watch?v=CWSLSHljQLM",
    "https://www.youtube-nocookie.com/embed/CWSLSHljQLM",
  ],
  [
    "https://vimeo.com/channels/staff/76979871/8272103f6e",
    "https://vimeo.com/76979871/8272103f6e",
    "https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1",
  ],
  ["https://vimeo.com/76979871/settings", "https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1"],
  [
    "https://platform.twitter.com/embed/Tweet.html?id=575513335103426561",
    "https://x.com/i/status/575513335103426561",
    "https://platform.twitter.com/embed/Tweet.html?id=575513335103426561&dnt=true",
  ],
  ["https://x.com/i-am/statuses/5755", "https://x.com/i/status/5755", "https://platform.twitter.com/embed/Tweet.html?id=5755&dnt=true"],
  ["https://www.instagram.com/nasa/tv/BnwX/", "https://www.instagram.com/tv/BnwX/", "https://www.instagram.com/tv/BnwX/embed/captioned/"],
  ["https://www.instagram.com/reels/BnwX/", "https://www.instagram.com/reel/BnwX/", "https://www.instagram.com/reel/BnwX/embed/captioned/"],
  [
    "https://www.tiktok.com/embed/7106594312292453675",
    "https://www.tiktok.com/@/video/7106594312292453675",
    "https://www.tiktok.com/embed/v2/7106594312292453675",
  ],
  [
    "https://www.facebook.com/plugins/post.php?href=http%3A%2F%2Fwww.facebook.com%2FNASA%2Fvideos%2F1",
    "https://www.facebook.com/NASA/videos/1",
    "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2FNASA%2Fvideos%2F1",
  ],
  ["https://fb.watch/abc/", "https://fb.watch/abc/", "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Ffb.watch%2Fabc%2F"],
  [
    "https://www.facebook.com/watch/?v=1",
    "https://www.facebook.com/watch/?v=1",
    "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fwatch%2F%3Fv%3D1",
  ],
  [
    "https://w.soundcloud.com/player/?url=http%3A//api.soundcloud.com/tracks/1",
    "https://api.soundcloud.com/tracks/1",
    "https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F1",
  ],
  ["https://open.spotify.com/intl-de/track/4rOo", "https://open.spotify.com/track/4rOo", "https://open.spotify.com/embed/track/4rOo"],
  ["https://open.spotify.com/embed-podcast/show/4rOo", "https://open.spotify.com/show/4rOo", "https://open.spotify.com/embed/show/4rOo"],
  ["https://www.datawrapper.de/_/AbC12/", "https://datawrapper.dwcdn.net/AbC12/", "https://datawrapper.dwcdn.net/AbC12/"],
  ["https://www.google.com/maps/d/embed?mid=1", "https://www.google.com/maps/d/embed?mid=1", "https://www.google.com/maps/d/embed?mid=1"],
  ["https://maps.google.com/?q=x&output=embed", "https://maps.google.com/?q=x&output=embed", "https://maps.google.com/?q=x&output=embed"],
])("%s has its page at %s, and its player at %s", (address, url, frame) => {
  expect(embedOf(address)).toMatchObject({ url, frame });
});

test.each([
  "https://example.org/",
  "https://www.youtube.com/user/nasa",
  "https://twitter.com/18F",
  "https://www.youtube.com/watch?v=abc",
  "https://www.youtube.com/channel/CWSLSHljQLM",
  "https://vimeo.com/about",
  "https://x.com/18F/likes/5755",
  "https://www.instagram.com/nasa/",
  "https://www.instagram.com/p/",
  "https://www.tiktok.com/@nasa",
  "https://www.facebook.com/NASA",
  "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fevil.example%2Fposts%2F1",
  "https://www.facebook.com/plugins/post.php?href=x",
  "https://soundcloud.com/nasa",
  "https://w.soundcloud.com/player/",
  "https://w.soundcloud.com/player/?url=https%3A//evil.example/a",
  "https://open.spotify.com/user/nasa",
  "https://datawrapper.dwcdn.net/long-name/",
  "https://datawrapper.dwcdn.net/",
  "https://www.google.com/maps/place/x",
  "https://www.google.com/search?output=embed",
  "https://www.openstreetmap.org/#map=1",
  "https://evil.example/youtube.com/embed/x",
  "ftp://youtu.be/abc",
  "x",
])("%s is no embed", (address) => {
  expect(embedOf(address)).toBeUndefined();
});

test("a player's frame keeps title and size", () => {
  expect(
    readHtml('<p><iframe width="560" height="315" title="A talk" src="https://www.youtube.com/embed/CWSLSHljQLM"></iframe></p>').blocks,
  ).toEqual([
    {
      type: "embed",
      provider: "YouTube",
      url: "https://www.youtube.com/watch?v=CWSLSHljQLM",
      frame: "https://www.youtube-nocookie.com/embed/CWSLSHljQLM",
      title: "A talk",
      width: 560,
      height: 315,
    },
  ]);
});

test("the words of a post stay as the title of its embed", () => {
  const html = `<blockquote class="twitter-tweet"><p lang="en">Hello <a href="https://t.co/x">world</a></p>&mdash; 18F (@18F)
    <a href="https://twitter.com/18F/status/575513335103426561">March 11, 2015</a></blockquote><script src="//platform.twitter.com/widgets.js"></script>`;
  expect(readHtml(html).blocks).toMatchObject([{ type: "embed", provider: "X", title: "Hello world — 18F (@18F) March 11, 2015" }]);
});

test("any other frame becomes a link and is reported", () => {
  const { blocks, messages } = readHtml('<iframe src="https://charts.example/1" title="A chart"></iframe>');
  expect(blocks).toEqual([
    { type: "paragraph", children: [{ type: "link", url: "https://charts.example/1", children: [text("A chart")] }] },
  ]);
  expect(messages).toEqual(["<iframe> shows something from https://charts.example/1; a link to it is shown instead."]);
});

test("an address alone in its paragraph is an embed, in a line or of another site it is a link", () => {
  expect(readHtml('<p><a href="https://youtu.be/6fjn1Zz3lMU">https://youtu.be/6fjn1Zz3lMU</a></p>').blocks).toMatchObject([
    { type: "embed" },
  ]);
  expect(readHtml("<p>https://youtu.be/6fjn1Zz3lMU</p>").blocks).toMatchObject([{ type: "embed" }]);
  expect(readHtml("<p>See https://youtu.be/6fjn1Zz3lMU</p>").blocks).toEqual([paragraph("See https://youtu.be/6fjn1Zz3lMU")]);
  expect(readHtml('<p><a href="https://youtu.be/6fjn1Zz3lMU">the film</a></p>').blocks).toMatchObject([{ type: "paragraph" }]);
});

test("an object of another service is replaced by the link in it, and without one becomes a link", () => {
  const data = "https://chart.example/1";
  expect(readHtml(`<object data="${data}"><p>See <a href="${data}">the chart</a>.</p></object>`).blocks).toMatchObject([
    { type: "paragraph", children: [{ text: "See " }, { type: "link", url: data }, { text: "." }] },
  ]);
  expect(readHtml(`<object data="${data}">A chart</object>`).blocks).toMatchObject([
    { type: "paragraph", children: [{ type: "link", url: data, children: [{ text: "A chart" }] }] },
  ]);
});
