import { describe, expect, it } from '@jest/globals';
import { effectOf, verdictOf } from '../../domain/activation/index.js';
import { parametersWith } from '../parameters.js';
import { policyNamed } from '../policies/registry.js';
import { makeWorld } from '../world/world.js';
import { liveYear } from '../year/year.js';
import { TwinCampaign, type LetterAssumptions } from './campaign.js';

function campaignIn(seed: number, assumed: Partial<LetterAssumptions>, days = 80): TwinCampaign {
  const world = makeWorld(parametersWith({ registered: 600, requestsPerDay: 2.5 }), seed, days);
  const campaign = new TwinCampaign(world.people.count, seed, {
    logits: 0,
    startDay: 30,
    organisations: 15,
    ...assumed,
  });
  liveYear(world, policyNamed('ours-balanced'), { endDay: (lives) => campaign.endDay(lives) });
  return campaign;
}

describe('a campaign in the twin', () => {
  it('holds out a third, writes to the rest, and looks once', () => {
    const { result, letters } = campaignIn(2, {});
    const all = (result?.invited.people ?? 0) + (result?.heldOut.people ?? 0);
    expect(all).toBeGreaterThan(100);
    expect(result?.heldOut.people).toBe(Math.round(all / 3));
    expect(letters).toBeGreaterThan(0);
    expect(letters).toBeLessThanOrEqual(result?.invited.people ?? 0);
    expect(campaignIn(2, {}).result).toStrictEqual(result);
  });

  it('has no outcome before its time', () => {
    expect(campaignIn(2, {}, 71).result).toBeUndefined();
    expect(campaignIn(2, {}, 73).result?.invited.people).toBeGreaterThan(0);
  });

  it('sends no more letters a day than the organisations may', () => {
    expect(campaignIn(2, { organisations: 1 }).letters).toBeLessThanOrEqual(14 * 15);
  });

  it('finds a letter that does much, and is not sure of one that does nothing', () => {
    const much = campaignIn(4, { logits: 3 }).result!;
    expect(effectOf(much.invited, much.heldOut)!.difference).toBeGreaterThan(0);
    const nothing = campaignIn(4, { logits: 0 }).result!;
    expect(verdictOf(nothing.invited, nothing.heldOut)).toBe('unclear');
  });
});
