/** A link in the making: which scenarios, what goes with them, and what it has come to. */
import type { Scenario, ScenarioId } from '../core/scenario/scenario.ts';
import type { QrModules, ShareCodec, ShareLink, TooLarge } from '../core/scenario/share.ts';
import type { Workspace } from './workspace.svelte.ts';

/** `making` also while none is chosen. */
export type MadeLink =
  | { readonly kind: 'making' }
  | { readonly kind: 'made'; readonly link: ShareLink }
  | { readonly kind: 'tooLarge'; readonly error: TooLarge };

export class ShareDraft {
  readonly #codec: ShareCodec;
  readonly #workspace: Workspace;
  #chosen = $state.raw<ReadonlySet<ScenarioId>>(new Set());
  #author = $state.raw('');
  #note = $state.raw('');
  #made = $state.raw<MadeLink>({ kind: 'making' });
  #latest = 0;

  /** Begins with the open scenario and what is written in it. */
  constructor(workspace: Workspace, codec: ShareCodec) {
    this.#workspace = workspace;
    this.#codec = codec;
    const { scenario } = workspace;
    this.#chosen = new Set([scenario.id]);
    this.#author = scenario.author;
    this.#note = scenario.note;
  }

  /** The scenarios to choose from: the own ones, and the open one. */
  readonly candidates: readonly Scenario[] = $derived.by(() => {
    const { scenarios, scenario } = this.#workspace;
    return scenarios.includes(scenario) ? scenarios : [scenario, ...scenarios];
  });

  get author(): string {
    return this.#author;
  }
  get note(): string {
    return this.#note;
  }
  get made(): MadeLink {
    return this.#made;
  }
  get link(): ShareLink | undefined {
    return this.#made.kind === 'made' ? this.#made.link : undefined;
  }

  isChosen({ id }: Scenario): boolean {
    return this.#chosen.has(id);
  }

  /**
   * In their order here. What is written goes with one scenario in place of its own note and author; of several it goes with
   * those that have none, so that no scenario loses its own. None of it is kept here.
   */
  readonly sent: readonly Scenario[] = $derived.by(() => {
    const chosen = this.candidates.filter(({ id }) => this.#chosen.has(id));
    const [author, note] = [this.#author.trim(), this.#note.trim()];
    if (chosen.length === 1) return chosen.map((scenario) => ({ ...scenario, author, note }));
    return chosen.map((scenario) => ({
      ...scenario,
      author: scenario.author || author,
      note: scenario.note || note,
    }));
  });

  async choose({ id }: Scenario, on: boolean): Promise<void> {
    const chosen = new Set(this.#chosen);
    if (on) chosen.add(id);
    else chosen.delete(id);
    this.#chosen = chosen;
    await this.make();
  }

  async sign(author: string): Promise<void> {
    this.#author = author;
    await this.make();
  }

  async annotate(note: string): Promise<void> {
    this.#note = note;
    await this.make();
  }

  /** Only the latest link is shown, whatever order they are finished in. */
  async make(): Promise<void> {
    const order = ++this.#latest;
    const { sent } = this;
    const encoded = sent.length > 0 ? await this.#codec.encode(sent) : undefined;
    if (order !== this.#latest) return;
    if (!encoded) this.#made = { kind: 'making' };
    else this.#made = encoded.ok ? { kind: 'made', link: encoded.value } : { kind: 'tooLarge', error: encoded.error };
  }

  /** The text of a file with the same scenarios. */
  file(): string {
    return this.#codec.encodeFile(this.sent);
  }

  drawQrCode(address: string): Promise<QrModules> {
    return this.#codec.drawQrCode(address);
  }
}
