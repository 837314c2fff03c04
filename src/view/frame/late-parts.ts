/** The parts that stand beside the sheet or are asked for in it, in one file: see `../shared/later.ts`. */
import '../later.css';

export { default as Completion } from '../grid/Completion.svelte';
export { default as GridOverlays } from '../grid/GridOverlays.svelte';
export { default as NameList } from '../grid/NameList.svelte';
export { cycleRegion } from '../shared/region.ts';
export { makeHands } from '../grid/make-hands.ts';
export { default as SidePanel } from '../panel/SidePanel.svelte';
export { default as RenameField } from '../scenario/RenameField.svelte';
export { default as ScenarioMenu } from '../scenario/ScenarioMenu.svelte';
export * as scenarioSteps from '../../state/scenario-steps.ts';
export { default as Banners } from './Banners.svelte';
export { default as OutlinePane } from './OutlinePane.svelte';
export { default as StatusFacts } from './StatusFacts.svelte';
