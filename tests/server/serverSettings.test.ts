import { expect, test } from "vitest";
import { serverSettings, ServerSettingsError } from "../../src/server/serverSettings.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const settings = (env: Record<string, string>) => serverSettings(env, "http://localhost:4321/", temporaryFolder());

test("emails and cookies go by the public address, which ends with a slash however it was written", () => {
  expect(settings({ BROADSHEET_URL: "https://paper.example" })).toMatchObject({
    address: "https://paper.example/",
    mailFrom: "no-reply@paper.example",
  });
  expect(settings({}).address).toBe("http://localhost:4321/");
});

test("a value that cannot be used is refused by the name of its variable, without its value", () => {
  for (const [name, value] of [
    ["BROADSHEET_URL", "paper.example"],
    ["DATABASE_URL", "mysql://user:hidden@host/paper"],
    ["SMTP_URL", "hidden"],
    ["LIBRARY_RECORDS", "hidden"],
    ["NETWORK_EMAILS", "hidden"],
    ["METRICS_TOKEN", "hidden"],
    ["VAPID_PRIVATE_KEY", "hidden"],
    ["PUSH_SERVICES", "https://push.example hidden"],
    ["MEMBERS_PHRASES", "2612-k7qd-m2xw-9hnp-4tve"],
    ["MEMBERS_PHRASES", "members=hidden"],
    ["STRIPE_WEBHOOK_SECRET", "hidden"],
  ] as const) {
    expect(() => settings({ [name]: value })).toThrow(ServerSettingsError);
    expect(() => settings({ [name]: value })).toThrow(name);
    expect(() => settings({ [name]: value })).not.toThrow("hidden");
  }
});

test("a private key that is no number of its curve is refused", () => {
  expect(() => settings({ VAPID_PRIVATE_KEY: "A".repeat(43) })).toThrow("VAPID_PRIVATE_KEY");
});

test("the prices of Stripe are of tiers that have pass phrases", () => {
  const given = { MEMBERS_PHRASES: "members=2612-k7qd-m2xw-9hnp-4tve", STRIPE_WEBHOOK_SECRET: "whsec_x" };
  const read = settings({ ...given, STRIPE_PRICES: "price_a=members\n prod_b=members" }).members?.stripe?.prices ?? [];
  expect([...read]).toEqual([
    ["price_a", "members"],
    ["prod_b", "members"],
  ]);
  expect(() => settings({ ...given, STRIPE_PRICES: "price_a=patrons" })).toThrow("price_a=patrons names no tier");
  expect(() => settings(given)).toThrow("STRIPE_PRICES");
});
