import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { cellKey, parseColumn, parseIndicatorId, type CellKey } from '../../src/core/model/cell.ts';
import type { CellInput } from '../../src/core/model/input.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import { decodeFile, encodeFile } from '../../src/io/share/file.ts';
import {
  decode,
  encode,
  report,
  scenario,
  timed,
  traveller,
  travellers,
  typedRate,
  valueOf,
  withGrowth,
  workbook,
} from '../io/share/support.ts';
import { Random } from '../support/random.ts';

afterAll(() => expect(Object.keys(Object.prototype)).toEqual([]));

const isLong = process.env['YUCE_LONG'] === '1';

describe('[L1] any scenarios come back from a link and from a file to the last bit', () => {
  const rows = workbook.dataset.rows.map(({ indicator }) => indicator.id);
  const names = ['growth', 'path', 'held', ...workbook.dataset.years.flatMap((year) => [`${year}`, `growth-${year}`])];
  const columns = names.flatMap((name) => parseColumn(name) ?? []);
  const text = fc.string({ unit: 'grapheme', maxLength: 40 });
  const formula = fc.oneof(
    fc.constantFrom(
      'prev*(1+growth)',
      'prev',
      'base*(9000/base)^((year-2020)/5)',
      'rd_spend/gdp',
      'esi_top1pct[2021]*1.05',
    ),
    fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()).map(([a, b]) => `prev*${a}+${b}`),
    text,
  );
  const entry: fc.Arbitrary<CellInput | null> = fc.oneof(
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((value) => ({ kind: 'number' as const, value: value === 0 ? 0 : value })),
    fc
      .integer({ min: -99_999, max: 99_999 })
      .map((value) => ({ kind: 'number' as const, value: value / 1e4 === 0 ? 0 : value / 1e4 })),
    formula.map((source) => ({ kind: 'formula' as const, source })),
    text.map((given) => ({ kind: 'text' as const, text: given })),
    fc.constant(null),
  );
  const cell: fc.Arbitrary<CellKey> = fc
    .tuple(fc.constantFrom(...rows), fc.constantFrom(...columns))
    .map(([row, column]) => cellKey(row, column));
  const changes = fc
    .uniqueArray(fc.tuple(cell, entry), { maxLength: 60, selector: ([one]) => one })
    .map((entries) => new Map(entries));
  const seconds = fc
    .integer({ min: 1, max: 4e9 })
    .map((second) => new Date(Date.UTC(2020, 0, 1) + second * 1000).toISOString());
  const plan: fc.Arbitrary<Scenario> = fc
    .record({ name: text, note: text, author: text, changes, modified: seconds })
    .map(({ changes: patch, ...head }) => scenario('', patch, head));

  it('has an id for every row it uses', () => {
    expect(rows.every((row) => parseIndicatorId(row) === row)).toBe(true);
    expect(columns.length).toBe(names.length);
  });

  it(`${isLong ? 20_000 : 800} times`, { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(plan, { minLength: 1, maxLength: 3 }), async (plans) => {
        const expected = plans.map(traveller);
        expect(travellers(await decode(`#s=${await encode(...plans)}`))).toEqual(expected);
        const file = new TextEncoder().encode(encodeFile(plans, workbook, ''));
        expect(valueOf(await decodeFile(file, workbook)).scenarios.map(traveller)).toEqual(expected);
      }),
      { numRuns: isLong ? 20_000 : 800, seed: 20_250 },
    );
  });
});

