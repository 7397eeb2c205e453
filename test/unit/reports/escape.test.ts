import { describe, expect, it } from 'vitest';
import { escapeForPlotly, html } from '../../../reports/page/escape.ts';

const HOSTILE = '</script><img src=x onerror=alert(1)> $& "quoted" \'single\' \u2028\u2029';

describe('escaping', () => {
  it('leaves no bracket or quote of a value in HTML, but keeps HTML of our own', () => {
    const text = html`<p title="${HOSTILE}">${[html`<b>${HOSTILE}</b>`]}${3}</p>`.text;
    expect(text).not.toMatch(/<img|<\/script/);
    expect(text.match(/&lt;\/script&gt;&lt;img src=x onerror=alert\(1\)&gt; \$&amp; &quot;quoted&quot; &#39;single&#39;/g)).toHaveLength(2);
    expect(text.startsWith('<p title="')).toBe(true);
  });

  it('gives plotly entities for brackets at any depth, and leaves its fixed templates alone', () => {
    expect(escapeForPlotly({ data: [{ name: '<a href="x">a</a> & b', y: [1, null], hovertemplate: '%{y}<extra></extra>' }] }))
      .toEqual({ data: [{ name: '&lt;a href="x"&gt;a&lt;/a&gt; &amp; b', y: [1, null], hovertemplate: '%{y}<extra></extra>' }] });
  });
});
