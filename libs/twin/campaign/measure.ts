import { mean } from 'simple-statistics';
import { effectOf, type Effect, type Part } from '../../domain/activation/index.js';
import { intervalOf } from '../figures/intervals.js';
import { parametersWith } from '../parameters.js';
import { policyNamed } from '../policies/registry.js';
import { seedsFor } from '../run/seeds.js';
import { makeWorld } from '../world/world.js';
import { liveYear } from '../year/year.js';
import { TwinCampaign, type LetterAssumptions } from './campaign.js';

/** How long the twin lives: the campaign begins halfway, and its outcome is looked at before the end. */
const days = 110;
const assumed: Omit<LetterAssumptions, 'logits'> = { startDay: 60, organisations: 15 };
const policy = 'ours-balanced';

interface Measured {
  readonly logits: number;
  readonly campaigns: number;
  readonly invited: Part;
  readonly heldOut: Part;
  /** Of everybody drawn in all towns together. */
  readonly effect: Effect;
  /** Mean of the campaigns' differences, with half of its 95% t-interval over the seeds. */
  readonly bySeed: { readonly mean: number; readonly half: number };
  /** Share of single campaigns whose interval holds the mean of all. */
  readonly covered: number;
  readonly letters: number;
}

/** Measures a campaign with letters that do this much, in as many made-up towns. */
function measure(logits: number, seeds: readonly number[]): Measured {
  const campaigns = seeds.map((seed) => {
    const world = makeWorld(parametersWith({}), seed, days);
    const campaign = new TwinCampaign(world.people, seed, { ...assumed, logits });
    liveYear(world, policyNamed(policy), { morning: (lives) => campaign.morning(lives) });
    const { result, letters } = campaign;
    const effect = result && effectOf(result.invited, result.heldOut);
    if (!result || !effect) throw new Error('The year ended before the outcome could be looked at');
    process.stderr.write(`letters worth ${logits} logits, seed ${seed}: ${percent(effect.difference)}\n`);
    return { ...result, effect, letters };
  });
  const sum = (parts: readonly Part[]): Part => ({
    people: parts.reduce((all, { people }) => all + people, 0),
    helped: parts.reduce((all, { helped }) => all + helped, 0),
  });
  const [invited, heldOut] = [sum(campaigns.map((one) => one.invited)), sum(campaigns.map((one) => one.heldOut))];
  const effect = effectOf(invited, heldOut);
  if (!effect) throw new Error('Nobody was drawn');
  const differences = campaigns.map((one) => one.effect.difference);
  const centre = mean(differences);
  return {
    logits,
    campaigns: campaigns.length,
    invited,
    heldOut,
    effect,
    bySeed: intervalOf(differences),
    covered:
      campaigns.filter((one) => one.effect.from <= centre && centre <= one.effect.until).length / campaigns.length,
    letters: campaigns.reduce((all, one) => all + one.letters, 0),
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} of 100`;

function textOf({ logits, campaigns, invited, heldOut, effect, bySeed, covered, letters }: Measured): string {
  return [
    `A letter worth ${logits} logits: ${campaigns} campaigns, ${letters} letters`,
    `  helped within 42 days: ${percent(invited.helped / invited.people)} of ${invited.people} invited, ${percent(heldOut.helped / heldOut.people)} of ${heldOut.people} held out`,
    `  difference ${percent(effect.difference)}, 95% interval ${percent(effect.from)} to ${percent(effect.until)} (Newcombe); over seeds ${percent(bySeed.mean)} +/- ${(100 * bySeed.half).toFixed(1)}`,
    `  ${percent(covered)} of the single campaigns have the mean of all in their interval`,
  ].join('\n');
}

/**
 * Runs campaigns of the product in the twin, against the part that was held out: with a letter that does nothing, which must
 * measure nothing, and with the letter that is assumed. Prints what is assumed; the last line is JSON.
 */
export function measureCampaigns(seeds: number): void {
  const measured = [0, 0.5].map((logits) => measure(logits, seedsFor('reporting', seeds)));
  const about = `Assumed: a letter makes somebody readier by so many logits, fading as thanks do, tires and mutes as an ask does, and nobody refuses further letters; ${assumed.organisations} organisations write at once from day ${assumed.startDay}; policy ${policy}; everything else as in the base of the twin.`;
  process.stdout.write(
    `${about}\n${measured.map(textOf).join('\n')}\n${JSON.stringify({ policy, ...assumed, measured })}\n`,
  );
}
