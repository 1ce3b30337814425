import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Picture } from "#reader/ui/Picture.tsx";

const source = (width: number, ending: string, type: string) => ({ url: `/pictures/x-${width}.${ending}`, width, type });

const picture = {
  url: "/pictures/x-640.jpg",
  width: 640,
  height: 400,
  sources: [source(320, "avif", "image/avif"), source(640, "avif", "image/avif"), source(640, "webp", "image/webp")],
};

describe("Picture", () => {
  it("offers the better encoding first, of each the widths that there are, and the plain file to all others", () => {
    const { container } = render(<Picture picture={picture} alt="Sky" sizes="50vw" />);
    const sources = [...container.querySelectorAll("source")].map((each) => [each.type, each.srcset, each.sizes]);
    expect(sources).toEqual([
      ["image/avif", "/pictures/x-320.avif 320w, /pictures/x-640.avif 640w", "50vw"],
      ["image/webp", "/pictures/x-640.webp", ""],
    ]);
    const [img, ...others] = container.querySelectorAll("img");
    expect(others).toEqual([]);
    expect([img?.getAttribute("src"), img?.getAttribute("width"), img?.getAttribute("height")]).toEqual([
      "/pictures/x-640.jpg",
      "640",
      "400",
    ]);
  });

  it("is a plain img where there is one file", () => {
    const { container } = render(<Picture picture={{ ...picture, sources: [] }} alt="Sky" sizes="50vw" />);
    expect(container.querySelector("source")).toBeNull();
    expect(container.querySelector("img")?.hasAttribute("srcset")).toBe(false);
  });

  it("waits until it comes near, but for those of a first screen", () => {
    const loading = (given: { first?: true }) =>
      render(<Picture picture={picture} alt="Sky" sizes="50vw" {...given} />)
        .container.querySelector("img")
        ?.getAttribute("loading");
    expect([loading({}), loading({ first: true })]).toEqual(["lazy", null]);
  });
});
