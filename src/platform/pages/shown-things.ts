import { Inject, Injectable, SetMetadata } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { Logger } from 'pino';
import type { FoundScreen, ScreenPath } from '@app/contracts/pages/screen-paths.js';
import { Municipalities } from '../identity/municipalities.js';
import { LOGGER } from '../observability/logger.js';

const SHOWS_AT = 'zb:shows-at';

/** Knows of one kind of thing that everybody may see whether it is there. */
export interface ShownThing {
  isShown(municipalityId: string, id: string): Promise<boolean>;
}

/** Declares a class as the one that knows what is shown at a screen. */
export function ShowsAt(path: ScreenPath): ClassDecorator {
  return SetMetadata(SHOWS_AT, path);
}

/**
 * Whether the thing that an address names is gone. Asked only of what everybody may see: of somebody's own requests and
 * agreements the answer to a stranger must not tell whether they exist.
 */
@Injectable()
export class ShownThings {
  private known: ReadonlyMap<string, ShownThing> | undefined;

  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Municipalities) private readonly municipalities: Municipalities,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async isGone({ path, id }: FoundScreen, host: string): Promise<boolean> {
    const thing = this.things().get(path);
    if (thing === undefined || id === undefined) return false;
    try {
      const municipality = await this.municipalities.ofHost(host);
      return !(await thing.isShown(municipality.id, id));
    } catch (error) {
      // The screen itself says best what is wrong, and comes without the database.
      this.logger.warn({ err: error }, 'could not see whether a screen still has its thing');
      return false;
    }
  }

  private things(): ReadonlyMap<string, ShownThing> {
    this.known ??= new Map(
      this.discovery.getProviders().flatMap(({ metatype, instance }) => {
        const path = metatype ? this.reflector.get<ScreenPath | undefined>(SHOWS_AT, metatype) : undefined;
        return path === undefined ? [] : [[path, instance as ShownThing] as const];
      }),
    );
    return this.known;
  }
}
