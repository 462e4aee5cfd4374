import type { Reactions } from '@app/platform/outbox/reactions.js';

/** A moment late is harmless; a moment early would find nothing due. */
export const activationReactions: Reactions = {
  'campaign.set': ({ id, municipalityId, payload, occurredAt }) => [
    {
      name: 'activation.keep-campaign',
      id: `${id}-campaign`,
      data: { municipalityId, campaignId: payload.campaignId },
      delayMs: payload.dueAt > occurredAt ? payload.dueAt - occurredAt + 20 : 0,
    },
  ],
};
