/**
 * The values of all cells and range nodes, one number each. What is not a number (a blank, an error) is NaN there, so that
 * plain arithmetic carries it along at no cost; what it really is stands beside it in `codes`.
 */
import type { ErrorCode } from '../model/input.ts';

/** What a slot holds, in `Memory.codes`: a number, nothing, or from 2 on an error. */
export const numberCode = 0;
export const blankCode = 1;

const errorCodes: readonly ErrorCode[] = [
  '#DIV/0!',
  '#NUM!',
  '#VALUE!',
  '#NAME?',
  '#REF!',
  '#N/A',
  '#CYCLE!',
  '#ERROR!',
];

export function codeOfError(error: ErrorCode): number {
  return errorCodes.indexOf(error) + 2;
}

/** `undefined` for a number and a blank. */
export function errorOfCode(code: number): ErrorCode | undefined {
  return errorCodes[code - 2];
}

/** An error as it lies in memory. `detail`: for `#N/A` the blank slot, for `#CYCLE!` the ring's number, else −1. */
export interface Fault {
  readonly code: number;
  readonly origin: number;
  readonly detail: number;
}

export class Memory {
  readonly values: Float64Array;
  readonly codes: Uint8Array;
  /** By the slot of a year's value: 1 if the year's own growth has an input and so wins over the row's. */
  readonly filled: Uint8Array;
  /** How many of them are. */
  filledCells = 0;
  /** By slot: of those that hold an error, and of some that held one. Few do: two numbers for each slot were 10 MB at 100,000 rows. */
  readonly #faults = new Map<number, Fault>();

  /** `values`: how many of the slots hold values of years. */
  constructor(slots: number, values: number) {
    this.values = new Float64Array(slots).fill(NaN);
    this.codes = new Uint8Array(slots).fill(blankCode);
    this.filled = new Uint8Array(values);
  }

  setFilled(value: number, filled: boolean): void {
    this.filledCells += Number(filled) - (this.filled[value] as number);
    this.filled[value] = Number(filled);
  }

  /** Whether that changed the slot. The number must be finite (or, in a range node, an empty minimum). */
  setNumber(slot: number, value: number): boolean {
    const old = this.values[slot] as number;
    if (old === value) return false;
    if (old !== old) this.codes[slot] = numberCode;
    this.values[slot] = value + 0; // −0 becomes 0
    return true;
  }

  /** Whether that changed the slot. */
  setBlank(slot: number): boolean {
    if (this.codes[slot] === blankCode) return false;
    this.codes[slot] = blankCode;
    this.values[slot] = NaN;
    return true;
  }

  /** Whether that changed the slot: another code, origin or detail. */
  setFault(slot: number, fault: Fault): boolean {
    const old = this.fault(slot);
    if (old?.code === fault.code && old.origin === fault.origin && old.detail === fault.detail) return false;
    this.values[slot] = NaN;
    this.codes[slot] = fault.code;
    this.#faults.set(slot, fault);
    return true;
  }

  /** The error in a slot; `undefined` for a number and a blank. */
  fault(slot: number): Fault | undefined {
    return (this.codes[slot] as number) > blankCode ? this.#faults.get(slot) : undefined;
  }
}
