/**
 * How much a shared topic says: log(N/df), the inverse document frequency of
 * text retrieval. 0 for a topic that every story has; the rarer, the more.
 * @param count stories that have the topic
 * @param total stories of the edition
 */
export function rarity(count: number, total: number): number {
  return Math.log(total / count);
}
