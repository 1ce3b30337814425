/** The UTF-16 units that two keys begin with; never half of a character, which UTF-8 could not write. */
export function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared += 1;
  const unit = b.charCodeAt(shared - 1);
  return unit >= 0xd800 && unit < 0xdc00 ? shared - 1 : shared;
}
