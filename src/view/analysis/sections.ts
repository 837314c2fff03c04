/** The sections of the analysis, in the order of their tabs. The code of each is fetched when it is first opened. */
import type { Component } from 'svelte';
import type { AnalysisSection } from '../../state/views.svelte.ts';
import type { SectionProps } from './section.ts';

interface Section {
  readonly name: AnalysisSection;
  readonly fetchCode: () => Promise<{ readonly default: Component<SectionProps> }>;
}

export const sections: readonly Section[] = [
  { name: 'targets', fetchCode: () => import('./targets/TargetsSection.svelte') },
  { name: 'goalSeek', fetchCode: () => import('./goal-seek/GoalSeekSection.svelte') },
  { name: 'sensitivity', fetchCode: () => import('./sensitivity/SensitivitySection.svelte') },
  { name: 'chance', fetchCode: () => import('./chance/ChanceSection.svelte') },
  { name: 'identities', fetchCode: () => import('./identities/IdentitiesSection.svelte') },
  { name: 'backTest', fetchCode: () => import('./back-test/BackTestSection.svelte') },
];
