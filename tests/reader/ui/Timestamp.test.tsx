import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { Timestamp } from "#reader/ui/Timestamp.tsx";

const date = "2024-04-22T07:10:00Z";
const at = (day: string) => <Timestamp date={day} style="day" />;

it("a prerendered date stays as it is, until there is another", () => {
  const container = document.createElement("div");
  container.innerHTML = `<time datetime="${date}">22 April, as the build writes it</time>`;
  document.body.append(container);
  const { rerender, unmount } = render(at(date), { container, hydrate: true });
  rerender(at(date));
  expect(container.textContent).toBe("22 April, as the build writes it");
  rerender(at("2024-04-23T07:10:00Z"));
  expect(container.textContent).toBe("23 April 2024");
  rerender(at(date));
  expect(container.textContent).toBe("22 April 2024");
  unmount();
});

it("a date that the app renders is formatted", () => {
  const { container } = render(at(date));
  expect(container.textContent).toBe("22 April 2024");
});
