import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { createQueryClient } from "#reader/data/queryClient.ts";
import { closeLinks, importLinks } from "#reader/device/outsideLinks.ts";
import { LeavePanel } from "#reader/features/account/sync/LeavePanel.tsx";
import { WordsProvider } from "#reader/i18n/words.ts";
import { anOwnLibrary } from "../../../../support/ownLibrary.ts";
import { wordsIn } from "../../../../support/words.ts";

anOwnLibrary();
afterEach(closeLinks);

test("who signs out is told of links to other sites, which no account has", async () => {
  await importLinks(["a", "b"].map((name) => ({ url: `https://example.com/${name}`, title: name })));
  await closeLinks();
  render(
    <QueryClientProvider client={createQueryClient()}>
      <WordsProvider value={wordsIn("en").page}>
        <LeavePanel onClose={() => {}} signOut={async () => {}} onLeft={() => {}} />
      </WordsProvider>
    </QueryClientProvider>,
  );
  expect(await screen.findByText("2 changes are not in your account. If you sign out now, they are lost.")).toBeVisible();
});
