/** Writes formats 2 and 3; see `layout.ts` for what the bytes mean. */
import type { InputDocument } from '../../core/scenario/document.ts';
import { ByteWriter } from './bytes.ts';
import { firstTime, hashVersion, knownDatasets, slots, slotsOf2, tagCount, tags, versionKinds } from './layout.ts';
import { indicatorCode } from './indicator-codes.ts';
import type { LinkContents, LinkDocument } from './link-contents.ts';
import { knownPatterns, splitText } from './text-pattern.ts';

type Cells = ReadonlyMap<string, InputDocument>;

/** With the year or the name that the slot leaves open. */
interface Slot {
  readonly slot: number;
  readonly year?: number;
  readonly name?: string;
}

export function packContents(contents: LinkContents): Uint8Array<ArrayBuffer> {
  return new Packer(contents).toBytes();
}

class Packer {
  readonly #shapes = new ByteWriter();
  readonly #numbers = new ByteWriter();
  readonly #texts = new ByteWriter();
  readonly #patterns = new Map(knownPatterns.map((pattern, index) => [pattern, 2 * index]));
  #newPatterns = 0;
  readonly #contents: LinkContents;

  constructor(contents: LinkContents) {
    this.#contents = contents;
    const rows = new Set<string>();
    this.#dataset();
    this.#shapes.count(contents.documents.length);
    for (const document of contents.documents) {
      for (const row of this.#document(document)) rows.add(row);
    }
    for (const row of inOrder(rows)) this.#numbers.number(contents.figures.get(row));
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    const whole = new ByteWriter();
    whole.part(this.#shapes);
    whole.part(this.#numbers);
    whole.part(this.#texts);
    return whole.toBytes();
  }

  #dataset(): void {
    const { dataset, baseYear, projected } = this.#contents;
    const known = knownDatasets.indexOf(dataset.id);
    this.#shapes.count(known + 1);
    if (known < 0) this.#texts.text(dataset.id);
    if (hashVersion.test(dataset.version)) {
      this.#shapes.byte(versionKinds.hash);
      // Among the texts, for the shapes of different links are to look alike.
      for (let at = 0; at < 8; at += 2) this.#texts.byte(parseInt(dataset.version.slice(at, at + 2), 16));
    } else {
      this.#shapes.byte(versionKinds.text);
      this.#texts.text(dataset.version);
    }
    this.#shapes.count(baseYear);
    this.#shapes.count(projected);
  }

  /** The rows that it names. */
  #document({ name, note, author, modified, cells }: LinkDocument): readonly string[] {
    for (const text of [name, note, author]) this.#texts.text(text);
    const time = Math.floor((Date.parse(modified) - firstTime) / 1000);
    this.#shapes.count(time > 0 ? time : 0);
    const rows = new Map<string, Map<string, InputDocument>>();
    for (const [cell, input] of cells) {
      const at = cell.indexOf('@');
      const row = cell.slice(0, at);
      const ofRow = rows.get(row) ?? new Map<string, InputDocument>();
      rows.set(row, ofRow.set(cell.slice(at + 1), input));
    }
    const names = inOrder(rows.keys());
    this.#shapes.count(names.length);
    let before = 0;
    for (const row of names) {
      const code = indicatorCode(row);
      this.#shapes.count(code === undefined ? 0 : code - before);
      if (code === undefined) this.#text(row);
      else before = code;
      this.#row(rows.get(row) ?? new Map<string, InputDocument>());
    }
    return names;
  }

  #row(cells: Cells): void {
    const common = this.#commonYear(cells);
    const isCommon = (column: string, input: InputDocument): boolean =>
      common?.input === input && common.years.has(column);
    const own = [...cells].filter(([column, input]) => !isCommon(column, input));
    const absent = common ? [...common.years].filter((column) => !cells.has(column)) : [];
    this.#shapes.count(own.length + absent.length + (common ? 1 : 0));
    for (const [column, input] of own) this.#operation(this.#slot(column), input);
    for (const column of absent) this.#shapes.count(this.#slot(column).slot * tagCount + tags.absent);
    if (common) this.#operation({ slot: slots.years }, common.input);
  }

  /** What most projected years hold, where saying it once and naming the others is shorter. */
  #commonYear(cells: Cells): { readonly input: InputDocument; readonly years: ReadonlySet<string> } | undefined {
    const { baseYear, projected } = this.#contents;
    const years = new Set(Array.from({ length: projected }, (_, index) => String(baseYear + 1 + index)));
    const counts = new Map<InputDocument, number>();
    let present = 0;
    for (const [column, input] of cells) {
      if (!years.has(column)) continue;
      present += 1;
      counts.set(input, (counts.get(input) ?? 0) + 1);
    }
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    return most && 1 + years.size - most[1] < present ? { input: most[0], years } : undefined;
  }

  #slot(column: string): Slot {
    if (column === 'growth' || column === 'path' || column === 'held') return { slot: slots[column] };
    if (!/^(?:growth-)?\d{4}$/.test(column)) return { slot: slotsOf2.named, name: column };
    const isGrowth = column.startsWith('growth-');
    const year = Number(column.slice(isGrowth ? 'growth-'.length : 0));
    const place = year - this.#contents.baseYear;
    if (place === 0 && !isGrowth) return { slot: slots.baseYear };
    if (place < 1 || place > this.#contents.projected) {
      return { slot: isGrowth ? slots.otherYearGrowth : slots.otherYear, year };
    }
    return { slot: slotsOf2.firstYear + 2 * (place - 1) + (isGrowth ? 1 : 0) };
  }

  #operation({ slot, year, name }: Slot, input: InputDocument): void {
    const tag =
      input === null
        ? tags.blank
        : typeof input === 'number'
          ? tags.number
          : input.startsWith('=')
            ? tags.formula
            : tags.text;
    this.#shapes.count(slot * tagCount + tag);
    if (year !== undefined) this.#shapes.count(year);
    if (name !== undefined) this.#text(name);
    if (typeof input === 'number') this.#numbers.number(input);
    if (typeof input === 'string') this.#text(input.slice(1));
  }

  /** Known patterns have even numbers, those that the link brings along odd ones, in the order in which they first come. */
  #text(text: string): void {
    const { pattern, numbers } = splitText(text);
    let index = this.#patterns.get(pattern);
    if (index === undefined) {
      index = 2 * this.#newPatterns + 1;
      this.#newPatterns += 1;
      this.#patterns.set(pattern, index);
      this.#texts.text(pattern);
    }
    this.#shapes.count(index);
    for (const number of numbers) this.#numbers.number(number);
  }
}

/** Rows with a code by their codes, then the others by their ids: the order in which rows and figures are written. */
export function inOrder(rows: Iterable<string>): readonly string[] {
  const code = (row: string): number => indicatorCode(row) ?? Infinity;
  return [...rows].sort((a, b) => {
    const [first, second] = [code(a), code(b)];
    if (first !== second) return first - second;
    return a < b ? -1 : Number(a > b);
  });
}
