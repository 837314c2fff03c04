/**
 * One measurement in a process of its own: `child.mjs <workload> <engine>` prints seconds per piece of work and the results,
 * `child.mjs memory <engine>` the bytes that the built sheet holds.
 */
import { a1Sheet, hyperFormula, ourInputs } from './engines.ts';
import { weighedSheet, workloads } from './workloads.ts';
import type { Engine } from './workload.ts';

const [name = '', engine = ''] = process.argv.slice(2);

/** How long a measurement may take, and how often the work is repeated at least. */
const budgetSeconds = 0.7;
const leastRepeats = 3;
/** Rounds that every engine has done when results are compared. */
const comparedRounds = 3;

if (name === 'memory') console.log(JSON.stringify({ bytes: weigh() }));
else console.log(JSON.stringify(measure()));

function measure(): { seconds: number; results: readonly number[] } {
  const workload = workloads.get(name);
  const make = workload?.engines[engine as Engine];
  if (!workload || !make) throw new Error(`No ${engine} for ${name}`);
  const contestant = make();
  if (workload.cold) {
    const seconds = timed(() => {
      contestant.work(0);
    });
    return { seconds, results: contestant.results() };
  }
  for (let round = 0; round < comparedRounds; round++) contestant.work(round);
  const results = contestant.results();
  // Pieces of work too short for the clock are timed by the hundred or thousand.
  let perTiming = 1;
  let round = comparedRounds;
  const repeat = (): void => {
    for (let i = 0; i < perTiming; i++) contestant.work(round++);
  };
  const warmUpEnds = performance.now() + budgetSeconds * 500;
  while (performance.now() < warmUpEnds) if (timed(repeat) < 0.002) perTiming *= 2;
  const timings: number[] = [];
  const ends = performance.now() + budgetSeconds * 1000;
  while (timings.length < leastRepeats || performance.now() < ends) timings.push(timed(repeat) / perTiming);
  // The fastest tenth: what else the machine does only ever adds time.
  timings.sort((a, b) => a - b);
  return { seconds: timings[Math.floor(timings.length / 10)] ?? NaN, results };
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

function weigh(): number {
  const collect = (globalThis as { gc?: () => void }).gc;
  if (!collect) throw new Error('Run with --expose-gc');
  const inputs = engine === 'ours' ? ourInputs(weighedSheet) : undefined;
  const cells = engine === 'ours' ? undefined : a1Sheet(weighedSheet);
  collect();
  const before = held();
  const built = inputs ? inputs.build() : cells && hyperFormula(cells);
  collect();
  const after = held();
  if (!built) throw new Error('Nothing built');
  return after - before;
}

function held(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
