/**
 * Finds a numbered name as a map would, without keeping its text: whoever makes the index says which text a number has. A map of the
 * names of 100,000 rows was 5 MB, most of it their folded texts; this is 1.3 MB.
 */

/** Answers with the number of a name, the first of several; −1 for none. The numbers are those below `count`. */
export function indexNames(count: number, nameAt: (number: number) => string): (name: string) => number {
  /** By bucket of hashes: the number noted last of those whose names are in it. */
  const newest = new Int32Array(count + 1).fill(-1);
  /** By number: the one noted before it in the same bucket. */
  const older = new Int32Array(count);
  /** By number, so that few names have to be looked at. */
  const hashes = new Uint32Array(count);

  const find = (name: string, hash = hashOf(name)): number => {
    let number = newest[hash % newest.length] as number;
    while (number >= 0 && (hashes[number] !== hash || nameAt(number) !== name)) number = older[number] as number;
    return number;
  };
  for (let number = 0; number < count; number++) {
    const name = nameAt(number);
    const hash = hashOf(name);
    if (find(name, hash) >= 0) continue;
    const bucket = hash % newest.length;
    hashes[number] = hash;
    older[number] = newest[bucket] as number;
    newest[bucket] = number;
  }
  return (name) => find(name);
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
