import { Controller, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { Accompaniments } from './accompaniments.js';
import { NeighbourTrustList } from './neighbour-trust.js';
import { OwnTrustView } from './own-trust.js';
import { VouchSheets } from './vouch-sheets.js';

type In<K extends keyof typeof operations> = OperationInput<(typeof operations)[K]>;
type Out<K extends keyof typeof operations> = Promise<OperationResult<(typeof operations)[K]>>;

/** How well people are known: cards, certificates, and coming along the first time. */
@Controller()
export class TrustController {
  constructor(
    @Inject(VouchSheets) private readonly sheets: VouchSheets,
    @Inject(OwnTrustView) private readonly own: OwnTrustView,
    @Inject(NeighbourTrustList) private readonly neighbours: NeighbourTrustList,
    @Inject(Accompaniments) private readonly accompaniments: Accompaniments,
  ) {}

  @Endpoint(operations.issueVouchSheet)
  issue(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.issueVouchSheet) { params, body }: In<'issueVouchSheet'>,
  ): Out<'issueVouchSheet'> {
    return this.sheets.issue(actor, params.id, body);
  }

  @Endpoint(operations.listVouchSheets)
  async listSheets(@CurrentPerson() actor: PersonActor): Out<'listVouchSheets'> {
    return { sheets: await this.sheets.list(actor) };
  }

  @Endpoint(operations.revokeVouchSheet)
  async revoke(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.revokeVouchSheet) { params }: In<'revokeVouchSheet'>,
  ): Promise<void> {
    await this.sheets.revoke(actor, params.id);
  }

  @Endpoint(operations.getOwnTrust)
  getOwn(@CurrentPerson() actor: PersonActor): Out<'getOwnTrust'> {
    return this.own.get(actor);
  }

  @Endpoint(operations.redeemVouchCode)
  redeem(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.redeemVouchCode) { body }: In<'redeemVouchCode'>,
  ): Out<'redeemVouchCode'> {
    return this.own.redeem(actor, body.code);
  }

  @Endpoint(operations.listNeighbourTrust)
  async list(@CurrentPerson() actor: PersonActor): Out<'listNeighbourTrust'> {
    return { neighbours: await this.neighbours.list(actor) };
  }

  @Endpoint(operations.recordVog)
  recordVog(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.recordVog) { params, body }: In<'recordVog'>,
  ): Out<'recordVog'> {
    return this.neighbours.recordVog(actor, params.id, body.issuedOn);
  }

  @Endpoint(operations.withdrawVog)
  withdrawVog(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.withdrawVog) { params }: In<'withdrawVog'>,
  ): Out<'withdrawVog'> {
    return this.neighbours.withdrawVog(actor, params.id);
  }

  @Endpoint(operations.withdrawVouching)
  withdrawVouching(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.withdrawVouching) { params }: In<'withdrawVouching'>,
  ): Out<'withdrawVouching'> {
    return this.neighbours.withdrawVouching(actor, params.id);
  }

  @Endpoint(operations.getAccompaniment)
  getAccompaniment(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.getAccompaniment) { params }: In<'getAccompaniment'>,
  ): Out<'getAccompaniment'> {
    return this.accompaniments.get(actor, params.id);
  }

  @Endpoint(operations.putAccompaniment)
  putAccompaniment(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.putAccompaniment) { params, body }: In<'putAccompaniment'>,
  ): Out<'putAccompaniment'> {
    return this.accompaniments.put(actor, params.id, body.wanted);
  }
}
