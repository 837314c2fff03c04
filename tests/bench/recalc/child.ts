/**
 * One engine's turn with one sheet, in a process of its own: `child.mjs <group> <engine>` prints seconds per piece of work and
 * the results for each line of the group, and the bytes that the built sheet holds; `child.mjs` alone prints the lines.
 */
import { engineContestant, loopContestant, type Contestant } from './contestant.ts';
import { hyperformula } from './hyperformula.ts';
import { mathjs } from './mathjs.ts';
import { ours } from './ours.ts';
import { groups } from './workloads.ts';
import type { BuiltSheet, Engine, Group } from './workload.ts';

interface Measured {
  readonly title: string;
  readonly seconds: number;
  readonly results: readonly number[];
}

const engines: ReadonlyMap<string, Engine> = new Map([
  ['ours', ours],
  ['hyperformula', hyperformula],
  ['mathjs', mathjs],
]);

/** How long a line is measured, after half as long of warming up, and how often its work is repeated at least. */
const budgetSeconds = 0.3;
/** Work that takes longer than this is done once. */
const longSeconds = 2;

const [groupName, engineName = ''] = process.argv.slice(2);
if (groupName === undefined) console.log(JSON.stringify(Array.from(groups, tableLines)));
else {
  const group = groups.get(groupName);
  if (!group) throw new Error(`No group ${groupName}`);
  console.log(JSON.stringify(engineName === 'loops' ? { lines: runLoops(group) } : await runEngine(group, engineName)));
}

function tableLines([name, { lines }]: [string, Group]) {
  return { name, lines: lines.map(({ title, goal }) => ({ title, goal })) };
}

function runLoops({ sheet, lines }: Group): Measured[] {
  return lines.flatMap((line) => {
    const contestant = loopContestant(line, sheet);
    return contestant ? [{ title: line.title, ...measure(contestant) }] : [];
  });
}

async function runEngine({ sheet, lines }: Group, name: string): Promise<{ lines: Measured[]; bytes: number }> {
  const prepare = engines.get(name);
  if (!prepare) throw new Error(`No engine ${name}`);
  const build = await prepare(sheet);
  const before = heldBytes();
  let built: BuiltSheet | undefined;
  const buildSeconds = timed(() => (built = build()));
  const bytes = heldBytes() - before;
  if (!built) throw new Error('Nothing built');
  const measured: Measured[] = [];
  for (const line of lines) {
    const contestant = engineContestant(line, sheet, built, name === 'ours');
    measured.push({
      title: line.title,
      ...(contestant ? measure(contestant) : { seconds: buildSeconds, results: built.valuesOf(line.watched) }),
    });
    contestant?.restore();
  }
  return { lines: measured, bytes };
}

function measure({ work, results, part, comparedRounds }: Contestant): {
  seconds: number;
  results: readonly number[];
} {
  const first = timed(() => {
    work(0);
  });
  for (let round = 1; round < comparedRounds; round++) work(round);
  const compared = results();
  if (first >= longSeconds) return { seconds: first / part, results: compared };
  // Pieces of work too short for the clock are timed by the hundred or thousand.
  let perTiming = 1;
  let round = comparedRounds;
  const repeat = (): void => {
    for (let i = 0; i < perTiming; i++) work(round++);
  };
  const warmUpEnds = performance.now() + budgetSeconds * 500;
  while (performance.now() < warmUpEnds) if (timed(repeat) < 0.001) perTiming *= 2;
  const timings: number[] = [];
  const ends = performance.now() + budgetSeconds * 1000;
  while (timings.length === 0 || performance.now() < ends) timings.push(timed(repeat) / perTiming);
  // The fastest tenth: what else the machine does only ever adds time.
  timings.sort((a, b) => a - b);
  return { seconds: (timings[Math.floor(timings.length / 10)] ?? NaN) / part, results: compared };
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

function heldBytes(): number {
  const collect = (globalThis as { gc?: () => void }).gc;
  if (!collect) throw new Error('Run with --expose-gc');
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
