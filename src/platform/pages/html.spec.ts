import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { html, raw } from './html.js';

describe('html', () => {
  it('escapes every value, in text and in an attribute', () => {
    const name = `<b onclick="x('&')">`;
    expect(html`<p title="${name}">${name}</p>`.toString()).toBe(
      '<p title="&lt;b onclick=&quot;x(&#39;&amp;&#39;)&quot;&gt;">&lt;b onclick=&quot;x(&#39;&amp;&#39;)&quot;&gt;</p>',
    );
  });

  it('escapes a text once, however deep it stands', () => {
    const inner = html`<i>${'a & b'}</i>`;
    expect(html`<p>${[inner, [inner, '<']]}</p>`.toString()).toBe('<p><i>a &amp; b</i><i>a &amp; b</i>&lt;</p>');
  });

  it('prints numbers, also zero, and nothing for what is absent', () => {
    expect(html`${0}|${null}|${undefined}|${false}|${''}|${[]}`.toString()).toBe('0|||||');
  });

  it('takes only what raw was given as it is', () => {
    expect(html`${raw('<br>')}${'<br>'}`.toString()).toBe('<br>&lt;br&gt;');
  });

  it('never lets a text out of its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const printed = html`<a title="${text}">${text}</a>`.toString();
        const inside = printed.slice('<a title="'.length, -'</a>'.length);
        expect(inside.split('">')).toHaveLength(2);
        expect(inside.replace('">', '')).not.toMatch(/[<>"']/);
      }),
    );
  });
});
