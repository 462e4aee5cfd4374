import type { Participation } from '@app/contracts/http/participation.js';
import { categoryNames } from '@app/features/associations/index.js';
import { figureDefinitions } from './figure-definitions.js';

/** All definitions, as an answer carries them. */
export function definitionList(): Participation['definitions'] {
  return Object.entries(figureDefinitions).map(([measure, { name, definition, unit, buckets }]) => ({
    measure,
    name,
    definition,
    unit,
    buckets: Object.entries<string>(measure === 'requests-by-category' ? categoryNames : buckets).map(
      ([code, bucketName]) => ({ code, name: bucketName }),
    ),
  }));
}
