/** Runs a step once the browser has painted what has changed so far; in a page that is not on view, once it is again. */
export function whenPainted(step: () => void): void {
  requestAnimationFrame(() => setTimeout(step));
}
