import type { ExecutionContext } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import type { AppConfig } from '@app/platform/config/app-config.js';
import { isOwnAddress, LoopbackGuard } from './loopback.guard.js';

interface Caller {
  readonly remoteAddress: string;
  readonly ip: string;
  readonly hostname: string;
}

const atThisMachine: Caller = { remoteAddress: '127.0.0.1', ip: '127.0.0.1', hostname: 'localhost' };

function lets(caller: Partial<Caller>, demonstration = true): boolean {
  const { remoteAddress, ip, hostname } = { ...atThisMachine, ...caller };
  const request = { socket: { remoteAddress }, ip, hostname };
  const context = { switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext;
  const guard = new LoopbackGuard({ demonstration, publicUrl: 'http://voorbeeld.localdomain:3000' } as AppConfig);
  try {
    return guard.canActivate(context);
  } catch {
    return false;
  }
}

describe('the loopback guard', () => {
  it('lets in whoever is at this machine', () => {
    expect(lets({})).toBe(true);
    expect(lets({ remoteAddress: '::1', ip: '::1', hostname: '127.0.0.1' })).toBe(true);
    expect(lets({ hostname: 'voorbeeld.localdomain' })).toBe(true);
  });

  it('is not there for anyone else, nor through a proxy, nor under the name of another site', () => {
    expect(lets({ remoteAddress: '192.0.2.7', ip: '192.0.2.7' })).toBe(false);
    expect(lets({ ip: '192.0.2.7' })).toBe(false);
    expect(lets({ remoteAddress: '192.0.2.7' })).toBe(false);
    expect(lets({ hostname: 'elders.example' })).toBe(false);
  });

  it('is not there outside the demonstration', () => {
    expect(lets({}, false)).toBe(false);
  });
});

describe('isOwnAddress', () => {
  it('knows this machine in both notations', () => {
    for (const address of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])
      expect(isOwnAddress(address)).toBe(true);
    for (const address of ['10.0.0.1', '::ffff:10.0.0.1', 'fe80::1', undefined])
      expect(isOwnAddress(address)).toBe(false);
  });
});
