/** The names and functions offered while a formula is written. */
import type { Planner } from '../../state/context.ts';
import { wordAt, splice, type Word } from './draft.ts';

export type Completion = ReturnType<Planner['workspace']['completions']>[number];

export class CompletionList {
  readonly #planner: Planner;
  #index = $state.raw(0);
  /** The word in which an entry was picked with the arrows; it counts for that word alone. */
  #pickedIn = $state.raw<string>();
  /** The word for which the list was closed; it stays closed while that word only grows. */
  #closed = $state.raw<Word>();

  constructor(planner: Planner) {
    this.#planner = planner;
  }

  readonly #word: Word | undefined = $derived.by(() => {
    const { mode, draft } = this.#planner.selection;
    return mode === 'enter' || mode === 'edit' ? wordAt(draft.text, draft.caret) : undefined;
  });

  /** Best first; empty while there is nothing to offer. */
  readonly items: readonly Completion[] = $derived.by(() => {
    const word = this.#word;
    if (!word || (word.start === this.#closed?.start && word.text.startsWith(this.#closed.text))) return [];
    const found = this.#planner.workspace.completions(word.text).slice(0, 8);
    return found.length === 1 && found[0]?.text === word.text ? [] : found;
  });

  get index(): number {
    return this.#pickedIn === this.#word?.text ? Math.min(this.#index, this.items.length - 1) : 0;
  }
  get state(): 'closed' | 'open' | 'chosen' {
    if (this.items.length === 0) return 'closed';
    return this.#pickedIn === this.#word?.text ? 'chosen' : 'open';
  }

  move(step: -1 | 1): void {
    const count = this.items.length;
    this.#index = (this.index + step + count) % count;
    this.#pickedIn = this.#word?.text;
  }

  close(): void {
    this.#closed = this.#word;
  }

  /** A new draft: what was closed or picked in the last one is forgotten. */
  reset(): void {
    this.#closed = undefined;
    this.#pickedIn = undefined;
  }

  /** Puts an entry in the place of the word; a function brings its bracket. */
  accept(index = this.index): void {
    const { selection } = this.#planner;
    const item = this.items[index];
    const word = this.#word;
    if (!item || !word) return;
    const { text, caret } = selection.draft;
    const bracket = item.kind === 'function' && !/^\s*[(（]/u.test(text.slice(caret)) ? '(' : '';
    const next = splice(text, word.start, caret, item.text + bracket);
    selection.write(next.text, next.end);
    this.#closed = { text: item.text, start: word.start };
  }
}
