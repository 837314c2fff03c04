/** Which view of the plan is on screen. A view of the page, not of the work: it is neither saved nor undone. */
export type ViewName = 'plan' | 'comparison' | 'analysis' | 'peers';

/** A section of the analysis. */
export type AnalysisSection = 'targets' | 'goalSeek' | 'sensitivity' | 'chance' | 'identities' | 'backTest';

export class Views {
  #current = $state.raw<ViewName>('plan');
  #section = $state.raw<AnalysisSection>('targets');

  get current(): ViewName {
    return this.#current;
  }

  /** The section of the analysis that is open, or was when it was last on screen. */
  get section(): AnalysisSection {
    return this.#section;
  }

  open(view: ViewName): void {
    this.#current = view;
  }

  openSection(section: AnalysisSection): void {
    this.#section = section;
    this.#current = 'analysis';
  }
}
