import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AnyPlannedJob } from '@app/contracts/jobs/job-map.js';
import { isQuiet } from '@app/domain/schedule/index.js';
import { localMoment } from '@app/platform/time/local-clock.js';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { Application } from '../support/application.js';

/** Sequences against a real database; `npm run properties -- --database` plays more of them. */
const runs = Number(process.env['SEQUENCES'] ?? 4);
const minute = 60_000;

let scene: Application;
let categories: readonly ('walk-dog' | 'groceries')[];
beforeAll(async () => {
  // Few people with small budgets, so that asking runs into every limit.
  scene = await Application.open({ neighbours: 150, askers: 40, weeklyAskBudget: 2 });
  categories = ['walk-dog', 'groceries'];
});
afterAll(() => scene.close());

type Step =
  | { readonly kind: 'post'; readonly acute: boolean; readonly category: number; readonly place: number }
  | { readonly kind: 'wait'; readonly minutes: number }
  | { readonly kind: 'look' }
  | { readonly kind: 'send' }
  | { readonly kind: 'limit'; readonly budget: number; readonly quietFrom: number; readonly quietHours: number }
  | { readonly kind: 'refuse' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('post' as const),
    acute: fc.boolean(),
    category: fc.nat(1),
    place: fc.nat(27),
  }),
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 3, max: 20 * 60 }) }),
  fc.constant({ kind: 'look' as const }),
  fc.constant({ kind: 'send' as const }),
  fc.record({
    kind: fc.constant('limit' as const),
    budget: fc.integer({ min: 0, max: 3 }),
    quietFrom: fc.nat(1439),
    quietHours: fc.integer({ min: 1, max: 20 }),
  }),
  fc.constant({ kind: 'refuse' as const }),
);

interface Limits {
  readonly budget: number;
  readonly asks: number;
  /** Said no to another ask less than a day ago. */
  readonly rests: boolean;
  readonly quiet: { readonly fromMinute: number; readonly untilMinute: number };
}

/** Plays a sequence through the real planner and the real sender, and looks at each ask that leaves. */
class Play {
  private now = tuesdayAfternoon;
  private held: AnyPlannedJob[] = [];
  private asker = 0;
  asksSent = 0;
  readonly faults: string[] = [];

  async start(): Promise<void> {
    await scene.rows('DELETE FROM ask');
    await scene.rows('DELETE FROM notification');
    await scene.rows(`UPDATE help_request SET status = 'cancelled' WHERE status = 'open'`);
    await scene.rows('UPDATE matching_plan SET next_wave_at = NULL, learn_at = NULL');
    await scene.rows(`UPDATE outbox SET published_at = app_now() WHERE published_at IS NULL`);
    await scene.rows(
      'UPDATE helper_profile SET weekly_ask_budget = 2, quiet_from_minute = 1260, quiet_until_minute = 480',
    );
    await scene.rows(
      `UPDATE helper_load SET recent_ask_times = '{}', asks_total = 0, fatigue = 0, last_declined_at = NULL, agreement_ends = '{}'`,
    );
    await scene.setClock(this.now);
    scene.sink.clear();
  }

  async take(one: Step): Promise<void> {
    if (one.kind === 'post') await this.post(one);
    if (one.kind === 'wait') await this.wait(one.minutes);
    if (one.kind === 'look') await this.look();
    if (one.kind === 'send') await this.send();
    if (one.kind === 'refuse') await this.refuse();
    if (one.kind === 'limit') {
      await scene.rows(
        `UPDATE helper_profile SET weekly_ask_budget = $1, quiet_from_minute = $2, quiet_until_minute = $3
          WHERE person_id = ANY ($4::uuid[])`,
        [
          one.budget,
          one.quietFrom,
          (one.quietFrom + 60 * one.quietHours) % 1440,
          scene.town.neighbours.slice(0, 75).map(({ personId }) => personId),
        ],
      );
    }
  }

  private async post({ acute, category, place }: Extract<Step, { kind: 'post' }>): Promise<void> {
    this.asker += 1;
    const window = {
      from: new Date(this.now + (acute ? 60 : 24 * 60) * minute).toISOString(),
      until: new Date(this.now + (acute ? 5 * 60 : 40 * 60) * minute).toISOString(),
    };
    await scene.post(scene.asker(this.asker % 40).cookie, {
      urgency: acute ? 'acute' : 'planned',
      category: categories[category]!,
      neighbourhoodCode: scene.code(place),
      window,
    });
    this.held.push(...(await scene.workOff('notifications.send')));
  }

