/** Compound annual growth rate. `undefined` where it has no meaning: no years, or a value that is not positive. */
export function cagr(first: number, last: number, years: number): number | undefined {
  if (!(years > 0 && first > 0 && last > 0)) return undefined;
  return (last / first) ** (1 / years) - 1;
}
