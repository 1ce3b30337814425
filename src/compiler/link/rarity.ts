import { roughly } from "./subjects.ts";

/**
 * The weight of a shared topic: log(N/df), the inverse document frequency of
 * text retrieval. 0 for a topic that every story has; higher for rarer topics.
 * By rough numbers, or each new story would change the strips of all others.
 * @param count the number of stories with the topic
 * @param total the number of stories in the edition
 */
export function rarity(count: number, total: number): number {
  return Math.log(roughly(total) / roughly(count));
}
