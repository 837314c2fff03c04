/**
 * `npm run bench`: our calculation beside HyperFormula, mathjs and hand-written loops, on the same work in one run. Each engine
 * has a process of its own for each sheet; all stay alive while the sheet's lines are measured, line by line, in short turns one
 * after the other. Results are compared before anything is timed.
 *
 * A ratio is the median of the ratios of neighbouring turns, not the ratio of two medians: what slows the machine for a second
 * slows both turns of a pair and so leaves their ratio alone, while medians of all turns may come from different seconds.
 * New processes in each round, because where the compiler and the memory put things differs from one process to the next.
 *
 * `npm run bench -- planner chain` runs some sheets only; `SECONDS=300` gives more time, `ROUNDS=9` more rounds.
 */
import { fork } from 'node:child_process';
import { bundleForNode } from '../tools/bundle.mjs';
import { atLeast, atMost, mark, median, printOccasion, row, times } from './report.mjs';

const mostRounds = Number(process.env.ROUNDS ?? 3);
const budgetMs = Number(process.env.SECONDS ?? 130) * 1000;
const turnsPerRound = 5;
/** An engine that takes longer than this over its first turn with a line has no other. */
const longTurnMs = 3000;
/** Ours and the loops stand side by side: theirs is the ratio nearest to its goal. */
const engines = ['hyperformula', 'ours', 'loops', 'mathjs'];

const program = await bundleForNode('tests/bench/recalc/child.ts');

/** @param {string[]} args */
const start = (...args) => fork(program, args, { execArgv: ['--expose-gc'], serialization: 'advanced' });

/** The next message. @param {import('node:child_process').ChildProcess} child @returns {Promise<any>} */
const answerOf = (child) =>
  new Promise((resolve, reject) => {
    const fail = (/** @type {number | null} */ code) =>
      reject(new Error(`${child.spawnargs.join(' ')} ended with ${code}`));
    child.once('exit', fail);
    child.once('message', (message) => {
      child.off('exit', fail);
      resolve(message);
    });
  });

/**
 * @typedef {{ hyperformula?: number, loops?: number }} Goal
 * @typedef {{ name: string, lines: { title: string, goal: Goal }[] }} Group
 * @typedef {{ seconds?: number, results?: number[] }} Turn `seconds` is missing where the engine has no such line
 */

const chosen = process.argv.slice(2);
/** @type {Group[]} */
const groups = (await answerOf(start())).filter(
  (/** @type {Group} */ { name }) => chosen.length === 0 || chosen.includes(name),
);

/** By line and engine, by number of the turn: holes where it had none. @type {Map<string, number[]>} */
const seconds = new Map();
/** By sheet and engine, by round. @type {Map<string, number[]>} */
const bytes = new Map();
/** By line, what the first engine had. @type {Map<string, number[]>} */
const expected = new Map();
/** Lines and engines that have had their one long turn. @type {Set<string>} */
const resting = new Set();
let disagreements = 0;

/** @param {Map<string, number[]>} measured @param {string} key @param {number} index @param {number} value */
function note(measured, key, index, value) {
  const values = measured.get(key) ?? [];
  values[index] = value;
  measured.set(key, values);
}

/** @param {readonly number[]} a @param {readonly number[]} b */
const agree = (a, b) =>
  a.length === b.length && a.every((x, i) => Math.abs(x - (b[i] ?? NaN)) <= 1e-9 * Math.max(1, Math.abs(x)));

/** @param {string} title @param {string} engine @param {number[]} results */
function compare(title, engine, results) {
  const others = expected.get(title) ?? results;
  expected.set(title, others);
  if (agree(others, results)) return;
  disagreements++;
  console.error(`${title}: ${engine} has ${results.join(', ')}, not ${others.join(', ')}`);
}

/** One round of one sheet, in new processes. @param {Group} group @param {number} round */
async function measureGroup({ name, lines }, round) {
  /** @type {Map<string, import('node:child_process').ChildProcess>} */
  const children = new Map();
  for (const engine of engines) {
    const child = start(name, engine);
    children.set(engine, child);
    const built = await answerOf(child);
    if (built.bytes !== undefined) note(bytes, `${name} ${engine}`, round, built.bytes);
  }
  for (const [index, { title }] of lines.entries()) {
    for (let turn = 0; turn < turnsPerRound; turn++) {
      for (const [engine, child] of children) {
        const key = `${title} ${engine}`;
        if (resting.has(key)) continue;
        const began = performance.now();
        child.send(index);
        /** @type {Turn} */
        const taken = await answerOf(child);
        if (performance.now() - began > longTurnMs) resting.add(key);
        if (taken.results) compare(title, engine, taken.results);
        if (taken.seconds !== undefined) note(seconds, key, round * turnsPerRound + turn, taken.seconds);
      }
    }
  }
  for (const child of children.values()) child.kill();
}

