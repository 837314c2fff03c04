/** What follows the sheet: it is looked at again once a change has been painted, and not in the frame that shows the change. */
import { untrack } from 'svelte';

/** Runs a step once what has changed is painted. */
export type WhenPainted = (step: () => void) => void;

/**
 * What `read` gives, as it was when the page was last painted. Between the change and the paint nothing is read: what was read before is
 * enough to be told that there is something new. Lasts as long as the effect that it is made in.
 */
export function lagging<T>(read: () => T, whenPainted: WhenPainted): { readonly current: T } {
  let current = $state.raw(untrack(read));
  /** A new one after each paint that is waited for. */
  let paint = $state.raw({});
  let seen = untrack(() => paint);
  $effect(() => {
    if (paint !== seen) {
      seen = paint;
      current = read();
    } else {
      whenPainted(() => (paint = {}));
    }
  });
  return {
    get current() {
      return current;
    },
  };
}
