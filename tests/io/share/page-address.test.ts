import { describe, expect, it } from 'vitest';
import { asksForLink, dropLink, pageAddress, readableAddress } from '../../../src/io/share/page-address.ts';

const at = (address: string) => new URL(address, 'https://example.org');

describe('[L4] a link in the address of the page', () => {
  it.each([
    ['/#s=AQ', true],
    ['/plan/?s=AQ', true],
    ['/?from=mail&s=AQ', true],
    ['/#s%3DAQ', true],
    ['/#s%253DAQ', true],
    ['/', false],
    ['/#sheet', false],
    ['/?rows=10', false],
  ])('%s: %s', (address, expected) => {
    expect(asksForLink(at(address))).toBe(expected);
  });

  it.each([
    ['/plan/?a=1&s=AQ&b=2#sheet', '/plan/?a=1&b=2#sheet', 'https://example.org/plan/?a=1&b=2'],
    ['/plan/#s=AQ', '/plan/', 'https://example.org/plan/'],
    ['/?s=AQ', '/', 'https://example.org/'],
  ])('is taken out of %s, and what else stands there stays', (address, left, page) => {
    let replaced = '';
    const history = {
      state: null,
      replaceState: (_state: unknown, _title: string, next: string) => void (replaced = next),
    };
    dropLink({ location: at(address), history });
    expect(replaced).toBe(left);
    expect(pageAddress(at(address))).toBe(page);
  });

  it('an address without a link is left alone', () => {
    const replaceState = () => {
      throw new Error('replaced');
    };
    dropLink({ location: at('/#sheet'), history: { state: null, replaceState } });
  });

  it('is read as a person sees it, and as it is where it cannot be', () => {
    expect(readableAddress(at('/#s=A中'))).toBe('https://example.org/#s=A中');
    expect(readableAddress(at('/#s=A%E4'))).toBe('https://example.org/#s=A%E4');
  });
});