  private async wait(minutes: number): Promise<void> {
    this.now += minutes * minute;
    await scene.setClock(this.now);
  }

  /** Every request whose next wave is due, as the sweep finds them. */
  private async look(): Promise<void> {
    for (const job of (await scene.overdue()).filter(({ name }) => name === 'matching.plan-wave'))
      await scene.handle(job);
    this.held.push(...(await scene.workOff('notifications.send')));
  }

  private async send(): Promise<void> {
    const jobs = this.held.splice(0);
    // All at once, as workers do; what was sent before counts for what is sent after.
    await Promise.all(jobs.map((job) => scene.handle(job)));
    this.held.push(...(await scene.workOff('notifications.send')));
    const asks = scene.sink.list().filter(({ to, text }) => to.startsWith('buur-') && text.includes('/antwoord/'));
    const limits = await this.limits();
    for (const { to } of asks) this.judge(to, limits.get(to)!);
    scene.sink.clear();
  }

  private judge(to: string, { budget, quiet, asks, rests }: Limits): void {
    this.asksSent += 1;
    if (asks > budget) this.faults.push(`${to} got ${asks} asks in a week and allows ${budget}`);
    if (isQuiet(localMoment(this.now).minuteOfDay, quiet)) this.faults.push(`${to} was asked in quiet hours`);
    if (rests) this.faults.push(`${to} was asked within a day after a no`);
  }

  /** By address: what somebody allows, and how many of the asks that were chosen in the last seven days have left. */
  private async limits(): Promise<ReadonlyMap<string, Limits>> {
    const rows = await scene.rows<{
      person_id: string;
      budget: number;
      from: number;
      until: number;
      asks: number;
      rests: boolean;
    }>(
      `SELECT person_id, weekly_ask_budget AS budget, quiet_from_minute AS from, quiet_until_minute AS until,
              (SELECT count(DISTINCT a.id)::int FROM ask a
                 JOIN notification n ON n.subject_id = a.id AND n.template = 'ask' AND n.status = 'sent'
                WHERE a.person_id = p.person_id AND a.created_at > app_now() - interval '7 days') AS asks,
              EXISTS (SELECT FROM ask a WHERE a.person_id = p.person_id AND a.status = 'no'
                         AND a.answered_at > app_now() - interval '24 hours') AS rests
         FROM helper_profile p`,
    );
    const emails = new Map(scene.town.neighbours.map(({ personId, email }) => [personId, email]));
    return new Map(
      rows.map(({ person_id: id, budget, from, until, asks, rests }) => [
        emails.get(id)!,
        { budget, asks, rests, quiet: { fromMinute: from, untilMinute: until } },
      ]),
    );
  }

  /** One of those who were asked says no. */
  private async refuse(): Promise<void> {
    const [ask] = await scene.rows<{ id: string; person_id: string }>(
      `SELECT id, person_id FROM ask WHERE status = 'pending' ORDER BY id LIMIT 1`,
    );
    if (!ask) return;
    const { cookie } = scene.town.neighbours.find(({ personId }) => personId === ask.person_id)!;
    await scene.client.call('answerAsk', { id: ask.id, cookie, body: { answer: 'no' } });
    this.held.push(...(await scene.workOff('notifications.send')));
  }
}

describe('planner and sender together', () => {
  it(
    'break no budget, no quiet hours and no rest after a no, whatever happens in whatever order',
    async () => {
      let asks = 0;
      const sequence = fc.array(step, { minLength: 12, maxLength: 30 });
      await fc.assert(
        fc.asyncProperty(sequence, async (steps) => {
          const play = new Play();
          await play.start();
          for (const one of [...steps, { kind: 'look' } as const, { kind: 'send' } as const]) await play.take(one);
          asks += play.asksSent;
          expect(play.faults).toStrictEqual([]);
        }),
        { numRuns: runs, endOnFailure: true },
      );
      expect(asks).toBeGreaterThan(0);
    },
    60 * 60_000,
  );
});
