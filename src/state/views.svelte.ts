/** Which view of the plan is on screen. A view of the page, not of the work: it is neither saved nor undone. */
export type ViewName = 'plan' | 'comparison';

export class Views {
  #current = $state.raw<ViewName>('plan');

  get current(): ViewName {
    return this.#current;
  }

  open(view: ViewName): void {
    this.#current = view;
  }
}
