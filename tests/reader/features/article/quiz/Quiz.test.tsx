import { cleanup, screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { Inline } from "#content/blocks/inline.ts";
import type { BlockOf } from "#content/blocks/block.ts";
import { sealedQuiz } from "#content/blocks/quiz.ts";
import { anArticle, anArticlePage } from "../../../../support/anArticle.ts";
import { renderApp } from "../../../../support/renderApp.tsx";

const words = (text: string): Inline[] => [{ type: "text", text }];
const quiz = {
  ...sealedQuiz<BlockOf<"quiz">>({
    type: "quiz",
    title: words("The tide"),
    questions: [
      {
        question: words("Who moves it?"),
        answers: [words("The wind"), words("The moon")],
        right: [2],
        explanation: words("By gravity."),
        link: "/article/b",
      },
      { question: words("Which are seas?"), answers: [words("Baltic"), words("Rhine"), words("North")], right: [1, 3] },
    ],
  }),
  id: "tide",
};
const show = () => renderApp("/article/a", { "article/a.json": anArticlePage({ article: anArticle({ slug: "a", body: [quiz] }) }) });
const question = (name: string) => within(screen.getByRole("group", { name }));

it("says after each answer whether it is right and why, and the score at the end; the device keeps it until the next try", async () => {
  const { user } = await show();
  await screen.findByRole("region", { name: "The tide" });
  const first = question("Who moves it?");
  await user.click(first.getByRole("button", { name: "Check answer" }));
  expect(screen.getByText("Choose an answer first.")).toHaveAttribute("role", "status");
  expect(document.body).not.toHaveTextContent("By gravity.");
  await user.click(first.getByRole("radio", { name: "The wind" }));
  await user.click(first.getByRole("button", { name: "Check answer" }));
  expect(screen.getByText("Not right. The right answer: The moon. By gravity.")).toHaveAttribute("role", "status");
  expect(first.getByRole("radio", { name: "The moon Right answer" })).toBeDisabled();
  expect(first.getByRole("radio", { name: "The wind Your answer" })).toBeChecked();
  expect(first.getByRole("link", { name: "Read more about this" })).toHaveAttribute("href", "/article/b");
  await user.click(first.getByRole("button", { name: "Next question" }));

  const second = question("Which are seas?");
  expect(second.getByRole("checkbox", { name: "Baltic" })).toHaveFocus();
  for (const name of ["Baltic", "Rhine", "North"]) await user.click(second.getByRole("checkbox", { name }));
  await user.click(second.getByRole("checkbox", { name: "Rhine" }));
  await user.click(second.getByRole("button", { name: "Check answer" }));
  const score = screen.getByRole("group", { name: "1 of 2 right" });
  await user.click(second.getByRole("button", { name: "See your result" }));
  expect(score).toHaveFocus();
  await user.click(within(score).getByRole("button", { name: "Share" }));
  expect(await navigator.clipboard.readText()).toBe("The tide: 1 of 2 right\nhttp://localhost:3000/#game-tide");

  cleanup();
  await show();
  await user.click(within(await screen.findByRole("group", { name: "1 of 2 right" })).getByRole("button", { name: "Try again" }));
  expect(screen.queryByRole("group", { name: "1 of 2 right" })).toBeNull();
  expect(question("Who moves it?").getByRole("radio", { name: "The wind" })).not.toBeChecked();
  expect(localStorage.getItem("broadsheet:/:games")).toBe("{}");
});

it("shares with the device's sheet, and shows the text if nothing can copy it", async () => {
  const kept = { at: 1, state: { chosen: [[2], [1]], checked: [true, true] } };
  localStorage.setItem("broadsheet:/:games", JSON.stringify({ tide: kept }));
  const { user } = await show();
  vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("refused"));
  const score = within(await screen.findByRole("group", { name: "1 of 2 right" }));
  await user.click(score.getByRole("button", { name: "Share" }));
  expect(await screen.findByText("The tide: 1 of 2 right http://localhost:3000/#game-tide")).toBeVisible();
  const share = vi.fn(() => Promise.resolve());
  Object.assign(navigator, { canShare: () => true, share });
  await user.click(score.getByRole("button", { name: "Share" }));
  expect(share).toHaveBeenCalledWith({ text: "The tide: 1 of 2 right", url: "http://localhost:3000/#game-tide" });
  Reflect.deleteProperty(navigator, "canShare");
  Reflect.deleteProperty(navigator, "share");
});
