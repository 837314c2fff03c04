/** Calls back once after so many milliseconds, unless the function it answers with is called before. */
export type After = (milliseconds: number, callback: () => void) => () => void;

/** The browser's own timer. Tests pass their own. */
export const after: After = (milliseconds, callback) => {
  const handle = setTimeout(callback, milliseconds);
  return () => clearTimeout(handle);
};
