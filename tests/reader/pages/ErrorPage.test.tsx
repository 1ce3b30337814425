import { act, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { linksOf } from "../../support/linksOf.ts";
import { renderApp } from "../../support/renderApp.tsx";

const main = () => screen.getByRole("main");
const said = () => main().querySelector("#what-happened")?.textContent;

it.each([
  ["the server has an error", new Response("", { status: 503 }), /server/iu, ["Front page /"], "503"],
  [
    "there is no connection",
    new TypeError("Failed to fetch"),
    /connection|reach/iu,
    ["Front page /", expect.stringMatching(/ \/offline$/u)],
    undefined,
  ],
  ["its file is cut off", new Response("{"), /incomplete|damaged|complete/iu, ["Front page /"], undefined],
  ["its file is another", { headline: 5 }, /incomplete|damaged|complete/iu, ["Front page /"], undefined],
])("says what is wrong if %s", async (_name, answer, text, links, code) => {
  await renderApp("/article/voyager-1", { "article/voyager-1.json": answer });
  expect(said()).toMatch(text);
  expect(linksOf(main())).toEqual(links);
  if (code === undefined) expect(main().querySelector(".hint")).toBeNull();
  else expect(main().querySelector(".hint")).toHaveTextContent(code);
  expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
  expect(screen.getByRole("heading", { level: 1 })).toHaveAttribute("aria-describedby", "what-happened");
});

it("says it again only if the reader has tried again, and in vain", async () => {
  let answer: (given: Response) => void = () => {};
  const { user, served } = await renderApp("/topic/tides", { "topic/tides.json": new Response("", { status: 503 }) });
  const status = main().querySelector("[role=status]");
  expect(status).toHaveTextContent(/^$/u);
  served["topic/tides.json"] = () => new Promise((done) => (answer = done));
  const again = screen.getByRole("button", { name: "Try again" });
  await user.click(again);
  expect(again).toHaveAttribute("aria-disabled", "true");
  await waitFor(() => expect(status).toHaveTextContent(/loading/iu));
  act(() => answer(new Response("", { status: 503 })));
  await waitFor(() => expect(main().querySelector("[role=status]")).toHaveTextContent(said() ?? "?"));
  expect(screen.getByRole("button", { name: "Try again" })).toHaveAttribute("aria-disabled", "false");
});
