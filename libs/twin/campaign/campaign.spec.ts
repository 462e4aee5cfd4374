import { describe, expect, it } from '@jest/globals';
import { effectOf, verdictOf } from '../../domain/activation/index.js';
import { parametersWith } from '../parameters.js';
import { policyNamed } from '../policies/registry.js';
import { DAY, HOUR } from '../../domain/kernel/time.js';
import { localTimeOf, START } from '../calendar.js';
import { makeWorld, type World } from '../world/world.js';
import { Lives } from '../year/lives.js';
import { liveYear } from '../year/year.js';
import { TwinCampaign, type LetterAssumptions } from './campaign.js';

const town = (seed: number, days = 80): World =>
  makeWorld(parametersWith({ registered: 600, requestsPerDay: 2.5 }), seed, days);
const campaignOf = ({ people }: World, seed: number, assumed: Partial<LetterAssumptions> = {}): TwinCampaign =>
  new TwinCampaign(people, seed, { logits: 0, startDay: 30, organisations: 15, ...assumed });

function campaignIn(seed: number, assumed: Partial<LetterAssumptions>, days = 80): TwinCampaign {
  const world = town(seed, days);
  const campaign = campaignOf(world, seed, assumed);
  liveYear(world, policyNamed('ours-balanced'), { morning: (lives) => campaign.morning(lives) });
  return campaign;
}

/** The morning of a day, ten o'clock unless told. */
const morningOf = (day: number, hour = 10): number => START + day * DAY + hour * HOUR;

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

describe('a letter in the twin', () => {
  it('leaves at ten, over nobody’s budget and in nobody’s quiet hours', () => {
    const world = town(2);
    const campaign = campaignOf(world, 2, { segments: ['asked-and-silent'], organisations: 1 });
    liveYear(world, policyNamed('ours-balanced'), {
      morning: (lives) => {
        const before = new Set(campaign.writtenAt.keys());
        campaign.morning(lives);
        for (const [who, at] of campaign.writtenAt) {
          if (before.has(who)) continue;
          expect(localTimeOf(at).minuteOfDay).toBe(600);
          expect(lives.isQuiet(who)).toBe(false);
          expect(lives.asksThisWeek(who)).toBeLessThanOrEqual(world.people.weeklyBudget[who] ?? 0);
          expect(lives.pausedUntil(who)).toBeNull();
        }
      },
    });
    expect(campaign.letters).toBeGreaterThan(20);
    // Not for want of mornings: who has no letter was asked or helped since the draw.
    expect(campaign.letters).toBeLessThan(Math.min(campaign.drawn.invited.length, 14 * 15));
  });

  it('waits for who has no room, rests, or is in quiet hours, and goes to nobody who left the group', () => {
    const world = town(2);
    const lives = new Lives(world);
    const campaign = campaignOf(world, 2, { segments: ['never-asked'], organisations: 100 });
    lives.moveTo(morningOf(30, 3));
    campaign.morning(lives);
    const [full, resting, asked, helped] = campaign.drawn.invited as [number, number, number, number];
    const [heldOut] = campaign.drawn.heldOut as [number];
    expect(campaign.letters).toBe(0);
    lives.moveTo(morningOf(30));
    for (let letter = 0; letter < 7; letter += 1) lives.letter(full);
    lives.decline(resting);
    lives.ask(asked);
    lives.complete(helped);
    campaign.morning(lives);
    const four = [full, resting, asked, helped];
    expect(four.filter((who) => campaign.writtenAt.has(who))).toStrictEqual([]);
    expect(campaign.letters).toBeGreaterThan(100);
    for (const day of [31, 32, 33, 34, 35, 36, 37, 38]) {
      lives.moveTo(morningOf(day));
      campaign.morning(lives);
    }
    expect(four.filter((who) => campaign.writtenAt.has(who))).toStrictEqual([full, resting]);
    expect(campaign.writtenAt.get(full)).toBeGreaterThanOrEqual(morningOf(37));
    expect(campaign.writtenAt.has(heldOut)).toBe(false);
  });

  it('takes a place in the week and is no ask: it tires, and the policy does not hold it against its reader', () => {
    const world = town(2);
    const lives = new Lives(world);
    lives.moveTo(morningOf(30));
    const [reader, other] = [0, 1];
    lives.letter(reader);
    lives.ask(other);
    const counted = (who: number) => [
      lives.asksThisWeek(who),
      lives.asksEver[who],
      lives.fatigue(who),
      lives.mood(who).fatigue,
    ];
    expect(counted(reader)).toStrictEqual([1, 0, 0, 1]);
    expect(counted(other)).toStrictEqual([1, 1, 1, 1]);
    expect(lives.lastAskedAt(reader)).toBeNull();
  });
});
