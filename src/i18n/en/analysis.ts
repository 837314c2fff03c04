import type { analysis as zh } from '../zh/analysis.ts';

export const analysis: typeof zh = {
  sections: 'Parts of the analysis',
  sectionName: {
    targets: 'Targets',
    goalSeek: 'Goal seek',
    sensitivity: 'Sensitivity',
    chance: 'Chances',
    identities: 'Relations',
    backTest: 'Back-test',
  },
};