describe('[L5] a link that was changed on its way opens as it was or not at all', () => {
  const seed = 412;
  const rounds = isLong ? 1_000_000 : 100_000;
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const foreign = '+/=.,;:!?()[]{}<>"\'…。，）＿－Ａаｋ \n\t\u200b\u00ad%#&~@*|\\é😀\0';

  const characters = (text: string): string[] => Array.from(text);

  type Mutation = (text: string, random: Random) => string;
  const place = (text: string, random: Random): number => random.integer(0, Math.max(0, text.length - 1));
  const splice = (text: string, at: number, drop: number, by = ''): string =>
    text.slice(0, at) + by + text.slice(at + drop);
  const mutations: Readonly<Record<string, Mutation>> = {
    truncate: (text, random) => text.slice(0, place(text, random)),
    behead: (text, random) => text.slice(random.integer(1, 12)),
    change: (text, random) => splice(text, place(text, random), 1, random.pick(characters(alphabet))),
    flip: (text, random) => {
      const at = place(text, random);
      return splice(text, at, 1, String.fromCharCode(text.charCodeAt(at) ^ (1 << random.integer(0, 6))));
    },
    swap: (text, random) => {
      const at = place(text, random);
      return splice(text, at, 2, text.charAt(at + 1) + text.charAt(at));
    },
    exchange: (text, random) => {
      const [a, b] = [place(text, random), place(text, random)];
      return splice(splice(text, a, 1, text.charAt(b)), b, 1, text.charAt(a));
    },
    case: (text, random) => {
      const at = place(text, random);
      const character = text.charAt(at);
      return splice(
        text,
        at,
        1,
        character === character.toLowerCase() ? character.toUpperCase() : character.toLowerCase(),
      );
    },
    insert: (text, random) => splice(text, place(text, random), 0, random.pick(characters(alphabet))),
    remove: (text, random) => splice(text, place(text, random), random.integer(1, 5)),
    repeat: (text, random) => {
      const at = place(text, random);
      return splice(text, at, 0, text.slice(at, at + random.integer(1, 40)));
    },
    foreign: (text, random) =>
      splice(text, place(text, random), random.integer(0, 1), random.pick(characters(foreign))),
    append: (text, random) => text + random.pick(characters(alphabet + foreign)),
    reverse: (text, random) => {
      const at = place(text, random);
      const end = at + random.integer(2, 10);
      return splice(text, at, end - at, characters(text.slice(at, end)).reverse().join(''));
    },
  };

  it(
    `${rounds.toLocaleString('en')} seeded mutations: no crash, no silent change, none over 250 ms`,
    { timeout: 3_600_000 },
    async () => {
      const { rows } = workbook.dataset;
      const plans = [rows.slice(0, 3), rows.slice(10, 30), rows].map((changed, index) =>
        scenario(`方案 ${index}`, withGrowth(changed, typedRate)),
      );
      const links = await Promise.all(
        plans.map(async (plan) => ({ code: await encode(plan), content: traveller(plan) })),
      );
      const random = new Random(seed);
      const kinds = Object.entries(mutations);
      const counts = new Map<string, number>();
      let slowest = 0;
      for (let round = 0; round < rounds; round += 1) {
        const link = random.pick(links);
        const prefix = random.pick(['', '#s=', '#s=', 'https://plan.example/?s=']);
        let text = link.code;
        for (let change = random.chance(0.7) ? 1 : random.integer(2, 4); change > 0; change -= 1)
          text = random.pick(kinds)[1](text, random);
        const { decoded, time } = await timed(prefix + text);
        slowest = Math.max(slowest, time);
        const outcome = decoded.ok ? 'opened as it was' : decoded.error.code;
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
        if (decoded.ok && decoded.value.scenarios.map(traveller).join() !== link.content) {
          expect.fail(`round ${round} of seed ${seed} opened as something else: ${prefix}${text}`);
        }
        if (decoded.ok && (decoded.value.leftOut.length > 0 || decoded.value.otherVersion))
          expect.fail(`round ${round} of seed ${seed}`);
      }
      const listed = [...counts].sort(([, a], [, b]) => b - a).map(([outcome, count]) => `${outcome} ${count}`);
      report(`${rounds} mutated links (seed ${seed}): ${listed.join(', ')}; slowest ${slowest.toFixed(1)} ms`);
      expect(slowest).toBeLessThanOrEqual(250);
      expect(counts.get('damaged') ?? 0).toBeGreaterThan(rounds / 4);
      expect(counts.get('truncated') ?? 0).toBeGreaterThan(rounds / 50);
      expect(counts.get('alphabet') ?? 0).toBeGreaterThan(rounds / 50);
    },
  );
});
