import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Picture } from "#reader/ui/Picture.tsx";

const source = (width: number, ending: string, type: string) => ({ url: `/pictures/x-${width}.${ending}`, width, type });

const picture = {
  url: "/pictures/x-640.jpg",
  width: 640,
  height: 400,
  sources: [
    source(320, "webp", "image/webp"),
    source(640, "webp", "image/webp"),
    source(320, "jpg", "image/jpeg"),
    source(640, "jpg", "image/jpeg"),
  ],
};

describe("Picture", () => {
  it("offers the better encoding first, and the plain one by the img itself, each in all widths", () => {
    const { container } = render(<Picture picture={picture} alt="Sky" sizes="50vw" />);
    const sources = [...container.querySelectorAll("source")].map((each) => [each.type, each.srcset, each.sizes]);
    expect(sources).toEqual([["image/webp", "/pictures/x-320.webp 320w, /pictures/x-640.webp 640w", "50vw"]]);
    const [img, ...others] = container.querySelectorAll("img");
    expect(others).toEqual([]);
    expect(img?.getAttribute("srcset")).toBe("/pictures/x-320.jpg 320w, /pictures/x-640.jpg 640w");
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

  it("shows its preview behind itself, to eyes alone and without a style of its own", () => {
    const preview = "data:image/webp;base64,AAAA";
    const { container, getAllByRole } = render(<Picture picture={{ ...picture, preview }} alt="Sky" sizes="50vw" />);
    expect(getAllByRole("img")).toHaveLength(1);
    expect(container.querySelector("img")?.getAttribute("src")).toBe(preview);
    expect(container.querySelector("[style]")).toBeNull();
  });
});
