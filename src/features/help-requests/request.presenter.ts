import { Inject, Injectable } from '@nestjs/common';
import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import type { Category } from '@app/contracts/http/vocabulary.js';
import { activeAcceptances, nextEscalationAt } from '@app/domain/help-request/index.js';
import { AreaDirectory, type Organisation } from '@app/features/associations/index.js';
import { PeopleDirectory, type PersonCard } from '@app/features/people/index.js';
import type { PersonCipher } from '@app/platform/crypto/person-vault.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { actionsOf, maySeeContact, type Viewer } from './help-request.policy.js';
import type { LoadedRequest } from './help-request.store.js';
import { RequestFlags } from './request-flags.js';
import { RequestWordsVault, type RequestWords } from './request-words.js';

export interface ViewedRequest extends LoadedRequest {
  readonly viewer: Viewer;
}

/** Of whom the caller has read already, in this same transaction, what showing needs. */
interface KnownPeople {
  readonly cards: ReadonlyMap<string, PersonCard>;
  readonly ciphers: ReadonlyMap<string, PersonCipher>;
}
const nobodyKnown: KnownPeople = { cards: new Map(), ciphers: new Map() };

interface Surroundings {
  readonly cards: ReadonlyMap<string, PersonCard>;
  readonly words: RequestWords | undefined;
  readonly owner: Organisation;
  readonly neighbourhoodName: string;
  readonly now: number;
}

const iso = (instant: number): string => new Date(instant).toISOString();
const isoOrNull = (instant: number | null): string | null => (instant === null ? null : iso(instant));

/** Shows requests by allow-list: each viewer gets the fields named here and nothing else. */
@Injectable()
export class RequestPresenter {
  constructor(
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(RequestWordsVault) private readonly words: RequestWordsVault,
    @Inject(RequestFlags) private readonly flags: RequestFlags,
  ) {}

  /** Needs a system transaction: whoever looks has been checked before. */
  async present(
    tx: Transaction,
    personId: string,
    requests: readonly ViewedRequest[],
    known: KnownPeople = nobodyKnown,
  ): Promise<HelpRequestView[]> {
    const people = requests.flatMap(({ row, state }) => [
      row.askerId,
      ...(row.beneficiaryId ? [row.beneficiaryId] : []),
      ...activeAcceptances(state).map((acceptance) => acceptance.personId),
    ]);
    const [others, words] = await Promise.all([
      this.people.cardsOf(
        tx,
        people.filter((id) => !known.cards.has(id)),
      ),
      this.words.wordsOf(
        tx,
        requests.map(({ row }) => row),
        known.ciphers,
      ),
    ]);
    const cards = new Map([...known.cards, ...others]);
    const flags = await this.flags.of(
      tx,
      requests.filter(({ viewer }) => viewer === 'coordinator').map(({ row }) => row),
    );
    const views: HelpRequestView[] = [];
    for (const request of requests) {
      const { row } = request;
      const { associationId, escalationLevel: level, calledInId } = row;
      const owner = await this.areas.lookingAfter(tx, { associationId, level, calledInId });
      const neighbourhoodName = (await this.areas.neighbourhood(tx, row.neighbourhoodCode))?.name ?? '';
      const view = viewOf(request, personId, {
        cards,
        words: words.get(row.id),
        owner,
        neighbourhoodName,
        now: tx.now,
      });
      const found = flags.get(row.id);
      views.push(found ? { ...view, flags: [...found] } : view);
    }
    return views;
  }
}

