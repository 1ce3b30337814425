import type { Edition } from "#content/edition/edition.ts";
import { storiesOnDevice } from "../../../device/offlineContent.ts";
import type { SearchProvider } from "../searchProvider.ts";
import { deviceSearch } from "./deviceSearch.ts";

/** The search of the stories that are on the device. Undefined where there is none. */
export async function openDevice(edition: Edition | undefined): Promise<SearchProvider | undefined> {
  const stories = await storiesOnDevice();
  return stories.length === 0 ? undefined : deviceSearch(stories, edition);
}
