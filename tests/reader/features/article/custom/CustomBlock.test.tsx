import { act, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { components, CustomBlock } from "#reader/features/article/custom/CustomBlock.tsx";
import { hosted } from "#reader/features/article/custom/loadComponent.tsx";

afterEach(() => {
  components.clear();
  vi.restoreAllMocks();
});

const block = { type: "custom" as const, id: "7", name: "poll", fields: { question: "Tea?" }, children: [] };

type Props = { fields: { question: string }; id: string };

/** The script of a block, as the build makes it. */
const scriptOf = (Component: unknown) => ({ default: () => Component });

const show = (script: string | undefined, fallback: ReactNode = "Vote at the kiosk.") =>
  render(
    <CustomBlock block={{ ...block, ...(script !== undefined && { script }) }}>
      <p>{fallback}</p>
    </CustomBlock>,
  );

it("is drawn by its component, with its fields and its id, and the page's React", () => {
  const asked: unknown[] = [];
  const module = {
    default: (modules: (name: string) => object) => {
      asked.push(Object.keys(modules("react")).includes("useState"), Object.keys(modules("react/jsx-runtime")).includes("jsx"));
      return ({ fields, id }: Props) => `${fields.question} ${id}`;
    },
  };
  components.set("poll.js", hosted(module));
  const { container } = show("poll.js");
  expect(container.querySelector("[data-block=poll]")).toHaveTextContent(/^Tea\? 7$/u);
  expect(asked).toEqual([true, true]);
});

it("shows its text where it has no component, or the component fails", () => {
  const { unmount } = show(undefined);
  expect(screen.getByText("Vote at the kiosk.")).toBeVisible();
  unmount();
  vi.spyOn(console, "error").mockImplementation(() => {});
  const fails = () => {
    throw new Error("It is broken.");
  };
  components.set("poll.js", hosted(scriptOf(fails)));
  show("poll.js");
  expect(screen.getByText("Vote at the kiosk.")).toBeVisible();
});

it("keeps its text while its script is on its way, and if it does not come", async () => {
  show("none.js");
  expect(screen.getByText("Vote at the kiosk.")).toBeVisible();
  await act(() => vi.dynamicImportSettled());
  expect(screen.getByText("Vote at the kiosk.")).toBeVisible();
  expect([...components.keys()]).toEqual(["none.js"]);
});

it.each([undefined, null, {}, { default: 5 }, scriptOf(undefined), scriptOf("div")])(
  "refuses a script without a component: %j",
  (module) => {
    expect(() => hosted(module)).toThrow("It has no default export that is a component.");
  },
);