function viewOf(request: ViewedRequest, personId: string, around: Surroundings): HelpRequestView {
  const { row, state, viewer } = request;
  return {
    id: row.id,
    status: row.status,
    version: row.version,
    viewer,
    category: row.category as Category,
    urgency: row.urgency,
    summary: around.words?.summary ?? '',
    window: { from: iso(row.windowFrom), until: iso(row.windowUntil) },
    expectedMinutes: row.expectedMinutes,
    neighbourhoodCode: row.neighbourhoodCode,
    neighbourhoodName: around.neighbourhoodName,
    helpersNeeded: row.helpersNeeded,
    requiredTrust: row.requiredTrust,
    autoConfirm: row.autoConfirm,
    owner: ownerOf(around.owner),
    escalation: {
      level: row.escalationLevel,
      nextAt: isoOrNull(nextEscalationAt(state)),
      coordinatorAt: isoOrNull(row.coordinatorAt),
      deskAt: isoOrNull(row.deskAt),
      reason: row.escalationReason,
    },
    postedAt: iso(row.postedAt),
    outcome: outcomeOf(request, around),
    actions: actionsOf(viewer, personId, state, around.now),
    ...(viewer === 'helper' ? forHelper(request, personId, around) : forAsker(request, personId, around)),
  };
}

function outcomeOf({ row, viewer }: ViewedRequest, { words }: Surroundings): HelpRequestView['outcome'] {
  if (row.outcomeHelped === null) return null;
  return { helped: row.outcomeHelped, ...(viewer === 'coordinator' ? { note: words?.outcomeNote ?? null } : {}) };
}

function ownerOf(organisation: Organisation): HelpRequestView['owner'] {
  const { kind, id, name, contact } = organisation;
  return { kind, organisationId: id, name, person: { givenName: contact.givenName, phone: contact.phone } };
}

/**
 * What the asker sees, and an organiser without what leads to the people, also one who asked for somebody at the
 * telephone: that takes a reason and is written down, see `RevealContact`.
 */
function forAsker(
  { row, state, viewer }: ViewedRequest,
  personId: string,
  { cards, words }: Surroundings,
): Partial<HelpRequestView> {
  const whole = viewer === 'asker' && personId === row.askerId;
  const asker = cards.get(row.askerId);
  const beneficiary = row.beneficiaryId ? cards.get(row.beneficiaryId) : undefined;
  return {
    ...(asker
      ? {
          asker: {
            givenName: asker.givenName ?? '',
            familyName: whole ? asker.familyName : null,
            phone: whole ? asker.phone : null,
          },
        }
      : {}),
    ...(row.relation
      ? {
          onBehalfOf: {
            givenName: (beneficiary ?? asker)?.givenName ?? '',
            relation: row.relation,
            consentStated: row.consentStatedAt !== null,
          },
        }
      : {}),
    address: whole ? (words?.address ?? null) : null,
    ...(row.weekly ? { weekly: row.weekly } : {}),
    ...(whole ? {} : { hasAddress: state.hasAddress }),
    helpers: activeAcceptances(state).map((acceptance) => {
      const card = cards.get(acceptance.personId);
      const confirmed = acceptance.status === 'confirmed';
      return {
        acceptanceId: acceptance.id,
        givenName: card?.givenName ?? '',
        status: confirmed ? ('confirmed' as const) : ('accepted' as const),
        phone: whole && confirmed ? (card?.phone ?? null) : null,
      };
    }),
  };
}

function forHelper(
  { row, state }: ViewedRequest,
  personId: string,
  { cards, words, now }: Surroundings,
): Partial<HelpRequestView> {
  const mine = state.acceptances.findLast((acceptance) => acceptance.personId === personId);
  const asker = cards.get(row.beneficiaryId ?? row.askerId);
  const status = mine?.status === 'released' || mine === undefined ? 'withdrawn' : mine.status;
  const shared: Partial<HelpRequestView> = {
    ...(mine ? { participation: { acceptanceId: mine.id, status } } : {}),
    ...(asker && status !== 'withdrawn'
      ? { asker: { givenName: asker.givenName ?? '', familyName: null, phone: null } }
      : {}),
  };
  if (!asker || !maySeeContact(personId, state, now)) return shared;
  const { givenName, familyName, phone } = asker;
  return { ...shared, contact: { givenName: givenName ?? '', familyName, phone, address: words?.address ?? '' } };
}
