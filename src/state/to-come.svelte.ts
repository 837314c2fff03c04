/** Something that is on its way, for those who can use it already and for those who wait. */
export class ToCome<T> {
  #current = $state.raw<T>();
  #waiting: ((arrived: T) => void)[] = [];

  /** `undefined` until it is there. */
  get current(): T | undefined {
    return this.#current;
  }

  /** Somebody waits for it. */
  get isAwaited(): boolean {
    return this.#waiting.length > 0;
  }

  /** Does something with it: at once, or when it comes, in the order of asking. */
  use(action: (arrived: T) => void): void {
    if (this.#current === undefined) this.#waiting.push(action);
    else action(this.#current);
  }

  /** It is there. */
  arrive(arrived: T): void {
    this.#current = arrived;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const action of waiting) action(arrived);
  }
}
