/**
 * `npm run bench:browser -- [rows …] [rounds=5] [throttle=1,4] [seconds=560] [lighthouse=with]`; `-- 150 rounds=1 throttle=1` takes a
 * minute, half of it Lighthouse's. `lighthouse=without` leaves it out, `lighthouse=only` all else.
 */

const choices = /** @type {const} */ (['with', 'without', 'only']);

/** @param {readonly string[]} given */
export function readOptions(given) {
  const named = new Map(
    given.filter((text) => text.includes('=')).map((text) => /** @type {[string, string]} */ (text.split('='))),
  );
  const sizes = given.filter((text) => !text.includes('=')).map(Number);
  const lighthouse = choices.find((choice) => choice === (named.get('lighthouse') ?? 'with'));
  if (!lighthouse) throw new Error(`lighthouse is one of ${choices.join(', ')}: ${given.join(' ')}`);
  const options = {
    sizes: sizes.length > 0 ? sizes : [150, 10_000, 100_000],
    rounds: Number(named.get('rounds') ?? 5),
    /** As many rounds as end in this time. */
    seconds: Number(named.get('seconds') ?? 560),
    throttles: (named.get('throttle') ?? '1,4').split(',').map(Number),
    lighthouse,
  };
  if ([...options.sizes, options.rounds, ...options.throttles].every((number) => number >= 1)) return options;
  throw new Error(`Rows, rounds and throttle are numbers from 1 on: ${given.join(' ')}`);
}
