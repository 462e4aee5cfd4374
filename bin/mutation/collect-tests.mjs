/** As much of `@jest/globals` as the tests of the rules use: they are pure, so nothing has to be waited for. */
import { format } from 'node:util';
import { expect } from 'expect';

/** Puts the tests of a room together. `packages` is what the test files import, `tests` what they told. */
export function collector() {
  const tests = [];
  let file = '';
  let names = [];
  let before = [];

  const describe = (name, body) => {
    const outside = { names, before };
    names = [...names, name];
    before = [...before];
    body();
    ({ names, before } = outside);
  };
  const it = (name, body) => {
    tests.push({ id: [file, ...names, name].join(' > '), file, before, body });
  };
  it.each = (table) => (name, body) => {
    table.forEach((row, index) => {
      const values = Array.isArray(row) ? row : [row];
      it(`${format(name, ...values).slice(0, 200)} (${index})`, () => body(...values));
    });
  };
  const beforeAll = (body) => {
    let done = false;
    before.push(() => {
      if (!done) body();
      done = true;
    });
  };

  return {
    tests,
    packages: { '@jest/globals': { describe, it, expect, beforeAll } },
    entering: (path) => {
      file = path;
      before = [];
    },
  };
}
