import type { BrowserContext } from "playwright-core";

/** Answers requests to all other hosts with a script or page that does what a payload does. */
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
