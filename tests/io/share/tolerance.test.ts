import { describe, expect, it } from 'vitest';
import { decode, encode, scenario, traveller, travellers, typedRate, withGrowth, workbook } from './support.ts';

const growths = withGrowth(workbook.dataset.rows.slice(0, 30), typedRate);
const { plan, code } = await withBothSigns();
const address = `https://plan.example/app/#s=${code}`;
const wrapped = (width: number, by: string): string => code.replace(new RegExp(`.{${width}}(?=.)`, 'g'), `$&${by}`);
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const percent = (text: string): string => text.replace(/[-_]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

/** A scenario in whose code `-` and `_` both stand, for they are what programs change. */
async function withBothSigns() {
  for (let number = 1; ; number += 1) {
    const candidate = scenario(`分享${number}`, growths, { author: '规划处' });
    const text = await encode(candidate);
    if (text.includes('-') && text.includes('_')) return { plan: candidate, code: text };
  }
}

describe('[L4] a link opens from where it stands', () => {
  it.each([
    ['an address', address],
    ['the part behind #', `#s=${code}`],
    ['a query', `https://plan.example/app/?s=${code}`],
    ['a query among others, with a fragment', `https://plan.example/?lang=zh&s=${code}&utm=1#top`],
    ['a bare code', code],
    ['a bare code with blanks around', `\n  ${code}\t\n`],
    ['a message', `请看这个方案：${address} 谢谢！`],
    ['a message that goes on in Latin letters', `see ${address} thanks a lot`],
    ['a message without blanks', `请看${address}，谢谢`],
    ['a bare code in a message', `方案代码 ${code}，请粘贴。`],
    ['an address inside an address', `https://chat.example/jump?to=${encodeURIComponent(address)}`],
    ['the same, twice', `https://chat.example/jump?to=${encodeURIComponent(encodeURIComponent(address))}`],
    ['behind a broken one', `#s=${code.slice(0, 40)}， ${address}`],
    ['behind another long word', `https://plan.example/a-very-long-path-of-letters/ ${code}`],
  ])('%s', async (_what, text) => {
    expect(travellers(await decode(text))).toEqual([traveller(plan)]);
  });
});

describe('[L4] a link survives what programs do to it', () => {
  it.each([
    ['percent signs', `#s=${percent(code)}`],
    [
      'percent signs in capitals',
      `#s=${percent(code).toUpperCase() === code ? code : percent(code).replace(/%5f/g, '%5F')}`,
    ],
    ['percent signs twice', `#s=${encodeURIComponent(percent(code))}`],
    ['punctuation behind', `${address}.`],
    ['a bracket behind', `(${address})`],
    ['Chinese punctuation behind', `《${address}》。`],
    ['a long dash behind', `${address}——见附件`],
    ['quotes', `"${address}"`],
    ['an angle bracket', `<${address}>`],
    ['a Markdown link', `[方案](${address})`],
    ['Markdown emphasis', `_${address}_`],
    ['a mark of omission behind a whole code', `${address}…`],
    ['line breaks at 76', `#s=${wrapped(76, '\r\n')}`],
    ['line breaks at 20', `#s=${wrapped(20, '\n')}`],
    ['a bare code in lines of 10', wrapped(10, '\n')],
    ['quoted lines', `> #s=${wrapped(70, '\n> ')}`],
    ['quoted-printable lines', `#s=${wrapped(75, '=\r\n')}`],
    ['blanks', `#s=${wrapped(33, ' ')}`],
    ['no-break blanks', `#s=${wrapped(33, '\u00a0\u3000')}`],
    ['zero-width blanks', `#s=${wrapped(3, '\u200b')}\u200d\ufeff`],
    ['soft hyphens', `#s=${wrapped(9, '\u00ad')}`],
    ['direction marks', `\u202a${address}\u202c`],
    ['a byte order mark', `\ufeff${code}`],
    ['full-width characters', fullWidth(`#s=${code}`)],
    ['a word processor’s hyphens', `#s=${code.replaceAll('-', '\u2011')}`],
    ['minus signs', `#s=${code.replaceAll('-', '\u2212')}`],
  ])('%s', async (_what, text) => {
    expect(travellers(await decode(text))).toEqual([traveller(plan)]);
  });
});
