import type { identities as zh } from '../zh/identities.ts';

export const identities: typeof zh = {
  hint: 'What has to be true by definition. Where this scenario’s numbers break it, choose which side to change; each is one step of undo.',
  allHold: (relations) => `All ${relations} relations hold in every year.`,
  someBroken: (places) => (places === 1 ? 'One is broken.' : `Broken in ${places} places.`),
  broken: 'Broken relations',
  declared: (relations) => `All relations (${relations})`,
  columns: {
    year: 'Year',
    relation: 'Relation',
    actual: 'Is',
    allowed: 'Has to be',
    excess: 'Difference',
    sides: 'Which side to change',
  },
  atMost: (value) => `at most ${value}`,
  quotient: (left, right, divisor) => `${left} = ${right} ÷ ${divisor}`,
  within: (left, right) => `${left} ≤ ${right}`,
  increase: (left, right) => `rise of ${left} in a year ≤ ${right}`,
  mend: (name, value) => `Set ${name} to ${value}`,
  mended: (name, year) => `${name} of ${year} was changed. Ctrl+Z takes it back.`,
  goTo: (name, year) => `Go to the plan: ${name} ${year}`,
};
