/** The names and functions offered while a formula is written, and behind a name what can stand in its brackets. */
import { completionsOf, type Candidate } from '../../state/completion.ts';
import type { OpenPlan } from '../../state/context.ts';
import { takesIndex } from '../../state/takes-index.ts';
import { splice } from './draft.ts';
import { indexAt, wordAt, type OpenIndex, type Word } from './word-at.ts';

/** What can stand in the brackets behind a name. */
export interface IndexCandidate {
  readonly kind: 'index';
  readonly text: string;
  readonly means: 'before' | 'base' | 'year' | 'growth';
}

export type Completion = Candidate | IndexCandidate;

export class CompletionList {
  readonly #planner: OpenPlan;
  #index = $state.raw(0);
  /** The word in which an entry was picked with the arrows; it counts for that word alone. */
  #pickedIn = $state.raw<string>();
  /** The word for which the list was closed; it stays closed while that word only grows. */
  #closed = $state.raw<Word>();

  constructor(planner: OpenPlan) {
    this.#planner = planner;
  }

  /** The brackets in which the caret stands. */
  readonly #brackets: OpenIndex | undefined = $derived.by(() => {
    const { mode, draft } = this.#planner.selection;
    return mode === 'enter' || mode === 'edit' ? indexAt(draft.text, draft.caret) : undefined;
  });
  /** What an entry of the list would take the place of. */
  readonly #word: Word | undefined = $derived.by(() => {
    const { mode, draft } = this.#planner.selection;
    return this.#brackets ?? (mode === 'enter' || mode === 'edit' ? wordAt(draft.text, draft.caret) : undefined);
  });

  /** Best first; empty while there is nothing to offer. */
  readonly items: readonly Completion[] = $derived.by(() => {
    const word = this.#word;
    if (!word || (word.start === this.#closed?.start && word.text.startsWith(this.#closed.text))) return [];
    const found = this.#brackets
      ? this.#indexes(this.#brackets)
      : completionsOf(this.#planner.workspace, word.text).slice(0, 8);
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
    const next = splice(text, word.start, caret, item.text + bracketAfter(item, text.slice(caret)));
    selection.write(next.text, next.end);
    this.#closed = { text: item.text, start: word.start };
  }

  /** The year before, the base year and the growth; other years once their figures are begun. */
  #indexes({ name, text, afterGrowth }: OpenIndex): readonly IndexCandidate[] {
    const { workspace, selection, preferences } = this.#planner;
    const indexed = takesIndex(workspace, name);
    if (!indexed) return [];
    const { baseYear, years, columns } = workspace.sheet;
    const inYear = columns.find(({ id }) => id === selection.active.column)?.year !== undefined;
    const all: readonly IndexCandidate[] = [
      ...(inYear ? [{ kind: 'index', text: '-1', means: 'before' } as const] : []),
      ...years
        .filter((year) => year === baseYear || text !== '')
        .map((year) => ({ kind: 'index', text: String(year), means: year === baseYear ? 'base' : 'year' }) as const),
      ...(afterGrowth || indexed === 'growth'
        ? []
        : [{ kind: 'index', text: preferences.language === 'zh' ? '增速' : 'growth', means: 'growth' } as const]),
    ];
    return all.filter((found) => found.text.startsWith(text.normalize('NFKC').trim()));
  }
}

/** A function brings its opening bracket and an index its closing one, unless it stands there already. */
function bracketAfter({ kind }: Completion, rest: string): string {
  if (kind === 'function') return /^\s*[(（]/u.test(rest) ? '' : '(';
  if (kind === 'index') return /^\s*[\]］】]/u.test(rest) ? '' : ']';
  return '';
}
