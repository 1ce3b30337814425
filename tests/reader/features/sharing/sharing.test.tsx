import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { ClipboardProvider } from "#reader/features/sharing/ClipboardProvider.tsx";
import { CopyTool } from "#reader/features/sharing/CopyTool.tsx";
import { ShareTool } from "#reader/features/sharing/ShareTool.tsx";
import { WordsProvider } from "#reader/i18n/words.ts";
import { anArticle } from "../../../support/anArticle.ts";
import { outlineOf } from "../../../support/outlineOf.tsx";
import { wordsIn } from "../../../support/words.ts";

const URL = "http://localhost:3000/article/voyager-1";

function show() {
  const user = userEvent.setup();
  const { container } = render(
    <WordsProvider value={wordsIn("en").page}>
      <ClipboardProvider>
        <CopyTool article={anArticle()} />
        <ShareTool article={anArticle()} />
      </ClipboardProvider>
    </WordsProvider>,
  );
  return { container, press: (name: string) => user.click(screen.getByRole("button", { name })) };
}

afterEach(() => void vi.restoreAllMocks());

it.each([
  ["Copy link", '"Copied"', '"Share"'],
  ["Share", '"Copy link"', '"Copied"'],
])("without a share sheet %s copies the link, and the button pressed says so", async (name, copy, share) => {
  const { container, press } = show();
  expect(outlineOf(container)).toContain('"Copy link"');
  await press(name);
  await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent("Link copied"));
  expect(await navigator.clipboard.readText()).toBe(URL);
  expect(outlineOf(container)).toBe(
    `button.tool[type=button][aria-keyshortcuts=c] > ${copy}\nbutton.tool[type=button] > ${share}\ndiv.unseen[role=status] > "Link copied"\n`,
  );
});

it("a link that the browser does not copy is shown, selected", async () => {
  const { press } = show();
  vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("refused"));
  await press("Copy link");
  const field = await screen.findByRole<HTMLInputElement>("textbox");
  expect([field.value, field.readOnly, field.selectionStart, field.selectionEnd]).toEqual([URL, true, 0, URL.length]);
  expect(field).toHaveFocus();
  await press("Close");
  expect(screen.queryByRole("textbox")).toBeNull();
});

it.each([
  ["shares", undefined, true, "Share"],
  ["cancels", new DOMException("-", "AbortError"), true, "Share"],
  ["has a share sheet that does not open", new DOMException("-", "NotAllowedError"), true, "Copied"],
  ["has no share sheet for it", undefined, false, "Copied"],
])("a reader who %s", async (_, error, canShare, says) => {
  const { press } = show();
  const share = vi.fn(() => (error ? Promise.reject(error) : Promise.resolve()));
  Object.assign(navigator, { canShare: () => canShare, share });
  await press("Share");
  expect(await screen.findByText(says, { selector: "button" })).toBeInTheDocument();
  expect(share.mock.calls).toEqual(canShare ? [[{ title: "Voyager 1 makes sense again", url: URL }]] : []);
  for (const name of ["canShare", "share"]) Reflect.deleteProperty(navigator, name);
});
