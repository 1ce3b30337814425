import type { BrowserContext } from "playwright-core";

/** Stands in for every other host: whatever script or page is asked of one does what a payload does. */
export async function answerOthers(context: BrowserContext, own?: string): Promise<void> {
  await context.route(
    ({ origin, protocol }) => /^https?:$/u.test(protocol) && origin !== own,
    (route) => {
      const isPage = route.request().resourceType() === "document";
      return route.fulfill({
        contentType: isPage ? "text/html" : "text/javascript",
        body: isPage ? "<script>alert(1)</script>" : "alert(1)",
      });
    },
  );
}
