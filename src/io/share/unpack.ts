/** Reads every format; see `layout.ts` for what the bytes mean. Whatever they are, the answer comes soon and takes little memory. */
import { limits } from '../../core/model/limits.ts';
import { err, ok, type Result } from '../../core/model/result.ts';
import type { InputDocument } from '../../core/scenario/document.ts';
import { ByteReader } from './bytes.ts';
import { firstTime, knownDatasets, slotColumn, slots, tagCount, tags, versionKinds, type Slots } from './layout.ts';
import { indicatorOfCode } from './indicator-codes.ts';
import type { LinkContents, LinkDocument } from './link-contents.ts';
import { inOrder } from './pack.ts';
import type { DatasetName, ShareError } from '../../core/scenario/share.ts';
import { fillPattern, knownPatterns } from './text-pattern.ts';

/** A few bytes can stand for many cells and much text, so both are counted for the whole link. */
const mostCells = 5 * limits.changedCells;
const mostCharacters = 8 * limits.expandedLinkBytes;

/** A row that has a code this app does not know yet. */
export interface UnknownRow {
  /** Index of the scenario. */
  readonly scenario: number;
  readonly code: number;
  readonly cells: number;
}

export interface UnpackedLink extends LinkContents {
  readonly unknown: readonly UnknownRow[];
}

/** `layout`: the slots of the link's format. */
export function unpackContents(bytes: Uint8Array, layout: Slots): Result<UnpackedLink, ShareError> {
  const unpacker = new Unpacker(bytes, layout);
  const contents = unpacker.contents();
  const error = unpacker.error;
  return error ? err(error) : ok(contents);
}

class Unpacker {
  readonly #layout: Slots;
  readonly #shapes: ByteReader;
  readonly #numbers: ByteReader;
  readonly #texts: ByteReader;
  readonly #newPatterns: string[] = [];
  readonly #unknown: UnknownRow[] = [];
  #baseYear = 0;
  #projected = 0;
  #cells = 0;
  #characters = 0;
  #limit: ShareError | undefined;

  constructor(bytes: Uint8Array, layout: Slots) {
    this.#layout = layout;
    const whole = new ByteReader(bytes);
    this.#shapes = whole.part();
    this.#numbers = whole.part();
    this.#texts = whole.part();
    if (whole.fault !== undefined || whole.left > 0) this.#shapes.fail();
  }

