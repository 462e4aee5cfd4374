import type { GatheringKind } from '@app/contracts/http/gathering-shapes.js';
import { Icon } from '../../parts/icon.js';
import { coffee, heartHandshake, moodSmile, other, soup, trees } from '../../parts/icons.js';

const drawings: Record<GatheringKind, string> = {
  coffee,
  'caregiver-cafe': heartHandshake,
  'young-adults': moodSmile,
  meal: soup,
  walk: trees,
  other,
};

export function GatheringIcon({ kind }: { kind: GatheringKind }) {
  return <Icon drawing={drawings[kind]} />;
}
