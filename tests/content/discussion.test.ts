import { expect, it } from "vitest";
import { postAt } from "#content/discussion.ts";

const mastodon = (host: string, id: string) => ({ network: "mastodon", host, server: `https://${host}`, id });
const bluesky = (actor: string, key: string) => ({
  network: "bluesky",
  host: "bsky.app",
  server: "https://public.api.bsky.app",
  actor,
  key,
});

it.each([
  ["https://mastodon.example/@paper/116000000000000001", mastodon("mastodon.example", "116000000000000001")],
  ["https://mastodon.example:8443/@paper@other.example/12/", mastodon("mastodon.example:8443", "12")],
  ["https://mastodon.example/users/paper/statuses/12?x=y#z", mastodon("mastodon.example", "12")],
  ["https://mastodon.example/web/statuses/12", mastodon("mastodon.example", "12")],
  ["https://akkoma.example/notice/AbC12", mastodon("akkoma.example", "AbC12")],
  ["https://bsky.app/profile/paper.example/post/3lroot", bluesky("paper.example", "3lroot")],
  ["https://bsky.app/profile/did:plc:paper/post/3lroot", bluesky("did:plc:paper", "3lroot")],
])("%s is a post", (address, post) => {
  expect(postAt(address)).toEqual(post);
});

it.each([
  "http://mastodon.example/@paper/116000000000000001",
  "https://mastodon.example/@paper",
  "https://medium.example/@paper/a-story-1234",
  "https://bsky.app/profile/paper.example",
  "https://forum.example/t/the-ferry/12",
  "javascript:alert(1)",
  "no address",
])("%s is none whose replies could be asked for", (address) => {
  expect(postAt(address)).toBeUndefined();
});
