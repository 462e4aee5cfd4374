import { describe, expect, it } from '@jest/globals';
import { AdministrationError } from './administration-error.js';
import { readCommand } from './arguments.js';

const needed = {
  email: 'frank@example.invalid',
  'given-name': 'Frank',
  'municipality-code': 'GM0327',
  'municipality-name': 'Leusden',
};

const argsOf = (options: Readonly<Record<string, string>>): string[] => [
  'create-administrator',
  ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
];

function faultsOf(args: readonly string[]): readonly string[] {
  try {
    readCommand(args);
  } catch (error) {
    if (error instanceof AdministrationError) return error.faults;
    throw error;
  }
  return [];
}

describe('the arguments of administration', () => {
  it('make an administrator', () => {
    expect(readCommand(argsOf(needed))).toEqual({
      kind: 'create-administrator',
      districts: undefined,
      input: {
        email: 'frank@example.invalid',
        givenName: 'Frank',
        familyName: undefined,
        municipalityCode: 'GM0327',
        municipalityName: 'Leusden',
        hostname: undefined,
      },
    });
  });

  it('explain one request by its id', () => {
    const helpRequestId = '01890a5d-ac96-774b-bcce-b302099a8057';
    expect(readCommand(['explain', helpRequestId])).toEqual({ kind: 'explain', helpRequestId });
    expect(faultsOf(['explain'])).toHaveLength(1);
    expect(faultsOf(['explain', 'alles'])).toHaveLength(1);
    expect(faultsOf(['explain', helpRequestId, helpRequestId])).toHaveLength(1);
  });

  it('take a family name, a host name and a file as well', () => {
    const options = { ...needed, 'family-name': 'de Vries', hostname: 'Buren.Example.nl', districts: 'wijken.json' };
    expect(readCommand(argsOf(options))).toMatchObject({
      districts: 'wijken.json',
      input: { familyName: 'de Vries', hostname: 'buren.example.nl' },
    });
  });

  it('ask for help in more than one way', () => {
    for (const args of [[], ['help'], ['--help'], ['create-administrator', '--help']]) {
      expect(readCommand(args)).toEqual({ kind: 'help' });
    }
  });

  it.each(Object.keys(needed))('say that --%s is required', (name) => {
    const options = Object.fromEntries(Object.entries(needed).filter(([option]) => option !== name));
    expect(faultsOf(argsOf(options))).toEqual([expect.stringMatching(new RegExp(`^--${name}: is required`))]);
  });

  it.each([
    ['email', 'frank'],
    ['given-name', ' '],
    ['family-name', 'a\nb'],
    ['municipality-code', '0327'],
    ['municipality-code', 'GM03270'],
    ['municipality-name', ''],
    ['hostname', 'https://buren.example.nl'],
    ['districts', ''],
  ])('refuse --%s %j, by name', (name, value) => {
    expect(faultsOf(argsOf({ ...needed, [name]: value }))).toEqual([expect.stringMatching(new RegExp(`^--${name}: `))]);
  });

  it('name all faults at once', () => {
    expect(faultsOf(['create-administrator', '--email', 'x'])).toHaveLength(4);
  });

  it.each([
    [['make-coffee'], 'make-coffee'],
    [[...argsOf(needed), 'Vries'], 'Vries'],
    [[...argsOf(needed), '--role', 'desk'], '--role'],
  ])('refuse what they do not know: %j', (args, named) => {
    expect(faultsOf(args)).toEqual([expect.stringContaining(named)]);
  });

  it('make the figures anew, and take nothing with it', () => {
    expect(readCommand(['rebuild-participation'])).toEqual({ kind: 'rebuild-participation' });
    expect(faultsOf(['rebuild-participation', 'all'])).toHaveLength(1);
  });
});
