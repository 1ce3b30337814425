// @vitest-environment jsdom
import { expect, it, vi } from "vitest";

const cms = vi.hoisted(() => ({
  registerEditorComponent: vi.fn(),
  registerFieldType: vi.fn(),
  registerPreviewStyle: vi.fn(),
  registerPreviewTemplate: vi.fn(),
  registerEventListener: vi.fn(),
  init: vi.fn(async () => {}),
}));
vi.mock("@sveltia/cms", () => ({ default: cms }));
vi.mock("../../src/admin/StoryPreview.tsx", () => ({ StoryPreview: "preview" }));

/** An entry as the CMS hands it over: an immutable map. */
function entryOf(collection: string, data: Record<string, unknown>, newRecord = true) {
  return {
    get: (name: string) => ({ collection, newRecord })[name],
    getIn: ([, name = ""]: string[]) => data[name],
    setIn: (path: string[], value: unknown) => ({ path, value }),
    set: (name: string, value: unknown) => ({ name, value }),
    toJS: () => ({ data }),
  };
}

it("shows stories and pages as readers will see them, and makes new ones drafts", async () => {
  document.head.innerHTML = '<meta name="preview-style" content="/a.css"><meta name="preview-style" content="/b.css">';
  await import("../../src/admin/desk.ts");
  expect(cms.registerPreviewStyle.mock.calls).toEqual([["/a.css"], ["/b.css"]]);
  expect(cms.registerPreviewTemplate.mock.calls).toEqual([["articles", "preview"], ["pages", "preview"]]); // prettier-ignore
  expect(cms.registerEditorComponent).toHaveBeenCalledTimes(3);
  expect(cms.registerFieldType.mock.calls).toEqual([["focal-point", expect.any(Function)]]);
  expect(cms.init).toHaveBeenCalledOnce();

  const [{ name, handler }] = cms.registerEventListener.mock.calls[0] ?? [];
  const saved = (entry: ReturnType<typeof entryOf>) => handler({ entry });
  expect(name).toBe("preSave");
  const draft = { path: ["data", "draft"], value: true };
  expect([saved(entryOf("articles", {})), saved(entryOf("pages", {}))]).toEqual([draft, draft]);
  expect(saved(entryOf("articles", { draft: false }))).toBeUndefined();
  expect(saved(entryOf("articles", {}, false))).toBeUndefined();
  expect(saved(entryOf("settings", {}))).toBeUndefined();
  expect(saved(entryOf("settings", { suggested: {} }))).toEqual({ name: "data", value: { threads: [] } });
  expect(saved(entryOf("settings", { suggested: 3 }))).toBeUndefined();
});
