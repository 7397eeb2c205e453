import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cssString, escapeForPlotly, html } from '../../../reports/page/escape.ts';

const HOSTILE = '</script><img src=x onerror=alert(1)> $& "quoted" \'single\' \u2028\u2029';

describe('escaping', () => {
  it('leaves no bracket or quote of a value in HTML, but keeps HTML of our own', () => {
    const text = html`<p title="${HOSTILE}">${[html`<b>${HOSTILE}</b>`]}${3}</p>`.text;
    expect(text).not.toMatch(/<img|<\/script/);
    expect(
      text.match(/&lt;\/script&gt;&lt;img src=x onerror=alert\(1\)&gt; \$&amp; &quot;quoted&quot; &#39;single&#39;/g),
    ).toHaveLength(2);
    expect(text.startsWith('<p title="')).toBe(true);
  });

  it('puts any text in a string of a style sheet that nothing in it can end', () => {
    expect(cssString('it\'s \\ </style> \n"Né 12"')).toBe("'it\\27 s \\5c  \\3c \\2f style\\3e  \\a \\22 Né 12\\22 '");
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => /^'(?:[\p{L}\p{N} ]|\\[0-9a-f]{1,6} )*'$/u.test(cssString(text))),
    );
  });

  it('gives plotly entities for brackets at any depth, and leaves its fixed templates alone', () => {
    expect(
      escapeForPlotly({ data: [{ name: '<a href="x">a</a> & b', y: [1, null], hovertemplate: '%{y}<extra></extra>' }] }),
    ).toEqual({ data: [{ name: '&lt;a href="x"&gt;a&lt;/a&gt; &amp; b', y: [1, null], hovertemplate: '%{y}<extra></extra>' }] });
  });
});
