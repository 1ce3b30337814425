import { accountMembership } from "../../data/accountMembership.ts";
import type { StoryCache } from "../../data/storyCache.ts";

/** Removes what the account gave this device as a member's, and what was read with it, once nobody is signed in. */
export async function forgetMembership(cache: StoryCache): Promise<void> {
  if (!accountMembership.read()) return;
  const [{ endMembership }, { showClosed }] = await Promise.all([
    import("../article/members/membership.ts"),
    import("../article/members/openStory.ts"),
  ]);
  await endMembership();
  showClosed(cache, "account");
}
