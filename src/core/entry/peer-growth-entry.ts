/** The growth of another region as people type it, `12`, `12%`, `0.1 个百分点`; and back. */
import { normalizeText } from '../formula/normalize.ts';
import { rateFormat } from '../model/format.ts';
import { err, ok, type Result } from '../model/result.ts';
import { readNumber } from './number.ts';
import { printNumber } from './print-number.ts';

const perCent = { label: { zh: '%', en: '%' } };

/** A fraction, above −1; `undefined` for a blank, which assumes nothing. `unreadable`: no number, or less than all of it lost. */
export function parsePeerGrowth(text: string): Result<number | undefined, { readonly code: 'unreadable' }> {
  const normal = normalizeText(text).trim();
  if (normal === '') return ok(undefined);
  const number = readNumber(normal, { format: rateFormat, unit: perCent });
  return number.ok && number.value > -1 ? ok(number.value) : err({ code: 'unreadable' });
}

/** As it would be typed: `12%`. */
export function printPeerGrowth(growth: number): string {
  return printNumber(growth, rateFormat);
}
