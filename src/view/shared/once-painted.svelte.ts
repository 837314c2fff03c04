/** For the marks at the edge of the page: they follow a change once the sheet has been painted with it. */
import { lagging } from '../../state/lagging.svelte.ts';
import { whenPainted } from './when-painted.ts';

/**
 * What `read` gives, as it was when the page was last painted. With these marks in the same frame as the cells, the whole page had to be laid
 * out, and an entry took 11.5 ms and not 10.5 (the bare grid of the bench: 6.2).
 */
export function oncePainted<T>(read: () => T): { readonly current: T } {
  return lagging(read, whenPainted);
}
