import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { jobQueues, queueNames } from '@app/contracts/jobs/job-map.js';
import { HANDLES_JOB } from '@app/platform/queue/job-handler.js';
import { JobRunner } from '@app/platform/queue/job-runner.js';
import { REACTIONS, type Reactions } from '@app/platform/outbox/reactions.js';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { Application } from '../support/application.js';
import { opened } from './engines.js';

const scene = opened(
  () => Application.open({ neighbours: 0, askers: 0 }),
  (application) => application.close(),
);

/** Names of the properties of an interface of the contracts: types leave no trace at run time. */
function namesIn(path: string, interfaceName: string): string[] {
  const text = readFileSync(new URL(`../../libs/contracts/${path}`, import.meta.url), 'utf8');
  const body = new RegExp(`export interface ${interfaceName} \\{([\\s\\S]*?)\\n\\}`).exec(text)?.[1] ?? '';
  return [...body.matchAll(/^ {2}'([a-z.-]+)':/gm)].map(([, name]) => name!);
}

const eventTypes = namesIn('events/domain-event.ts', 'DomainEvents');
const jobNames = namesIn('jobs/job-map.ts', 'JobMap');

/** Facts that nobody has to act on. */
const withoutReaction = new Set(['person.signed-out', 'person.erased', 'board.changed']);

/** Jobs that many events share on purpose: one run does what all of them ask for. */
const shared = new Set(['participation.count']);

/** Jobs that nothing sets off but the clock: the sweep finds that their time has come. */
const onlySwept = new Set([
  'audit.export-head',
  'matching.forget-decisions',
  'matching.note-generation',
  'feedback.forget',
  'help-requests.clear-wall',
  'trust.watch-vog',
  'coordination.sum-up',
  'desk.keep-clock',
  'notifications.send-member-invitation',
  'circles.ask-around',
  'circles.remind',
  'circles.tell-unfilled',
  'circles.end-turns',
  'gatherings.remind',
  'gatherings.end-dates',
]);

const reactions = (): readonly Reactions[] => scene().app.get<readonly Reactions[]>(REACTIONS);
/** One payload with every field an event can have; a reaction reads those of its own event. */
const payload = {
  challengeId: 'c',
  helpRequestId: 'h',
  associationId: 'a',
  version: 1,
  askerId: 'p',
  personId: 'q',
  ownerPersonId: 'r',
  helperIds: ['s'],
  hadSeat: true,
  hadHelper: false,
  helped: true,
  filled: true,
  was: 'accepted',
  level: 1,
  reason: 'clock',
  askId: 'k',
  acute: true,
  answer: 'no',
  why: 'filled',
  dueAt: 10,
  round: 1,
  sequence: 1,
  entryId: 'e',
  sanctionId: 'z',
  conversationId: 'v',
  senderId: 't',
  recipientId: 'u',
  readerId: 't',
  otherId: 'u',
  waitsForReview: true,
  weekly: true,
  personIds: ['w'],
  membershipId: 'l',
  vogCheckId: 'g',
  pausedUntil: 20,
  alreadyHelping: false,
  campaignId: 'n',
  invitationId: 'i',
  questionId: 'y',
  circleId: 'g',
  importId: 'j',
  slotId: 'l',
  news: 'joining',
  subjectId: 'g',
};

const plannedJobs = () =>
  reactions().flatMap((feature) =>
    Object.entries(feature).flatMap(([type, react]) =>
      (react as (event: unknown) => { name: string; id: string; data: object }[])({
        id: `event-${type}`,
        municipalityId: 'm',
        type,
        // Of a request of its own: hints about one request in one second are one job on purpose.
        payload: { ...payload, helpRequestId: `request-of-${type}` },
        occurredAt: 0,
      }),
    ),
  );

describe('every job', () => {
  it('has exactly one handler and one queue', () => {
    const { app } = scene();
    const reflector = app.get(Reflector);
    const handled = app
      .get(DiscoveryService, { strict: false })
      .getProviders()
      .flatMap(({ metatype }) => (metatype ? [reflector.get<string | undefined>(HANDLES_JOB, metatype)] : []))
      .filter((name) => name !== undefined);
    expect(handled.toSorted()).toStrictEqual(jobNames.toSorted());
    expect([...app.get(JobRunner).handlers().keys()].toSorted()).toStrictEqual(jobNames.toSorted());
    expect(Object.keys(jobQueues).toSorted()).toStrictEqual(jobNames.toSorted());
    for (const queue of Object.values(jobQueues)) expect(queueNames).toContain(queue);
  });

  it('is planned by some reaction, under an id of its own that both engines take', () => {
    const planned = plannedJobs();
    const byReaction = jobNames.filter((name) => !onlySwept.has(name));
    expect([...new Set(planned.map(({ name }) => name))].toSorted()).toStrictEqual(byReaction.toSorted());
    const own = planned.filter(({ name }) => !shared.has(name));
    expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
    for (const { id } of planned) expect(id).toMatch(/^(?!\d+$)[\w.-]+$/);
  });

  it('carries ids, codes and numbers only', () => {
    const fields = new Set(plannedJobs().flatMap(({ data }) => Object.keys(data)));
    const allowed =
      'municipalityId helpRequestId mark associationId personId conversationId challengeId eventId recipientId subjectId personIds id template message version replan campaignId circleId slotId otherId importId replyId';
    expect([...fields].toSorted()).toStrictEqual(allowed.split(' ').toSorted());
  });
});

describe('every reaction', () => {
  it('is to an event that exists, and no event is forgotten', () => {
    expect(eventTypes.length).toBeGreaterThan(20);
    const reactedTo = [...new Set(reactions().flatMap((feature) => Object.keys(feature)))];
    expect(reactedTo.toSorted()).toStrictEqual(eventTypes.filter((type) => !withoutReaction.has(type)).toSorted());
  });
});
