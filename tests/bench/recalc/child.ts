/**
 * One engine with one sheet, in a process of its own. `child.mjs <group> <engine>` builds the sheet, says what that took and then
 * waits: each message is the number of a line, which is measured once more. `child.mjs` alone says which lines there are.
 */
import { engineContestant, loopContestant, type Contestant } from './contestant.ts';
import { hyperformula } from './hyperformula.ts';
import { mathjs } from './mathjs.ts';
import { ours } from './ours.ts';
import { groups } from './workloads.ts';
import type { BuiltSheet, Engine, Group, Line } from './workload.ts';

interface Turn {
  readonly seconds: number;
  /** What to compare with the other engines; given with a line's first turn. */
  readonly results?: readonly number[];
}

/** What is ready for the lines. The loops have nothing to build. */
interface Ready {
  readonly built?: { readonly seconds: number; readonly bytes: number };
  /** Undefined for a line that this engine has no turn with. */
  readonly takerOf: (line: Line) => Taker | undefined;
}

interface Taker {
  readonly takeTurn: () => Turn;
  /** Puts the sheet back for the next line. */
  readonly restore: () => void;
}

const engines: ReadonlyMap<string, Engine> = new Map([
  ['ours', ours],
  ['hyperformula', hyperformula],
  ['mathjs', mathjs],
]);

/** How long a line is measured in each turn, and how long it is warmed up before the first. */
const turnMs = 60;
const warmUpMs = 150;
/** The first time of work that takes longer than this is its measurement. */
const longSeconds = 2;

const [groupName, engineName = ''] = process.argv.slice(2);
if (groupName === undefined) say(Array.from(groups, tableLines));
else {
  const group = groups.get(groupName);
  if (!group) throw new Error(`No group ${groupName}`);
  const { built, takerOf } = engineName === 'loops' ? readyLoops(group) : await readyEngine(group, engineName);
  answerTurns(group.lines, takerOf);
  say(built);
}

function say(message: unknown): void {
  process.send?.(message ?? {});
}

function tableLines([name, { lines }]: [string, Group]) {
  return { name, lines: lines.map(({ title, goal }) => ({ title, goal })) };
}

/** Between messages the process does nothing, so it takes no time from the one that is being measured. */
function answerTurns(lines: readonly Line[], takerOf: Ready['takerOf']): void {
  let current: Line | undefined;
  let taker: Taker | undefined;
  process.on('message', (index) => {
    const line = lines[Number(index)];
    if (!line) throw new Error(`No line ${String(index)}`);
    if (line !== current) {
      taker?.restore();
      taker = takerOf(line);
      current = line;
    }
    say(taker?.takeTurn());
  });
}

function readyLoops({ sheet }: Group): Ready {
  return {
    takerOf(line) {
      const contestant = loopContestant(line, sheet);
      return contestant && measurer(contestant);
    },
  };
}

async function readyEngine({ sheet }: Group, name: string): Promise<Ready> {
  const prepare = engines.get(name);
  if (!prepare) throw new Error(`No engine ${name}`);
  const build = await prepare(sheet);
  const before = heldBytes();
  const start = performance.now();
  const sheetBuilt: BuiltSheet = build();
  const seconds = (performance.now() - start) / 1000;
  const bytes = heldBytes() - before;
  return {
    built: { seconds, bytes },
    takerOf(line) {
      const contestant = engineContestant(line, sheet, sheetBuilt, name === 'ours');
      if (contestant) return measurer(contestant);
      return { takeTurn: () => ({ seconds, results: sheetBuilt.valuesOf(line.watched) }), restore: () => undefined };
    },
  };
}

function measurer({ work, results, restore, part, comparedRounds }: Contestant): Taker {
  let round = 0;
  // Pieces of work too short for the clock are timed by the hundred or thousand.
  let perTiming = 1;
  const repeat = (): void => {
    for (let i = 0; i < perTiming; i++) work(round++);
  };
  const secondsPerPiece = (): number => {
    const timings: number[] = [];
    const ends = performance.now() + turnMs;
    while (timings.length === 0 || performance.now() < ends) timings.push(timed(repeat) / perTiming);
    // The fastest tenth: what else the machine does only ever adds time.
    timings.sort((a, b) => a - b);
    return (timings[Math.floor(timings.length / 10)] ?? NaN) / part;
  };
  const firstTurn = (): Turn => {
    const first = timed(repeat);
    while (round < comparedRounds) repeat();
    const compared = results();
    if (first >= longSeconds) return { seconds: first / part, results: compared };
    const warmUpEnds = performance.now() + warmUpMs;
    while (performance.now() < warmUpEnds) if (timed(repeat) < 0.001) perTiming *= 2;
    return { seconds: secondsPerPiece(), results: compared };
  };
  return { takeTurn: () => (round === 0 ? firstTurn() : { seconds: secondsPerPiece() }), restore };
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