  get error(): ShareError | undefined {
    if (this.#limit) return this.#limit;
    const fault = [this.#shapes, this.#numbers, this.#texts].find((stream) => stream.fault !== undefined)?.fault;
    return fault === undefined ? undefined : { code: 'shape', at: fault };
  }

  contents(): UnpackedLink {
    const dataset = this.#dataset();
    this.#baseYear = this.#shapes.count();
    this.#projected = this.#within(this.#shapes.count(), 'years', limits.years);
    const count = this.#within(this.#shapes.length(), 'scenarios', limits.scenarios);
    const rows = new Set<string>();
    const documents: LinkDocument[] = [];
    for (let index = 0; index < count && this.#goesOn(); index += 1) documents.push(this.#document(index, rows));
    this.#place('figures');
    const figures = new Map<string, number>();
    for (const row of inOrder(rows)) {
      const figure = this.#numbers.number();
      if (figure !== undefined) figures.set(row, figure);
    }
    if ([this.#shapes, this.#numbers, this.#texts].some(({ left }) => left > 0)) this.#shapes.fail();
    return {
      dataset,
      baseYear: this.#baseYear,
      projected: this.#projected,
      documents,
      figures: new Map([...figures].filter(([row]) => !row.startsWith(unknownPrefix))),
      unknown: this.#unknown,
    };
  }

  #dataset(): DatasetName {
    this.#place('dataset');
    const known = this.#shapes.count();
    const id = known === 0 ? this.#texts.text() : knownDatasets[known - 1];
    if (id === undefined) this.#shapes.fail();
    const kind = this.#shapes.byte();
    if (kind === versionKinds.text) return { id: id ?? '', version: this.#texts.text() };
    if (kind !== versionKinds.hash) this.#shapes.fail();
    const version = [...this.#texts.take(4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return { id: id ?? '', version };
  }

  #document(scenario: number, rows: Set<string>): LinkDocument {
    const at = `scenarios[${scenario}]`;
    this.#place(at);
    const [name, note, author] = [this.#texts.text(), this.#texts.text(), this.#texts.text()];
    const seconds = this.#shapes.count();
    const cells: (readonly [string, InputDocument])[] = [];
    const count = this.#shapes.length();
    let code = 0;
    for (let index = 0; index < count && this.#goesOn(); index += 1) {
      this.#place(`${at}.rows[${index}]`);
      const step = this.#shapes.count();
      code += step;
      const row = step === 0 ? this.#text() : (indicatorOfCode(code) ?? `${unknownPrefix}${code}`);
      rows.add(row);
      const own = this.#row();
      if (row.startsWith(unknownPrefix)) this.#unknown.push({ scenario, code, cells: own.size });
      else for (const [column, input] of own) cells.push([`${row}@${column}`, input]);
    }
    return { name: name ?? '', note: note ?? '', author: author ?? '', modified: this.#time(seconds), cells };
  }

  #row(): ReadonlyMap<string, InputDocument> {
    const cells = new Map<string, InputDocument>();
    const spoken = new Set<string>();
    let common: { readonly input: InputDocument } | undefined;
    const operations = this.#shapes.length();
    for (let index = 0; index < operations && this.#goesOn(); index += 1) {
      const operation = this.#shapes.count();
      const slot = Math.floor(operation / tagCount);
      const tag = operation % tagCount;
      const column = this.#column(slot);
      const input = tag === tags.absent ? undefined : this.#input(tag);
      if (slot === slots.years) {
        if (common || input === undefined) this.#shapes.fail();
        common = { input: input ?? null };
        continue;
      }
      if (spoken.has(column)) this.#shapes.fail();
      spoken.add(column);
      if (input === undefined) continue;
      cells.set(column, input);
      this.#cells += 1;
    }
    for (let place = 1; common && place <= this.#projected; place += 1) {
      const column = String(this.#baseYear + place);
      if (spoken.has(column)) continue;
      cells.set(column, common.input);
      this.#cells += 1;
    }
    this.#within(this.#cells, 'cells', mostCells);
    return cells;
  }

  #column(slot: number): string {
    if (slot === this.#layout.named) return this.#text();
    const needsYear = slot === slots.otherYear || slot === slots.otherYearGrowth;
    return slotColumn(slot, this.#layout, this.#baseYear, needsYear ? this.#shapes.count() : 0);
  }

  #input(tag: number): InputDocument {
    switch (tag) {
      case tags.number:
        return this.#number();
      case tags.formula:
        return `=${this.#text()}`;
      case tags.text:
        return `'${this.#text()}`;
      default:
        return null;
    }
  }

  #number(): number {
    const number = this.#numbers.number();
    if (number === undefined) this.#numbers.fail();
    return number ?? 0;
  }

  #text(): string {
    const index = this.#shapes.count();
    const place = Math.floor(index / 2);
    let pattern = index % 2 === 0 ? knownPatterns[place] : this.#newPatterns[place];
    if (pattern === undefined && index % 2 === 1 && place === this.#newPatterns.length) {
      pattern = this.#texts.text();
      this.#newPatterns.push(pattern);
    }
    if (pattern === undefined) {
      this.#shapes.fail();
      return '';
    }
    this.#characters += pattern.length;
    this.#within(this.#characters, 'texts', mostCharacters);
    return this.#goesOn() ? fillPattern(pattern, () => (this.#goesOn() ? this.#number() : 0)) : '';
  }

  #time(seconds: number): string {
    const time = new Date(firstTime + seconds * 1000);
    // Far future dates print longer than they read.
    return seconds > 0 && time.getTime() < Date.UTC(9999, 0, 1) ? time.toISOString() : '';
  }

  #place(place: string): void {
    for (const stream of [this.#shapes, this.#numbers, this.#texts]) stream.place = place;
  }

  #within(given: number, at: string, limit: number): number {
    if (given <= limit) return given;
    this.#limit ??= { code: 'limit', at, limit, given };
    return 0;
  }

  #goesOn(): boolean {
    return this.error === undefined;
  }
}

/** Marks rows that have a code and no id here. No id begins so. */
const unknownPrefix = '#';
