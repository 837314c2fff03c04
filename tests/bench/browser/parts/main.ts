/** `?part=sparklines`, `?part=plain-sparklines` (what those are measured against) or `?part=chart`: parts of the page alone, drawn anew at each press of the button. */
import { mount, type Component } from 'svelte';
import '../../../../src/view/theme.css';
import '../../../../src/view/later.css';
import Chart from './Chart.svelte';
import PlainSparklines from './PlainSparklines.svelte';
import Sparklines from './Sparklines.svelte';

const parts: Readonly<Record<string, Component>> = {
  sparklines: Sparklines,
  'plain-sparklines': PlainSparklines,
  chart: Chart,
};
const target = document.getElementById('app');
const part = parts[new URLSearchParams(location.search).get('part') ?? ''];
if (!target || !part) throw new Error('index.html has no #app, or there is no such part');
mount(part, { target });
document.documentElement.dataset['app'] = 'ready';
