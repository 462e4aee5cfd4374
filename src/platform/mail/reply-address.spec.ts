import { describe, expect, it } from '@jest/globals';
import { replyAddress, secretIn } from './reply-address.js';

const ours = 'antwoord@leusden.example';
const secret = Buffer.from('00112233445566778899aabbccddeeff', 'hex').toString('base64url');
const address = 'antwoord+00112233445566778899aabbccddeeff@leusden.example';

describe('an address to answer at', () => {
  it('carries its secret in letters that no mail server changes, within what fits before the @', () => {
    expect(replyAddress(ours, secret)).toBe(address);
    expect(address.split('@')[0]!.length).toBeLessThanOrEqual(64);
  });

  it.each([address, address.toUpperCase(), address.replace('leusden', 'Leusden')])('is read back from %s', (given) => {
    expect(secretIn(ours, given)).toBe(secret);
  });

  it.each([
    ours,
    'antwoord+@leusden.example',
    'antwoord+0011@leusden.example',
    'antwoord+00112233445566778899aabbccddeefg@leusden.example',
    'antwoord+00112233445566778899aabbccddeeff00@leusden.example',
    'antwoord+00112233445566778899aabbccddeeff@leusden.example.org',
    'antwoord+00112233445566778899aabbccddeeff@andere.example',
    'vraag+00112233445566778899aabbccddeeff@leusden.example',
    '',
  ])('is not %p', (given) => {
    expect(secretIn(ours, given)).toBeUndefined();
  });
});
