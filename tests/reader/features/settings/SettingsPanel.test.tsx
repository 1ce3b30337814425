import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { SettingsSchema } from "#reader/features/settings/readerSettings.ts";
import { resetSettings } from "#reader/features/settings/settingsStore.ts";
import { storageKey } from "#reader/features/settings/storageKey.ts";
import { anArticlePage } from "../../../support/anArticle.ts";
import { renderApp } from "../../../support/renderApp.tsx";

const files = { "article/voyager-1.json": anArticlePage() };
const html = document.documentElement;

afterEach(resetSettings);

/** The first of them on a page is the masthead's. */
function textTool(): HTMLElement {
  const [tool] = screen.getAllByRole("button", { name: "Text: Reading settings" });
  if (!tool) throw new Error("There is no button that opens the reading settings.");
  return tool;
}

async function openPanel() {
  const app = await renderApp("/article/voyager-1", files);
  await app.user.click(textTool());
  return { ...app, panel: await screen.findByRole("dialog", { name: "Reading settings" }) };
}

describe("the reading settings", () => {
  it("open from the masthead, take the focus, and give it back on Escape", async () => {
    const { user, panel } = await openPanel();
    expect(panel.contains(document.activeElement)).toBe(true);
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    expect(textTool()).toHaveFocus();
  });

  it("close by their button", async () => {
    const { user, panel } = await openPanel();
    await user.click(within(panel).getByRole("button", { name: "Close" }));
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });

  it("show a change at once and keep it", async () => {
    const { user, panel } = await openPanel();
    await user.click(within(panel).getByRole("radio", { name: "Sepia" }));
    await user.click(within(panel).getByRole("radio", { name: "Extra large" }));
    await user.click(within(panel).getByRole("radio", { name: "Atkinson Hyperlegible" }));
    await user.click(within(panel).getByRole("radio", { name: "Loose" }));
    expect({ ...html.dataset }).toEqual({ theme: "sepia", size: "xl", font: "hyper", leading: "loose" });
    expect(JSON.parse(localStorage.getItem(storageKey) ?? "")).toEqual({ ...html.dataset });
  });

  it("offer every choice that there is, once", async () => {
    const { panel } = await openPanel();
    const choices = (values: string[]) => values.toSorted().join();
    const known = Object.values(SettingsSchema.entries).map(({ options }) => choices([...options]));
    // The choice of paging comes with words of its own.
    await waitFor(() => {
      const offered = [...panel.querySelectorAll("fieldset")].map((group) =>
        choices([...group.querySelectorAll("input")].map(({ value }) => value)),
      );
      expect(offered.toSorted()).toEqual(known.toSorted());
    });
  });

  it("go back to the beginning with one button", async () => {
    const { user, panel } = await openPanel();
    await user.click(within(panel).getByRole("radio", { name: "Dark" }));
    await user.click(within(panel).getByRole("button", { name: "Reset" }));
    expect(within(within(panel).getByRole("group", { name: "Theme" })).getByRole("radio", { name: "Auto" })).toBeChecked();
    expect({ ...html.dataset }).toEqual({});
    expect(localStorage.getItem(storageKey)).toBeNull();
  });

  it("show what another tab chooses while they are open", async () => {
    const { panel } = await openPanel();
    localStorage.setItem(storageKey, '{"theme":"dark"}');
    window.dispatchEvent(new StorageEvent("storage", { key: storageKey }));
    expect(await within(panel).findByRole("radio", { name: "Dark", checked: true })).toBeInTheDocument();
  });

  it("claim to be kept only where the device keeps them", async () => {
    const { panel, user } = await openPanel();
    expect(panel).toHaveTextContent("Kept on this device.");
    const full = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("Full.", "QuotaExceededError");
    });
    await user.click(within(panel).getByRole("radio", { name: "Dark" }));
    expect(panel).toHaveTextContent("This browser stores nothing for this site");
    expect(panel).not.toHaveTextContent("Kept on this device.");
    full.mockRestore();
  });
});
