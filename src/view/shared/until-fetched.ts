/** Fetching what the page cannot do without for long. */

/** Milliseconds; the last one from then on. */
const delays = [1000, 3000, 10_000, 30_000];

/** Tries again until it comes. `onfail` is told of each failure. */
export async function untilFetched<Part>(
  fetchPart: () => Promise<Part>,
  onfail = (): void => undefined,
): Promise<Part> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await fetchPart();
    } catch {
      onfail();
      await new Promise((resolve) => setTimeout(resolve, delays[Math.min(failures, delays.length - 1)]));
    }
  }
}
