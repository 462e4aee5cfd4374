import type { FactoryProvider } from '@nestjs/common';
import type { Logger } from 'pino';
import { AppConfig } from '@app/platform/config/app-config.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { PdokGeocoder } from '@app/platform/geocoding/pdok-geocoder.js';
import { LOGGER } from '@app/platform/observability/logger.js';
import { AreaDirectory } from '../area-directory.js';
import { FindNeighbourhood } from './find-neighbourhood.js';
import { PostcodeTable } from './postcode-table.js';

/** Our own list first; the register of PDOK for what is not in it, where a deployment turns that on. */
export const findNeighbourhoodFrom: FactoryProvider<FindNeighbourhood> = {
  provide: FindNeighbourhood,
  inject: [UnitOfWork, AreaDirectory, PostcodeTable, AppConfig, LOGGER],
  useFactory: (unitOfWork: UnitOfWork, areas: AreaDirectory, table: PostcodeTable, config: AppConfig, logger: Logger) =>
    new FindNeighbourhood(unitOfWork, areas, [
      table,
      ...(config.geocoderUrl === undefined
        ? []
        : [
            new PdokGeocoder({
              url: config.geocoderUrl,
              onRest: (trouble) => logger.warn({ trouble }, 'the register of addresses is left alone for a while'),
            }),
          ]),
    ]),
};
