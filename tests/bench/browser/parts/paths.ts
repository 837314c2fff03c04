/** Values of 20 rows in 6 years, which differ in every round, and the target of each. */
export function pathsIn(round: number): { values: number[]; target: number }[] {
  return Array.from({ length: 20 }, (_, row) => ({
    values: Array.from({ length: 6 }, (_, year) => (100 + row) * (1 + round / 100) ** year),
    target: 150 + row,
  }));
}