/**
 * The edit with few dependents in sheets of all sizes, ours alone and in turns: measured each with its own sheet, the sizes are
 * minutes apart, in which the machine may become twice as fast.
 * @param {number} round
 */
async function measureSameEdit(round) {
  const sheets = sameEdit.map(({ name, index }) => ({ name, index, child: start(name, 'ours') }));
  for (const { child } of sheets) await answerOf(child);
  for (let turn = 0; turn < turnsPerRound; turn++) {
    for (const { name, index, child } of sheets) {
      child.send(index);
      /** @type {Turn} */
      const { seconds: taken = NaN } = await answerOf(child);
      note(seconds, name, round * turnsPerRound + turn, taken);
    }
  }
  for (const { child } of sheets) child.kill();
}

/** By sheet, the line of that edit. */
const sameEdit = groups
  .map(({ name, lines }) => ({ name, index: lines.findIndex(({ title }) => title.endsWith('few dependents')) }))
  .filter(({ index }) => index >= 0);

const started = performance.now();
let rounds = 0;
for (; rounds < mostRounds; rounds++) {
  if (sameEdit.length > 1) await measureSameEdit(rounds);
  for (const group of groups) {
    if (rounds === 0 || performance.now() - started < budgetMs) await measureGroup(group, rounds);
  }
}

/** How many times as long one takes as the other, from turns of the same number. @param {string} a @param {string} b */
function ratio(a, b) {
  const others = seconds.get(b) ?? [];
  const pairs = (seconds.get(a) ?? []).map((time, turn) => time / (others[turn] ?? NaN));
  return median(pairs.filter((x) => !Number.isNaN(x)));
}

/** @param {number} time */
const duration = (time) =>
  time < 1e-5
    ? `${(time * 1e9).toFixed(0)} ns`
    : time < 1e-2
      ? `${(time * 1e6).toFixed(1)} µs`
      : `${(time * 1e3).toFixed(1)} ms`;

printOccasion(`medians of up to ${rounds * turnsPerRound} turns`);
row('work', 'ours', 'faster than HyperFormula', 'goal', 'faster than mathjs', 'times the loops', 'goal');
row('---', ...Array(6).fill('--:'));
for (const { lines } of groups) {
  for (const { title, goal } of lines) {
    const time = median(seconds.get(`${title} ours`));
    const faster = ratio(`${title} hyperformula`, `${title} ours`);
    const slower = ratio(`${title} ours`, `${title} loops`);
    row(
      title,
      duration(time),
      times(faster),
      atLeast(faster, goal.hyperformula),
      times(ratio(`${title} mathjs`, `${title} ours`)),
      times(slower),
      atMost(slower, goal.loops),
    );
  }
}
if (sameEdit.length > 1) {
  const names = sameEdit.map(({ name }) => name);
  const spread = Math.max(...names.flatMap((name) => names.map((other) => ratio(name, other))));
  const sheets = names.map((name) => duration(median(seconds.get(name))));
  console.log(
    `\nThe same edit in a sheet of 1,000, 10,000 and 100,000 cells, in turns: ${sheets.join(', ')}; ` +
      `within ${spread.toFixed(2)}× (goal ${atMost(spread, 1.5)})`,
  );
}
const [weight = NaN, theirs = NaN] = ['ours', 'hyperformula'].map(
  (engine) => median(bytes.get(`100k ${engine}`)) / 1e6,
);
if (weight > 0) {
  console.log(
    `\nMemory at 99,990 formula cells: ${weight.toFixed(1)} MB (goal ≤ 20 ${mark(weight <= 20)}), ` +
      `HyperFormula ${theirs.toFixed(1)} MB`,
  );
}
console.log(`\nAll engines agree to 1e-9: ${disagreements === 0 ? 'yes' : `no, ${disagreements} times`}`);
process.exitCode = disagreements > 0 ? 1 : 0;
