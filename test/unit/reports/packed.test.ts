import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base85, DIGITS, packed } from '../../../reports/page/packed.ts';
import { bytesOf } from './bytes-of.ts';

const HOSTILE = '</script><!-- <img src=x onerror=alert(1)> $& "quoted" \'single\' \u2028\u2029';

describe('what a page holds packed', () => {
  it('is written in 85 digits of which none means anything in HTML or in a string of a script', () => {
    expect([DIGITS.length, new Set(DIGITS).size]).toEqual([85, 85]);
    expect(DIGITS).toMatch(/^[!-~]+$/);
    expect(DIGITS).not.toMatch(/[<>&"'`$\\-]/);
  });

  it('is read back by the page to the byte, whatever the bytes and however many are left over', () => {
    for (const byte of [0, 1, 127, 128, 255])
      for (let n = 0; n < 10; n++) expect(bytesOf(base85(new Uint8Array(n).fill(byte)))).toEqual(new Uint8Array(n).fill(byte));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 99 }), (bytes) => {
        expect(bytesOf(base85(bytes))).toEqual(bytes);
      }),
    );
  });

  it('is five characters for four bytes', () => {
    expect([0, 1, 2, 3, 4, 1000].map((n) => base85(new Uint8Array(n)).length)).toEqual([0, 2, 3, 4, 5, 1250]);
  });

  it('ends no script element, whatever was packed', async () => {
    const text = await packed(JSON.stringify({ [HOSTILE]: HOSTILE }));
    expect([...text].filter((digit) => !DIGITS.includes(digit))).toEqual([]);
    expect(JSON.parse(gunzipSync(bytesOf(text)).toString('utf8'))).toEqual({ [HOSTILE]: HOSTILE });
  });
});
