let waiting: (() => void)[] = [];

/** Runs a step once the browser has painted what has changed so far; in a page that is not on view, once it is again. */
export function whenPainted(step: () => void): void {
  // Together, so that what they change is shown together.
  if (waiting.push(step) > 1) return;
  requestAnimationFrame(() => {
    const steps = waiting;
    waiting = [];
    setTimeout(() => {
      for (const next of steps) next();
    });
  });
}

/** Runs a step once the page has had the time to answer what is waiting, a key perhaps; after a fifth of a second it need not. */
export function whenIdle(step: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(step, { timeout: 200 });
  else setTimeout(step);
}
