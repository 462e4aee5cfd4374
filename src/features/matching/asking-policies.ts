import { Inject, Injectable } from '@nestjs/common';
import type { AskingPolicyView, PolicyToKeep } from '@app/contracts/http/asking.js';
import { generationBefore, launchedGeneration } from '@app/domain/matching/index.js';
import { AreaDirectory } from '@app/features/associations/index.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';
import { AreaEquity } from './area-equity.js';
import { AskingPolicyStore, type ChosenPolicy, type PolicyChange, type ShadowFigures } from './asking-policy.store.js';
import { CalibrationReadModel } from './calibration.read-model.js';

/** How an organisation has neighbours asked: for its own organisers to see and change, and for the administrator. */
@Injectable()
export class AskingPolicies {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AskingPolicyStore) private readonly store: AskingPolicyStore,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(AreaEquity) private readonly equity: AreaEquity,
    @Inject(CalibrationReadModel) private readonly calibration: CalibrationReadModel,
  ) {}

  read(actor: PersonActor, organisationId: string): Promise<AskingPolicyView> {
    refuseOthers(actor, organisationId);
    return this.unitOfWork.run(asSystem(actor.municipalityId), (tx) => this.view(tx, organisationId));
  }

  change(actor: PersonActor, organisationId: string, wanted: PolicyToKeep): Promise<AskingPolicyView> {
    refuseOthers(actor, organisationId);
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const from = await this.store.chosen(tx, organisationId, true);
      if (!from) throw new ProblemError('not-found');
      const to = named(wanted);
      if (!sameChoice(from, to)) await this.store.change(tx, organisationId, { byId: actor.personId, from, to });
      return this.view(tx, organisationId);
    });
  }

  private async view(tx: Transaction, associationId: string): Promise<AskingPolicyView> {
    const chosen = await this.store.chosen(tx, associationId);
    if (!chosen) throw new ProblemError('not-found');
    const { policy, shadow } = chosen;
    const changes = await this.store.changes(tx, associationId);
    const figures = shadow && (await this.store.shadowFigures(tx, associationId, shadow));
    return {
      associationId,
      policy,
      shadow,
      generationBefore,
      changes: await this.told(tx, changes),
      comparison: figures && comparisonOf(figures),
      reliability: await this.reliability(tx),
      shortOfHelp: await this.shortOfHelp(tx, associationId),
    };
  }

  private async reliability(tx: Transaction): Promise<AskingPolicyView['reliability']> {
    const { asks, error, groups, verdict, since } = await this.calibration.of(tx);
    return {
      answers: asks,
      error,
      verdict,
      since: since === null ? null : new Date(since).toISOString(),
      bins: [...groups],
    };
  }

  /** Names of the organisation's own neighbourhoods in which less help is found than elsewhere. */
  private async shortOfHelp(tx: Transaction, organisationId: string): Promise<string[]> {
    const below = await this.equity.below(tx);
    const names: string[] = [];
    for (const code of below) {
      if ((await this.areas.associationOfNeighbourhood(tx, code)) !== organisationId) continue;
      const area = await this.areas.neighbourhood(tx, code);
      if (area) names.push(area.name);
    }
    return names;
  }

  private async told(tx: Transaction, changes: readonly PolicyChange[]): Promise<AskingPolicyView['changes']> {
    const cards = await this.people.cardsOf(tx, [...new Set(changes.flatMap(({ byId }) => byId ?? []))]);
    return changes.map(({ at, byId, from, to }) => ({
      at: new Date(at).toISOString(),
      by: byId === null ? null : (cards.get(byId)?.givenName ?? ''),
      from: from.policy,
      to: to.policy,
      fromShadow: from.shadow,
      toShadow: to.shadow,
    }));
  }
}

/** For everybody else there is no such organisation. */
function refuseOthers(actor: PersonActor, organisationId: string): void {
  const isAdministrator = actor.memberships.some(({ role }) => role === 'administrator');
  if (!isAdministrator && !organisationsOf(actor).includes(organisationId)) throw new ProblemError('not-found');
}

function named({ policy, shadow }: PolicyToKeep): ChosenPolicy {
  const generation = launchedGeneration;
  return {
    policy: { ...policy, generation },
    shadow: shadow && { ...shadow, generation: shadow.generation ?? generation },
  };
}

function sameChoice(one: ChosenPolicy, other: ChosenPolicy): boolean {
  const key = ({ policy, shadow }: ChosenPolicy): string =>
    [policy.preset, policy.tempo, shadow?.generation, shadow?.preset, shadow?.tempo].join('/');
  return key(one) === key(other);
}

function comparisonOf(figures: ShadowFigures): AskingPolicyView['comparison'] {
  const { waves, asked, newcomers, askedInShadow, newcomersInShadow, samePeople } = figures;
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
  return {
    waves,
    asked: asked / waves,
    askedInShadow: askedInShadow / waves,
    samePeople: share(samePeople, asked),
    newcomers: share(newcomers, asked),
    newcomersInShadow: share(newcomersInShadow, askedInShadow),
  };
}
