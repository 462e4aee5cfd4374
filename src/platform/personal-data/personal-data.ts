import { Inject, Injectable, SetMetadata } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { Transaction } from '../database/unit-of-work.js';

const HOLDS = 'zb:holds-personal-data';

/** A part of the service that keeps something of people. Every call comes in a system transaction. */
export interface PersonalDataHolder {
  /** Everything kept of this person that is theirs: never a word, name or address of somebody else. */
  exportOf(tx: Transaction, personId: string): Promise<Readonly<Record<string, unknown>>>;
  /** Ends what is running and takes away every word; what stays (ids, moments, counts) must lead to nobody. */
  erase(tx: Transaction, personId: string): Promise<void>;
  /** True when the person took part since then (product clock, milliseconds), also without signing in. */
  wasActiveSince?(tx: Transaction, personId: string, since: number): Promise<boolean>;
}

/** Declares a class as a keeper of personal data; the name is the subject's name in an export. Order: smallest first. */
export function HoldsPersonalData(name: string, order: number): ClassDecorator {
  return SetMetadata(HOLDS, { name, order });
}

interface Held {
  readonly name: string;
  readonly order: number;
  readonly holder: PersonalDataHolder;
}

/** Everyone who keeps something of people, found by their declaration, so that no feature is forgotten. */
@Injectable()
export class PersonalDataHolders {
  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  /** What each holder keeps of a person, by subject. */
  async exportOf(tx: Transaction, personId: string): Promise<Readonly<Record<string, unknown>>> {
    const data: Record<string, unknown> = {};
    for (const { name, holder } of this.all()) data[name] = await holder.exportOf(tx, personId);
    return data;
  }

  /** Erases last what came first: the account, and with it the key, outlives what is written under it. */
  async erase(tx: Transaction, personId: string): Promise<void> {
    for (const { holder } of this.all().toReversed()) await holder.erase(tx, personId);
  }

  async wasActiveSince(tx: Transaction, personId: string, since: number): Promise<boolean> {
    for (const { holder } of this.all()) if (await holder.wasActiveSince?.(tx, personId, since)) return true;
    return false;
  }

  private all(): readonly Held[] {
    return this.discovery
      .getProviders()
      .flatMap(({ metatype, instance }) => {
        const declared = metatype && this.reflector.get<Omit<Held, 'holder'> | undefined>(HOLDS, metatype);
        return declared ? [{ ...declared, holder: instance as PersonalDataHolder }] : [];
      })
      .toSorted((a, b) => a.order - b.order);
  }
}
