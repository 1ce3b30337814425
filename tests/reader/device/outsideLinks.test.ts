import { act, renderHook, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { closeLinks, importLinks, useOutsideLinks } from "#reader/device/outsideLinks.ts";
import { anOwnLibrary } from "../../support/ownLibrary.ts";

anOwnLibrary();
afterEach(closeLinks);

const link = { url: "https://example.com/a", title: "A" };

test("links that another tab takes off the device, or brings, are gone and here in every tab", async () => {
  const { result } = renderHook(() => useOutsideLinks());
  await act(() => importLinks([link]));
  expect(result.current?.size).toBe(1);
  vi.resetModules();
  const other = await import("#reader/device/outsideLinks.ts");
  await other.forgetLinks();
  await waitFor(() => expect(result.current?.size).toBe(0));
  await other.importLinks([link]);
  await waitFor(() => expect(result.current?.size).toBe(1));
  await other.closeLinks();
});
