import { describe, expect, it } from "vitest";
import { makeSettings } from "../../support/makeSettings.ts";

describe("the settings", () => {
  it.each(["en", "pt-BR", "zh-Hant", "az-Arab"])("accept the language %s", (language) => {
    expect(makeSettings({ language }).language).toBe(language);
  });

  it.each(["english", "en_GB", "en-abcdefghij", ""])("refuse the language “%s”, in which no date can be written", (language) => {
    expect(() => makeSettings({ language })).toThrow("must be a language tag such as en or pt-BR");
  });

  it.each(["mailto:desk@example.org", "example.org", "https://"])("refuse the address “%s”, which no page can be below", (url) => {
    expect(() => makeSettings({ url })).toThrow("must be a full address such as https://example.org/");
  });
});
