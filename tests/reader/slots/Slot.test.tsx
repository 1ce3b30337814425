import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import type { SlotName } from "#content/slots.ts";
import { Slot } from "#reader/slots/Slot.tsx";
import { setSlots, slotOf } from "#reader/slots/slotOf.ts";

afterEach(() => {
  setSlots([]);
  document.querySelectorAll("template, head .ours").forEach((each) => each.remove());
  localStorage.clear();
});

/** A template as every page of a paper with slots has one. */
function aTemplate(name: SlotName, html: string, data: Record<string, string> = {}): void {
  const template = document.createElement("template");
  template.innerHTML = html;
  Object.assign(template.dataset, { slot: name, ...data });
  document.body.append(template);
}

it("shows what the paper puts into a slot, and nothing where it puts nothing", () => {
  aTemplate("after-story", "<p class=ours>Support us</p>", { after: "3", hosts: "a.example, b.example" });
  expect(slotOf("after-story")).toMatchObject({ html: "", consent: false, hosts: "a.example, b.example", after: 3 });
  const { container } = render(
    <>
      <Slot name="after-story" />
      <Slot name="sidebar" />
    </>,
  );
  expect(container.querySelectorAll("[data-slot=after-story] .ours")).toHaveLength(1);
  expect(container.querySelector("[data-slot=sidebar]")).toBeNull();
});

it("knows what the prerenderer sets, but not the head, which is in the page itself unless it waits for consent", () => {
  const slot = { html: "<p>Ours</p>", consent: false, hosts: ["a.example", "b.example"] };
  setSlots([
    { ...slot, name: "sidebar" },
    { ...slot, name: "head" },
    { ...slot, name: "in-story", after: 4 },
  ]);
  expect(slotOf("sidebar")).toMatchObject({ html: "<p>Ours</p>", hosts: "a.example, b.example", after: 0 });
  expect(slotOf("in-story")?.after).toBe(4);
  expect(slotOf("head")).toBeUndefined();
  setSlots([{ ...slot, name: "head", consent: true }]);
  expect(slotOf("head")?.consent).toBe(true);
  expect(slotOf("sidebar")).toBeUndefined();
});

it("loads nothing from other sites before the reader allows it, and remembers the answer", async () => {
  const user = userEvent.setup();
  aTemplate("sidebar", "<p class=ours>Video</p>", { consent: "", hosts: "video.example" });
  const { container } = render(<Slot name="sidebar" />);
  expect(await screen.findByText(/^Part of this page comes from video\.example/u)).toBeVisible();
  expect(container.querySelector(".ours")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Do not load it" }));
  expect(screen.getByText("Nothing is loaded from video.example.")).toBeVisible();
  expect(screen.getAllByRole("button")).toHaveLength(1);
  expect(container.querySelector(".ours")).toBeNull();
  expect(JSON.parse(localStorage.getItem("broadsheet-consent") ?? "")).toBe("no");
  await user.click(screen.getByRole("button", { name: "Load it, here and on other pages" }));
  expect(container.querySelector("[data-slot=sidebar] .ours")).toHaveTextContent("Video");
  expect(screen.getByText("You allowed this paper to load content from video.example.")).toBeVisible();
  expect(JSON.parse(localStorage.getItem("broadsheet-consent") ?? "")).toBe("yes");
  expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["Stop loading it"]);
});

it("puts what belongs into the head there once it is allowed, and only once", async () => {
  const user = userEvent.setup();
  aTemplate("head", "<meta class=ours>", { consent: "", hosts: "count.example" });
  const { container, unmount } = render(<Slot name="head" />);
  await user.click(await screen.findByRole("button", { name: "Load it, here and on other pages" }));
  expect(document.head.querySelectorAll(".ours")).toHaveLength(1);
  expect(container.querySelector(".ours")).toBeNull();
  unmount();
  render(<Slot name="head" />);
  await waitFor(() => expect(screen.getByText(/^You allowed/u)).toBeVisible());
  await act(async () => {});
  expect(document.head.querySelectorAll(".ours")).toHaveLength(1);
  // jsdom cannot reload, and says so.
  vi.spyOn(console, "error").mockImplementation(() => {});
  await user.click(screen.getByRole("button", { name: "Stop loading it" }));
  expect(screen.getByText("Nothing is loaded from count.example.")).toBeVisible();
});
